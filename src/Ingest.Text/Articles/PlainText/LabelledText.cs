namespace Ingest.Text.Articles.PlainText;

/// <summary>The lines of a text, and of each what it is.</summary>
internal sealed record LabelledText(IReadOnlyList<TextLine> Lines, IReadOnlyList<LineLabel> Labels, Headline? Headline);
