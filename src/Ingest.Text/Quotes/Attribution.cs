using Ingest.Text.Documents;
using Ingest.Text.Quotes.Tagging;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes;

/// <summary>A cue with its source (the words that stand for the speaker) and its content (what is said).</summary>
internal sealed record Attribution
{
    public required Passage Passage { get; init; }

    /// <summary>The rule that found the attribution; null where the model found it.</summary>
    public Sieve? Sieve { get; init; }

    /// <summary>How sure the model is of the attribution; null where a rule found it.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>Whether a reader would call the content something said, where it stands without quotation marks.</summary>
    public bool IsSaid { get; init; } = true;

    /// <summary>Null where the passage names nobody.</summary>
    public TextSpan? Source { get; init; }

    public TextSpan? Cue { get; init; }

    /// <summary>What is said, in order.</summary>
    public IReadOnlyList<PieceSpan> Content { get; init; } = [];

    public QuoteKind Kind()
    {
        var draft = new Draft(this);
        foreach (var (start, end) in Content)
            draft.Add(Passage, start, end);
        return draft.Kind;
    }

    /// <summary>The same attribution with another first stretch of content.</summary>
    public Attribution WithFirst(PieceSpan said) => this with { Content = [said, .. Content.Skip(1)] };

    /// <summary>The same attribution with another last stretch of content.</summary>
    public Attribution WithLast(PieceSpan said) => this with { Content = [.. Content.SkipLast(1), said] };

    /// <summary>
    /// The attribution with no word in both source and content. Words that both claim go to the source where they stand behind a comma,
    /// "It is closed, [Jane Roe, the mayor], said", and to the content elsewhere, "It was sent to Poe, [the solicitor] said".
    /// </summary>
    public Attribution Apart()
    {
        if (Source is not { } source)
            return this;
        var content = Content.ToList();
        for (var k = 0; k < content.Count; k++)
        {
            var (start, end) = content[k];
            var at = start;
            while (at < end && Passage[at].Span.Start < source.Start)
                at++;
            if (at == start || at == end)
                continue;
            if (Passage.KindAt(at - 1) == PieceKind.Comma && at - 1 > start)
            {
                content[k] = new(start, at - 1);
                continue;
            }

            while (end < Passage.Count && !NounPhrase.IsWordy(Passage, end))
                end++;
            var isLeft = end < Passage.Count && Passage[end].Span.Start < source.End;
            return this with { Source = isLeft ? new TextSpan(Passage[end].Span.Start, source.End) : null };
        }

        return this with { Content = content };
    }
}
