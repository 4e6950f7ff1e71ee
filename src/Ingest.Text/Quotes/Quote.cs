using Ingest.Text.Documents;

namespace Ingest.Text.Quotes;

/// <summary>Something said, and who said it.</summary>
public sealed record Quote
{
    public required QuoteKind Kind { get; init; }

    /// <summary>
    /// What was said, without the outer marks: one span, or more where the attribution or a paragraph break interrupts it. In order,
    /// without overlap.
    /// </summary>
    public required IReadOnlyList<TextSpan> Spans { get; init; }

    /// <summary>Null when the text neither names nor describes the speaker.</summary>
    public Speaker? Speaker { get; init; }

    /// <summary>The words that attribute the quote to its speaker: "said", "according to", ":". Null when there are none.</summary>
    public TextSpan? Cue { get; init; }

    /// <summary>Probability, from 0 to 1, that content and speaker are both right.</summary>
    public required double Confidence { get; init; }

    /// <summary>The spans of <paramref name="text"/>, joined by a blank.</summary>
    public string ContentIn(string text) => string.Join(' ', Spans.Select(span => span.In(text).ToString()));
}

public enum QuoteKind : byte
{
    /// <summary>All of the content stands in quotation marks.</summary>
    Direct,

    /// <summary>Reported speech, with part of the content in quotation marks.</summary>
    Mixed,

    /// <summary>Reported speech, without quotation marks.</summary>
    Indirect,
}
