using Ingest.Text.Entities.Tagging;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// The properties of a passage that features use, computed once: hashes of its words and the nearest verbs, quotations and commas.
/// </summary>
internal sealed class PassageView
{
    public const int None = -1;

    /// <summary>Symbol of a word in -ed.</summary>
    public const uint Past = 21;

    /// <summary>Tag of a quotation.</summary>
    public const uint Quoted = 16;

    private const int LongestWord = 32;

    private static readonly WordClusters Clusters = NameModel.Tagger.Clusters;

    private PassageView(Passage passage)
    {
        Passage = passage;
        Word = new uint[passage.Count];
        Stem = new uint[passage.Count];
        Suffix = new uint[passage.Count];
        ShortSuffix = new uint[passage.Count];
        Shape = new uint[passage.Count];
        Symbol = new uint[passage.Count];
        Name = new uint[passage.Count];
        Coarse = new uint[passage.Count];
        Middle = new uint[passage.Count];
        Fine = new uint[passage.Count];
        Tag = new uint[passage.Count];
        Segment = new int[passage.Count];
        SegmentStart = new int[passage.Count];
        VerbBefore = new int[passage.Count];
        VerbAfter = new int[passage.Count];
        QuotationBefore = new int[passage.Count];
        QuotationAfter = new int[passage.Count];
    }

    public Passage Passage { get; }

    public int Count => Word.Length;

    /// <summary>The word in small letters; for a quotation, its length and its last character.</summary>
    public uint[] Word { get; }

    /// <summary>The lemma of a reporting verb, else the word without its ending.</summary>
    public uint[] Stem { get; }

    public uint[] Suffix { get; }

    public uint[] ShortSuffix { get; }

    public uint[] Shape { get; }

    /// <summary>A coarse part of speech: kind, word class, form of a reporting verb, else the ending.</summary>
    public uint[] Symbol { get; }

    /// <summary>The kind of name that the piece belongs to, and whether the name begins there.</summary>
    public uint[] Name { get; }

    /// <summary>The word's clusters, as the recogniser of names uses them; its ending where it has none.</summary>
    public uint[] Coarse { get; }

    public uint[] Middle { get; }

    public uint[] Fine { get; }

    /// <summary>The <see cref="WordTag"/>; for a quotation, <see cref="Quoted"/>.</summary>
    public uint[] Tag { get; }

    public WordTag TagAt(int index) => (WordTag)Tag[index];

    /// <summary>Number of the stretch between commas, dashes, brackets and quotations.</summary>
    public int[] Segment { get; }

    public int[] SegmentStart { get; }

    /// <summary>The nearest reporting verb before the piece; <see cref="None"/> where there is none.</summary>
    public int[] VerbBefore { get; }

    public int[] VerbAfter { get; }

    public int[] QuotationBefore { get; }

    public int[] QuotationAfter { get; }

    /// <param name="passage">The passage.</param>
    /// <param name="names">Of its article.</param>
    /// <param name="words">The tagger of parts of speech; null where only it is trained.</param>
    public static PassageView Of(Passage passage, NameMap names, TagWeights? words)
    {
        var view = new PassageView(passage);
        names.Fill(passage, view.Name);
        var isVerb = new bool[passage.Count];
        for (var i = 0; i < passage.Count; i++)
            isVerb[i] = view.Describe(i);
        if (words is not null)
            view.SetTags(words);
        view.LinkForth(isVerb);
        view.LinkBack(isVerb);
        return view;
    }

    /// <summary>The value at an index, or a mark of the passage's start or end beyond it.</summary>
    public static uint At(uint[] values, int index) => index < 0 ? 1u : index >= values.Length ? 2u : values[index];

    /// <summary>Whether the piece is a form of a reporting verb.</summary>
    private bool Describe(int i)
    {
        var piece = Passage[i];
        if (piece.Quotation is { } quotation)
        {
            var last = Passage.Text[quotation.Inner.End - 1];
            var length = (uint)Math.Min(quotation.Inner.Length / 12, 5);
            Word[i] = Stem[i] = 16 + length * 256 + (char.IsLetterOrDigit(last) ? 'x' : last);
            Suffix[i] = ShortSuffix[i] = last;
            Shape[i] = char.IsUpper(Passage.Text[quotation.Inner.Start]) ? 3u : 4u;
            Symbol[i] = (uint)PieceKind.Quotation;
            Coarse[i] = Middle[i] = Fine[i] = Word[i];
            return false;
        }

        Span<char> buffer = stackalloc char[LongestWord];
        var text = Passage.Word(i);
        var word = buffer[..Math.Min(text.Length, LongestWord)];
        text[..word.Length].ToLowerInvariant(word);
        var verb = piece.Kind == PieceKind.Word ? CueVerbs.Find(text) : null;
        Word[i] = piece.Kind == PieceKind.Number ? 5u : FeatureList.HashOf(word);
        Stem[i] = verb is not null ? FeatureList.HashOf(verb.Verb.Lemma) : FeatureList.HashOf(word[..StemLength(word)]);
        Suffix[i] = FeatureList.HashOf(word[^Math.Min(3, word.Length)..]);
        ShortSuffix[i] = FeatureList.HashOf(word[^Math.Min(2, word.Length)..]);
        Shape[i] = ShapeOf(text);
        Symbol[i] = SymbolOf(piece, verb, word);
        SetClusters(i, word);
        return verb is not null && verb.Form != VerbForm.Base;
    }

    /// <param name="i">Index of the piece.</param>
    /// <param name="word">In small letters; its digits are lost.</param>
    private void SetClusters(int i, Span<char> word)
    {
        for (var k = 0; k < word.Length; k++)
        {
            if (char.IsDigit(word[k]))
                word[k] = '0';
        }

        var cluster = Clusters.Of(FeatureHash.Of(word));
        (Coarse[i], Middle[i], Fine[i]) = cluster.Coarse != 0
            ? (cluster.Coarse, cluster.Middle, cluster.Fine)
            : (ShortSuffix[i], Suffix[i], Suffix[i]);
    }

    private void SetTags(TagWeights words)
    {
        using var chained = Chained.Of(this, ushort.MaxValue, ushort.MaxValue, words, WordTagFeatures.Extract);
        var tags = chained.Tags;
        for (var i = 0; i < tags.Length; i++)
            Tag[i] = Passage.KindAt(i) == PieceKind.Quotation ? Quoted : tags[i];
    }

    private static int StemLength(ReadOnlySpan<char> word)
    {
        var end = word.Length;
        if (end > 5 && word.EndsWith("ing", StringComparison.Ordinal))
            end -= 3;
        else if (end > 4 && (word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("es", StringComparison.Ordinal)))
            end -= 2;
        else if (end > 3 && word[^1] == 's' && word[^2] != 's')
            end -= 1;
        return end > 4 && word[end - 1] == 'e' ? end - 1 : end;
    }

    private static uint ShapeOf(ReadOnlySpan<char> text)
    {
        var upper = char.IsUpper(text[0]);
        if (!upper)
            return char.IsLower(text[0]) ? 1u : 2u;
        return text.Length == 1 ? 3u : char.IsUpper(text[1]) ? 4u : 5u;
    }

    private static uint SymbolOf(Piece piece, CueVerbForm? verb, ReadOnlySpan<char> word)
    {
        if (piece.Kind != PieceKind.Word)
            return (uint)piece.Kind;
        if (piece.Class != WordClass.None)
            return 256u + (uint)piece.Class;
        if (verb is not null)
            return 32u + (uint)verb.Form * 8 + (uint)verb.Verb.Frame;
        if (word.EndsWith("ing", StringComparison.Ordinal))
            return 20;
        if (word.EndsWith("ed", StringComparison.Ordinal))
            return Past;
        if (word.EndsWith("ly", StringComparison.Ordinal))
            return 22;
        return word[^1] == 's' ? 23u : 24u;
    }

    private void LinkForth(bool[] isVerb)
    {
        var (verb, quotation, segment, start) = (None, None, 0, 0);
        for (var i = 0; i < Count; i++)
        {
            (VerbBefore[i], QuotationBefore[i]) = (verb, quotation);
            if (Parts(i))
                (segment, start) = (segment + 1, i);
            (Segment[i], SegmentStart[i]) = (segment, start);
            if (isVerb[i])
                verb = i;
            if (Passage.KindAt(i) == PieceKind.Quotation)
                quotation = i;
        }
    }

    private void LinkBack(bool[] isVerb)
    {
        var (verb, quotation) = (None, None);
        for (var i = Count - 1; i >= 0; i--)
        {
            (VerbAfter[i], QuotationAfter[i]) = (verb, quotation);
            if (isVerb[i])
                verb = i;
            if (Passage.KindAt(i) == PieceKind.Quotation)
                quotation = i;
        }
    }

    /// <summary>
    /// Whether the word looks like a finite verb; false beyond the end. <see cref="Clauses"/> tells whether the tagger takes it for one.
    /// </summary>
    public bool IsFinite(int i) => i < Count && (Passage.Is(i, WordClass.Verb | WordClass.Be | WordClass.Auxiliary) || Symbol[i] == Past
        || Symbol[i] is >= 32 + ((uint)VerbForm.Third * 8) and < 32 + ((uint)VerbForm.Ing * 8));

    private bool Parts(int i) => Passage.KindAt(i) is PieceKind.Comma or PieceKind.Dash or PieceKind.Colon or PieceKind.Semicolon
        or PieceKind.OpenBracket or PieceKind.CloseBracket or PieceKind.Quotation;
}
