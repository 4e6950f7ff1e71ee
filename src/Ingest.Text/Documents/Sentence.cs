namespace Ingest.Text.Documents;

/// <summary>A sentence: a run of tokens.</summary>
/// <param name="Span">From the start of its first token to the end of its last.</param>
/// <param name="FirstToken">Index into <see cref="Document.Tokens"/>.</param>
/// <param name="EndToken">Index after its last token.</param>
/// <param name="Paragraph">Index into <see cref="Document.Paragraphs"/>.</param>
public readonly record struct Sentence(TextSpan Span, int FirstToken, int EndToken, int Paragraph);
