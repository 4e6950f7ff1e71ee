namespace Ingest.Text.Quotes.Tagging;

/// <summary>What the features of a piece and of its neighbours need to know of it.</summary>
internal struct PieceTraits
{
    /// <summary>The word in small letters; for a quotation, its length and its last character.</summary>
    public uint Word;

    /// <summary>The lemma of a reporting verb, else the word without its ending.</summary>
    public uint Stem;

    /// <summary>The last three letters, and the last two.</summary>
    public uint Suffix, ShortSuffix;

    public uint Shape;

    /// <summary>A coarse part of speech: kind, word class, form of a reporting verb, else the ending.</summary>
    public uint Symbol;

    /// <summary>The kind of name that the piece belongs to, and whether the name begins there.</summary>
    public uint Name;

    /// <summary>The word's clusters, as the recogniser of names uses them; its ending where it has none.</summary>
    public uint Coarse, Middle, Fine;

    /// <summary>The <see cref="WordTag"/>; for a quotation, <see cref="PassageView.Quoted"/>.</summary>
    public uint Tag;

    /// <summary>Whether it is a form of a reporting verb.</summary>
    public bool IsVerb;

    /// <summary>Number of the stretch between commas, dashes, brackets and quotations, and its first piece.</summary>
    public int Segment, SegmentStart;

    /// <summary>
    /// The nearest reporting verb and quotation on either side; <see cref="PassageView.None"/> where there is none.
    /// </summary>
    public int VerbBefore, VerbAfter, QuotationBefore, QuotationAfter;

    /// <summary>What stands for a piece beyond the passage's start or end: the same mark in every feature.</summary>
    public static PieceTraits Edge(uint mark) => new()
    {
        Word = mark,
        Stem = mark,
        Suffix = mark,
        ShortSuffix = mark,
        Shape = mark,
        Symbol = mark,
        Name = mark,
        Coarse = mark,
        Middle = mark,
        Fine = mark,
        Tag = mark,
    };
}
