using Ingest.Text.Documents;

namespace Ingest.Text.Quotes;

/// <summary>Something said, and who said it.</summary>
public sealed record Quote
{
    public required QuoteKind Kind { get; init; }

    /// <summary>
    /// What was said, without the outer marks; two or more when the attribution or a paragraph breaks it. In order, without overlap.
    /// </summary>
    public required IReadOnlyList<TextSpan> Spans { get; init; }

    /// <summary>Null when nobody can be named or described as the one who spoke.</summary>
    public Speaker? Speaker { get; init; }

    /// <summary>The words that say so: "said", "according to", ":". Null when there are none.</summary>
    public TextSpan? Cue { get; init; }

    /// <summary>How likely content and speaker are both right, from 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>The spans of <paramref name="text"/>, joined by a blank.</summary>
    public string ContentIn(string text) => string.Join(' ', Spans.Select(span => span.In(text).ToString()));
}

public enum QuoteKind : byte
{
    /// <summary>All of it stands in quotation marks.</summary>
    Direct,

    /// <summary>Reported, with part of it in quotation marks.</summary>
    Mixed,

    /// <summary>Reported, without quotation marks.</summary>
    Indirect,
}
