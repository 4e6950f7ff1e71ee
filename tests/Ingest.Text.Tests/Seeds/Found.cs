using Ingest.Text.Articles;
using Ingest.Text.Entities;

namespace Ingest.Text.Tests.Seeds;

/// <summary>What was found in an article, as a reader of the JSON sees it: words in place of offsets.</summary>
internal sealed class Found(Extraction extraction)
{
    public Article Article => extraction.Article;

    /// <summary>The text with every run of white space as one blank.</summary>
    public string Body { get; } = Seed.Squeeze(extraction.Article.Text);

    public IReadOnlyList<FoundEntity> Entities { get; } =
        [.. extraction.Entities.Select(e => new FoundEntity(e.Type.ToString().ToLowerInvariant(), e.Name, e.Role, e.Mentions.Count(m => m.Kind == MentionKind.Name)))];

    public IReadOnlyList<FoundQuote> Quotes { get; } =
    [
        .. extraction.Quotes.Select(q => new FoundQuote(
            q.Kind.ToString().ToLowerInvariant(),
            Seed.Squeeze(q.ContentIn(extraction.Article.Text)),
            q.Speaker?.Name ?? q.Speaker?.Span.In(extraction.Article.Text).ToString(),
            q.Speaker?.Span.In(extraction.Article.Text).ToString(),
            q.Cue?.In(extraction.Article.Text).ToString())),
    ];

    /// <summary>The shortest quote that holds all the pieces.</summary>
    public FoundQuote? QuoteWith(string[] pieces) =>
        Quotes.Where(q => pieces.All(piece => q.Text.Contains(piece, StringComparison.Ordinal))).MinBy(q => q.Text.Length);
}

internal sealed record FoundEntity(string Type, string Name, string? Role, int NameMentions);

internal sealed record FoundQuote(string Kind, string Text, string? SpeakerName, string? SpeakerText, string? Cue);
