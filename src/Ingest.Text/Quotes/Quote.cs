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

    /// <summary>
    /// The spans of <paramref name="text"/>, joined by a blank. A comma that stands for the full stop before the attribution, "“It is
    /// safe,” Roe said. “It will hold.”", becomes that full stop.
    /// </summary>
    public string ContentIn(string text) => string.Join(
        ' ', Spans.Select((span, k) => EndsSentence(k, text) ? $"{text[span.Start..(span.End - 1)]}." : text[span.Start..span.End]));

    /// <summary>Whether the span ends in a comma, and another sentence of the article begins with the next.</summary>
    private bool EndsSentence(int at, string text) =>
        at + 1 < Spans.Count && Spans[at] is { Length: > 0, End: var end } && Spans[at + 1].Start is var next
        && text[end - 1] == ',' && char.IsUpper(text[next])
        && text.AsSpan(end, next - end).TrimEnd(" \n\t\u00a0\"'“”‘’«»") is [.., '.' or '!' or '?'];
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
