namespace Ingest.Text.Documents;

/// <summary>A word, a number, a run of the same punctuation mark, or a single sign.</summary>
/// <param name="Span">Where it stands in <see cref="Document.Text"/>.</param>
/// <param name="Kind">What it is made of.</param>
public readonly record struct Token(TextSpan Span, TokenKind Kind);

public enum TokenKind : byte
{
    /// <summary>Letters, with the digits, hyphens and apostrophes inside them: "al-Assad", "O'Neill", "G20", "U.S.".</summary>
    Word,

    /// <summary>Digits, with the points, commas and colons inside them: "1,200", "3.5", "09:30".</summary>
    Number,

    /// <summary>A possessive or a contracted word cut off from the word before it: "'s", "n't", "'ll".</summary>
    Clitic,

    /// <summary>Anything that opens, closes or doubles as a quotation mark or an apostrophe standing alone.</summary>
    QuotationMark,

    Punctuation,

    Symbol,

    /// <summary>A web address, an e-mail address, a handle or a hashtag: one token whatever it holds.</summary>
    Address,
}
