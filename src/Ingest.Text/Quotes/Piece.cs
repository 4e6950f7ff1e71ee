using Ingest.Text.Documents;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes;

/// <summary>A token outside quotation marks, or a whole quotation.</summary>
/// <param name="Span">Of the quotation with its marks.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Class">The word's classes, as its form tells them; none for names, nouns and verbs.</param>
/// <param name="Quotation">Set for a quotation only.</param>
internal readonly record struct Piece(TextSpan Span, PieceKind Kind, WordClass Class = WordClass.None, Quotation? Quotation = null);

internal enum PieceKind : byte
{
    Word,
    Number,

    /// <summary>"'s", "n't".</summary>
    Clitic,
    Comma,
    Colon,
    Semicolon,
    Dash,

    /// <summary>Ends a sentence: ".", "!", "?", "…".</summary>
    Stop,
    OpenBracket,
    CloseBracket,
    Other,
    Quotation,
}
