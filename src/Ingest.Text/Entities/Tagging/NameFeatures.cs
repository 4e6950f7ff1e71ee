using System.Numerics;
using System.Runtime.InteropServices;
using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Tagging;

/// <summary>
/// The features of a document's tokens, as hashes: the word and its neighbours, how it is written and begins and ends, its clusters, the lists
/// that hold it, and how the same word is written elsewhere in the article. Training and recognition both get them here.
/// </summary>
internal sealed class NameFeatures
{
    /// <summary>Most features that a token has.</summary>
    public const int Max = 288;

    /// <summary>UTF-16 units of a word that are looked at.</summary>
    private const int MaxLetters = 64;

    /// <summary>Lists whose bits say something of a word; the rest are notes for looking up.</summary>
    private const WordLists Telling = ~(WordLists.PhraseStart | WordLists.Capitals);

    private readonly Document _doc;
    private readonly WordClusters _clusters;
    private readonly Gazetteer _gazetteer;
    private readonly TokenTraits[] _traits;
    private readonly SentenceCase[] _cases;
    private readonly Dictionary<uint, Seen> _seen;

    public NameFeatures(Document doc, WordClusters clusters, Gazetteer gazetteer)
    {
        (_doc, _clusters, _gazetteer) = (doc, clusters, gazetteer);
        _traits = new TokenTraits[doc.Tokens.Count];
        _cases = new SentenceCase[doc.Sentences.Count];
        _seen = new Dictionary<uint, Seen>(doc.Tokens.Count / 2);
        for (var s = 0; s < _cases.Length; s++)
        {
            _cases[s] = SentenceCases.Of(doc, doc.Sentences[s]);
            Describe(doc.Sentences[s], _cases[s]);
            MarkPhrases(doc.Sentences[s]);
        }
    }

    /// <summary>How a word is written where it could have been written otherwise.</summary>
    [Flags]
    private enum Seen : byte
    {
        None = 0,
        Small = 1,
        Capital = 2,
    }

    /// <summary>Writes a token's features; returns how many.</summary>
    public int Extract(int sentence, int token, Span<uint> features)
    {
        var (_, first, end, _) = _doc.Sentences[sentence];
        ref readonly var w = ref _traits[token];
        ref readonly var b1 = ref token - 1 >= first ? ref _traits[token - 1] : ref Edges[0];
        ref readonly var b2 = ref token - 2 >= first ? ref _traits[token - 2] : ref Edges[1];
        ref readonly var a1 = ref token + 1 < end ? ref _traits[token + 1] : ref Edges[2];
        ref readonly var a2 = ref token + 2 < end ? ref _traits[token + 2] : ref Edges[3];
        var wordCase = (uint)_cases[sentence];
        var seen = (uint)_seen.GetValueOrDefault(w.Lower);
        var sink = new Sink(features);

        sink.Add(wordCase);

        sink.Add(w.Lower);
        sink.Add(w.Cased);
        sink.Add(b1.Lower);
        sink.Add(a1.Lower);
        sink.Add(b2.Lower);
        sink.Add(a2.Lower);
        sink.Add(b1.Lower, w.Lower);
        sink.Add(w.Lower, a1.Lower);
        sink.Add(b2.Lower, b1.Lower);
        sink.Add(a1.Lower, a2.Lower);
        sink.Add(b1.Lower, a1.Lower);

        sink.Add(w.Shape, wordCase);
        sink.Add(b1.Shape, wordCase);
        sink.Add(a1.Shape, wordCase);
        sink.Add(b1.Shape, w.Shape);
        sink.Add(w.Shape, a1.Shape);
        sink.Add(FeatureHash.Of(0, b1.Shape, w.Shape), a1.Shape);
        sink.Add(w.Shape, b1.Lower);
        sink.Add(w.Shape, a1.Lower);

        sink.Add(w.Prefix2);
        sink.Add(w.Prefix3);
        sink.Add(w.Prefix4);
        sink.Add(w.Suffix1);
        sink.Add(w.Suffix2);
        sink.Add(w.Suffix3);
        sink.Add(w.Suffix4);
        sink.Add(b1.Suffix3);
        sink.Add(a1.Suffix3);
        sink.Add(w.Suffix3, w.Shape);

        sink.Add(w.Cluster.Coarse);
        sink.Add(w.Cluster.Middle);
        sink.Add(w.Cluster.Fine);
        sink.Add(b1.Cluster.Coarse);
        sink.Add(b1.Cluster.Middle);
        sink.Add(b1.Cluster.Fine);
        sink.Add(a1.Cluster.Coarse);
        sink.Add(a1.Cluster.Middle);
        sink.Add(a1.Cluster.Fine);
        sink.Add(b2.Cluster.Middle);
        sink.Add(a2.Cluster.Middle);
        sink.Add(b1.Cluster.Middle, w.Cluster.Middle);
        sink.Add(w.Cluster.Middle, a1.Cluster.Middle);
        sink.Add(w.Cluster.Middle, w.Shape);
        sink.Add(b1.Cluster.Middle, w.Shape);
        sink.Add(a1.Cluster.Middle, w.Shape);

        sink.Add(seen, w.Shape);
        sink.Add(seen, token == first ? 1u : 2u);

        sink.Add(w.Signature);
        sink.Add(b1.Signature, w.Signature);
        sink.Add(w.Signature, a1.Signature);
        sink.Add(b1.Signature, w.Shape);
        sink.Add(a1.Signature, w.Shape);
        sink.AddEach((uint)w.Lists, w.Shape);
        sink.AddEach((uint)w.Begins, w.Shape);
        sink.AddEach((uint)w.GoesOn, w.Shape);
        sink.AddEach((uint)b1.Lists, 0);
        sink.AddEach((uint)a1.Lists, 0);
        return sink.Count;
    }

    // Before the first token of a sentence and after its last.
    private static readonly TokenTraits[] Edges = [.. Enumerable.Range(1, 4).Select(n => new TokenTraits { Lower = (uint)n, Shape = (uint)n, Suffix3 = (uint)n })];

    private void Describe(Sentence sentence, SentenceCase sentenceCase)
    {
        Span<char> lower = stackalloc char[MaxLetters];
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var token = _doc.Tokens[i];
            var text = _doc.TextOf(token);
            text = text[..Math.Min(text.Length, MaxLetters)];
            text.ToLowerInvariant(lower);
            Describe(text, lower[..text.Length], token.Kind, sentenceCase, ref _traits[i]);
            if (!char.IsLetter(text[0]))
                continue;
            ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(_seen, _traits[i].Lower, out _);
            if (char.IsLower(text[0]))
                seen |= sentenceCase == SentenceCase.Lower ? Seen.None : Seen.Small;
            else if (i > sentence.FirstToken && sentenceCase == SentenceCase.Normal && _doc.Tokens[i - 1].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Clitic)
                seen |= Seen.Capital;
        }
    }

    private void Describe(ReadOnlySpan<char> text, Span<char> lower, TokenKind kind, SentenceCase sentenceCase, ref TokenTraits traits)
    {
        var caseTells = sentenceCase is SentenceCase.Normal or SentenceCase.Title;
        traits.Lower = FeatureHash.Of(lower);
        traits.Cased = caseTells ? FeatureHash.Of(text) : 1;
        traits.Shape = caseTells || !char.IsLetter(text[0]) ? WordShape.HashOf(text) : (uint)sentenceCase;
        for (var i = 0; i < lower.Length; i++)
        {
            if (char.IsDigit(lower[i]))
                lower[i] = '0';
        }

        var n = lower.Length;
        traits.Cluster = _clusters.Of(FeatureHash.Of(lower));
        traits.Prefix2 = FeatureHash.Of(lower[..Math.Min(2, n)]);
        traits.Prefix3 = FeatureHash.Of(lower[..Math.Min(3, n)]);
        traits.Prefix4 = FeatureHash.Of(lower[..Math.Min(4, n)]);
        traits.Suffix1 = FeatureHash.Of(lower[^1..]);
        traits.Suffix2 = FeatureHash.Of(lower[^Math.Min(2, n)..]);
        traits.Suffix3 = FeatureHash.Of(lower[^Math.Min(3, n)..]);
        traits.Suffix4 = FeatureHash.Of(lower[^Math.Min(4, n)..]);
        if (kind == TokenKind.Word)
            traits.Lists = _gazetteer.Find(text);
    }

    /// <summary>Marks the longest entry of several words that begins at each token.</summary>
    private void MarkPhrases(Sentence sentence)
    {
        for (var first = sentence.FirstToken; first < sentence.EndToken; first++)
        {
            if ((_traits[first].Lists & WordLists.PhraseStart) == 0)
                continue;
            for (var end = Math.Min(sentence.EndToken, first + Gazetteer.MaxWords); end > first + 1; end--)
            {
                var lists = _doc.Tokens[end - 1].Kind is TokenKind.Word or TokenKind.Number
                    ? _gazetteer.Find(_doc.Text.AsSpan(_doc.Tokens[first].Span.Start, _doc.Tokens[end - 1].Span.End - _doc.Tokens[first].Span.Start)) & Telling
                    : WordLists.None;
                if (lists == WordLists.None)
                    continue;
                _traits[first].Begins |= lists;
                for (var i = first + 1; i < end; i++)
                    _traits[i].GoesOn |= lists;
                break;
            }
        }

        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            _traits[i].Lists &= Telling;
    }

    /// <summary>Takes a token's features in a fixed order: the place in that order is the feature's template.</summary>
    private ref struct Sink(Span<uint> features)
    {
        private readonly Span<uint> _features = features;
        private uint _template;

        public int Count { get; private set; }

        public void Add(uint value) => _features[Count++] = FeatureHash.Of(++_template, value);

        public void Add(uint first, uint second) => _features[Count++] = FeatureHash.Of(++_template, first, second);

        /// <summary>A feature for each bit that is set, and one with the company of <paramref name="shape"/>; 0 for no company.</summary>
        public void AddEach(uint bits, uint shape)
        {
            var template = ++_template;
            _template++;
            for (; bits != 0; bits &= bits - 1)
            {
                var bit = (uint)BitOperations.TrailingZeroCount(bits);
                _features[Count++] = FeatureHash.Of(template, bit);
                if (shape != 0)
                    _features[Count++] = FeatureHash.Of(template + 1, bit, shape);
            }
        }
    }
}
