using Ingest.Rows;
using Ingest.Text;
using Ingest.Text.Entities;
using Ingest.Text.Quotes;

namespace Ingest.Cli.Views;

/// <summary>What <see cref="ArticleView"/> shows of an article, be it fresh from the file or from the tables.</summary>
internal sealed record ArticleSheet(
    string Title, IReadOnlyList<string> Head, IReadOnlyList<QuoteLine> Quotes, IReadOnlyList<NameLine> Names)
{
    public static ArticleSheet Of(Extraction extraction)
    {
        var (source, article, entities, quotes) = extraction;
        return new(
            article.Title ?? source,
            Present(
                article.Publisher, article.Published?.ToString(), string.Join(", ", article.Byline), article.Title is null ? null : source),
            [.. quotes.Select(quote => QuoteLine.Of(quote, article.Text))],
            [.. entities.Select(entity => new NameLine(entity.Type, entity.Name, entity.Role, entity.Mentions.Count))]);
    }

    public static ArticleSheet Of(ArticleRow article, IEnumerable<EntityRow> entities, IEnumerable<QuoteRow> quotes) => new(
        article.Title ?? article.Blob,
        Present(article.Publisher, article.Published, article.Byline, article.Title is null ? null : article.Blob, article.Id),
        [.. quotes.Select(QuoteLine.Of)],
        [.. entities.Select(entity => new NameLine(entity.Type, entity.Name, entity.Role, entity.Mentions))]);

    private static string[] Present(params string?[] parts) => [.. parts.OfType<string>().Where(part => part.Length > 0)];
}

/// <param name="Kind">How it is quoted.</param>
/// <param name="Text">What was said.</param>
/// <param name="Speaker">The name, or all names of joint speakers, or the words of the article; null when nobody is named.</param>
/// <param name="IsKnown">Whether the speaker is one of the article's entities.</param>
/// <param name="Confidence">How sure it is, from 0 to 1.</param>
internal sealed record QuoteLine(QuoteKind Kind, string Text, string? Speaker, bool IsKnown, double Confidence)
{
    public static QuoteLine Of(Quote quote, string text)
    {
        var speaker = quote.Speaker;
        var names = speaker?.Name is { } first
            ? string.Join(QuoteRow.Divider, speaker.Joint.Select(other => other.Name).Prepend(first))
            : null;
        return new(
            quote.Kind,
            quote.ContentIn(text),
            names ?? speaker?.Span.In(text).ToString(),
            speaker?.EntityKey is not null,
            quote.Confidence);
    }

    public static QuoteLine Of(QuoteRow quote)
    {
        var names = quote.JointNames is { } others ? quote.SpeakerName + QuoteRow.Divider + others : quote.SpeakerName;
        return new(quote.Kind, quote.Text, names ?? quote.Speaker, quote.SpeakerKey is not null, quote.Confidence);
    }
}

internal sealed record NameLine(EntityType Type, string Name, string? Role, int Mentions);
