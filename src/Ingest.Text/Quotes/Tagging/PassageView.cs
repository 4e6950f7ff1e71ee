using System.Buffers;
using Ingest.Text.Entities.Tagging;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// The properties of a passage that features use, computed once: hashes of its words and the nearest verbs, quotations and commas. Its
/// array is rented; do not use it after it is disposed of.
/// </summary>
internal sealed class PassageView : IDisposable
{
    public const int None = -1;

    /// <summary>Symbol of a word in -ed.</summary>
    public const uint Past = 21;

    /// <summary>Tag of a quotation.</summary>
    public const uint Quoted = 16;

    private const int LongestWord = 32;

    private static readonly WordClusters Clusters = NameModel.Tagger.Clusters;

    private static readonly PieceTraits[] Edges = [PieceTraits.Edge(1), PieceTraits.Edge(2)];

    // Of a piece beyond either end.
    private static readonly PieceTraits[] Unknown = [default];

    private readonly PieceTraits[] _traits;   // rented, so longer than needed

    private PassageView(Passage passage)
    {
        (Passage, Count) = (passage, passage.Count);
        _traits = ArrayPool<PieceTraits>.Shared.Rent(Count);
        _traits.AsSpan(0, Count).Clear();
    }

    public Passage Passage { get; }

    public int Count { get; }

    /// <summary>The piece at an index; nothing is known of one beyond either end, where the rented array holds another passage's.</summary>
    public ref readonly PieceTraits this[int index] => ref (uint)index < (uint)Count ? ref _traits[index] : ref Unknown[0];

    public WordTag TagAt(int index) => (WordTag)this[index].Tag;

    public void Dispose() => ArrayPool<PieceTraits>.Shared.Return(_traits);

    /// <param name="passage">The passage.</param>
    /// <param name="names">Of its article.</param>
    /// <param name="words">The tagger of parts of speech; null where only it is trained.</param>
    public static PassageView Of(Passage passage, NameMap names, TagWeights? words)
    {
        var view = new PassageView(passage);
        names.Mark(passage, view._traits);
        for (var i = 0; i < passage.Count; i++)
            view.Describe(i, ref view._traits[i]);
        if (words is not null)
            view.SetTags(words);
        view.LinkForth();
        view.LinkBack();
        return view;
    }

    /// <summary>The piece at an index, or what marks the passage's start or end beyond it.</summary>
    public ref readonly PieceTraits At(int index) =>
        ref index < 0 ? ref Edges[0] : ref index >= Count ? ref Edges[1] : ref _traits[index];

    private void Describe(int i, ref PieceTraits own)
    {
        var piece = Passage[i];
        if (piece.Quotation is { } quotation)
        {
            var last = Passage.Text[quotation.Inner.End - 1];
            var length = (uint)Math.Min(quotation.Inner.Length / 12, 5);
            own.Word = own.Stem = 16 + length * 256 + (char.IsLetterOrDigit(last) ? 'x' : last);
            own.Suffix = own.ShortSuffix = last;
            own.Shape = char.IsUpper(Passage.Text[quotation.Inner.Start]) ? 3u : 4u;
            own.Symbol = (uint)PieceKind.Quotation;
            own.Coarse = own.Middle = own.Fine = own.Word;
            return;
        }

        Span<char> buffer = stackalloc char[LongestWord];
        var text = Passage.Word(i);
        var word = buffer[..Math.Min(text.Length, LongestWord)];
        text[..word.Length].ToLowerInvariant(word);
        var verb = piece.Kind == PieceKind.Word ? CueVerbs.Find(text) : null;
        own.Word = piece.Kind == PieceKind.Number ? 5u : FeatureList.HashOf(word);
        own.Stem = verb is not null ? FeatureList.HashOf(verb.Verb.Lemma) : FeatureList.HashOf(word[..StemLength(word)]);
        own.Suffix = FeatureList.HashOf(word[^Math.Min(3, word.Length)..]);
        own.ShortSuffix = FeatureList.HashOf(word[^Math.Min(2, word.Length)..]);
        own.Shape = ShapeOf(text);
        own.Symbol = SymbolOf(piece, verb, word);
        own.IsVerb = verb is not null && verb.Form != VerbForm.Base;
        SetClusters(ref own, word);
    }

    /// <param name="own">The piece.</param>
    /// <param name="word">In small letters; its digits are lost.</param>
    private static void SetClusters(ref PieceTraits own, Span<char> word)
    {
        for (var k = 0; k < word.Length; k++)
        {
            if (char.IsDigit(word[k]))
                word[k] = '0';
        }

        var cluster = Clusters.Of(FeatureHash.Of(word));
        (own.Coarse, own.Middle, own.Fine) = cluster.Coarse != 0
            ? (cluster.Coarse, cluster.Middle, cluster.Fine)
            : (own.ShortSuffix, own.Suffix, own.Suffix);
    }

    private void SetTags(TagWeights words)
    {
        using var chained = Chained.Of(this, ushort.MaxValue, ushort.MaxValue, words, WordTagFeatures.Extract);
        var tags = chained.Tags;
        for (var i = 0; i < tags.Length; i++)
            _traits[i].Tag = Passage.KindAt(i) == PieceKind.Quotation ? Quoted : tags[i];
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

    private void LinkForth()
    {
        var (verb, quotation, segment, start) = (None, None, 0, 0);
        for (var i = 0; i < Count; i++)
        {
            (_traits[i].VerbBefore, _traits[i].QuotationBefore) = (verb, quotation);
            if (Parts(i))
                (segment, start) = (segment + 1, i);
            (_traits[i].Segment, _traits[i].SegmentStart) = (segment, start);
            if (_traits[i].IsVerb)
                verb = i;
            if (Passage.KindAt(i) == PieceKind.Quotation)
                quotation = i;
        }
    }

    private void LinkBack()
    {
        var (verb, quotation) = (None, None);
        for (var i = Count - 1; i >= 0; i--)
        {
            (_traits[i].VerbAfter, _traits[i].QuotationAfter) = (verb, quotation);
            if (_traits[i].IsVerb)
                verb = i;
            if (Passage.KindAt(i) == PieceKind.Quotation)
                quotation = i;
        }
    }

    /// <summary>
    /// Whether the word looks like a finite verb; false beyond the end. <see cref="Clauses"/> tells whether the tagger takes it for one.
    /// </summary>
    public bool IsFinite(int i) => i < Count && (Passage.Is(i, WordClass.Verb | WordClass.Be | WordClass.Auxiliary) || _traits[i].Symbol == Past
        || _traits[i].Symbol is >= 32 + ((uint)VerbForm.Third * 8) and < 32 + ((uint)VerbForm.Ing * 8));

    private bool Parts(int i) => Passage.KindAt(i) is PieceKind.Comma or PieceKind.Dash or PieceKind.Colon or PieceKind.Semicolon
        or PieceKind.OpenBracket or PieceKind.CloseBracket or PieceKind.Quotation;
}
