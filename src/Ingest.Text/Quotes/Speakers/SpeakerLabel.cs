using Ingest.Text.Documents;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>Who speaks, at the start of a line of a transcript.</summary>
/// <param name="Form">What the label is.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Words">What is said.</param>
internal readonly record struct SpeakerLabel(LabelForm Form, TextSpan Span, TextSpan Words);

internal enum LabelForm : byte
{
    /// <summary>"ROE", "Jane Roe", "Host".</summary>
    Name,

    /// <summary>"Jane Roe" before a dash or the end of the line, as in a list of people.</summary>
    BareName,

    /// <summary>"Jane Roe, mayor of Elm".</summary>
    DescribedName,

    /// <summary>"Q".</summary>
    Question,

    /// <summary>"A".</summary>
    Answer,

    /// <summary>Any words with capitals: a paper that asks, "Gazette", or what a list is about, "Battery life".</summary>
    Other,
}
