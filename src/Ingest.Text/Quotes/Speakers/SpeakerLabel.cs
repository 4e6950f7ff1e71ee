using Ingest.Text.Documents;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>The label at the start of a transcript's line: it tells who speaks.</summary>
/// <param name="Form">The form of the label.</param>
/// <param name="Span">The label's place in the text.</param>
/// <param name="Words">The words behind the label.</param>
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
