namespace Ingest.Text.Articles.PlainText;

/// <summary>The lines of a text, each with its label.</summary>
internal sealed record LabelledText(IReadOnlyList<TextLine> Lines, IReadOnlyList<LineLabel> Labels, Headline? Headline);
