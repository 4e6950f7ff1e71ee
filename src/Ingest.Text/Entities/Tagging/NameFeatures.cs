using System.Buffers;
using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Tagging;

/// <summary>
/// The features of a document's tokens, as hashes: the word and its neighbours, how it is written and begins and ends, its clusters, the
/// lists that hold it, the words with a capital around it, and what the article tells of the same word elsewhere. Training and recognition
/// both get them here.
/// </summary>
internal sealed class NameFeatures : IDisposable
{
    /// <summary>Most features that a token has.</summary>
    public const int Max = 384;

    /// <summary>UTF-16 units of a word that are looked at.</summary>
    private const int MaxLetters = 64;

    /// <summary>Lists whose bits say something of a word; the rest are notes for looking up.</summary>
    private const WordLists Telling = ~(WordLists.PhraseStart | WordLists.Capitals | WordLists.ClearName);

    // Where the templates of features begin that not every token has.
    private const uint RunTemplates = 100, WideTemplates = 120, ElsewhereTemplates = 140, TopicTemplates = 160, HeadTemplates = 170;

    private readonly Document _doc;
    private readonly WordClusters _clusters;
    private readonly Gazetteer _gazetteer;
    private readonly TokenTraits[] _traits;
    private readonly SentenceCase[] _cases;
    private readonly ArticleWords _words;

    public NameFeatures(Document doc, WordClusters clusters, Gazetteer gazetteer)
    {
        (_doc, _clusters, _gazetteer) = (doc, clusters, gazetteer);
        _traits = ArrayPool<TokenTraits>.Shared.Rent(doc.Tokens.Count);
        _traits.AsSpan(0, doc.Tokens.Count).Clear();
        _cases = ArrayPool<SentenceCase>.Shared.Rent(doc.Sentences.Count);
        _words = new ArticleWords(doc);
        for (var s = 0; s < doc.Sentences.Count; s++)
        {
            var sentence = doc.Sentences[s];
            _cases[s] = SentenceCases.Of(doc, sentence);
            Describe(sentence, _cases[s]);
            MarkPhrases(sentence);
            if (_cases[s] == SentenceCase.Normal)
                CapitalRun.Mark(doc, sentence, _traits);
            _words.Add(sentence, _cases[s], _traits);
        }
    }

    public void Dispose()
    {
        ArrayPool<TokenTraits>.Shared.Return(_traits);
        ArrayPool<SentenceCase>.Shared.Return(_cases);
        _words.Dispose();
    }

    public ref readonly TokenTraits TraitsOf(int token) => ref _traits[token];

    public SentenceCase CaseOf(int sentence) => _cases[sentence];

    public bool IsFirst(int sentence, int token) => token == _doc.Sentences[sentence].FirstToken;

    /// <summary>A token's word in the whole article.</summary>
    public ref readonly ArticleWords.Word WordOf(int token) => ref _words.Of(_traits[token].Lower);

    /// <summary>
    /// Writes a token's features; returns how many. Their order is the contract with the model: a feature's place in it is the template
    /// that its weight was learned for (<see cref="FeatureSink"/>), so whatever is moved, added or left out asks for a new training.
    /// </summary>
    public int Extract(int sentence, int token, Span<uint> features)
    {
        var (_, first, end, _) = _doc.Sentences[sentence];
        var near = new Neighbourhood(
            ref token - 2 >= first ? ref _traits[token - 2] : ref Edges[1],
            ref token - 1 >= first ? ref _traits[token - 1] : ref Edges[0],
            ref _traits[token],
            ref token + 1 < end ? ref _traits[token + 1] : ref Edges[2],
            ref token + 2 < end ? ref _traits[token + 2] : ref Edges[3]);
        ref readonly var own = ref near.Own;
        ref readonly var word = ref _words.Of(own.Lower);
        var wordCase = (uint)_cases[sentence];
        var sink = new FeatureSink(features);

        sink.Add(wordCase);
        AddWords(ref sink, near);
        AddShapes(ref sink, near, wordCase);
        AddAffixes(ref sink, near);
        AddClusters(ref sink, near);
        sink.Add((uint)word.Spelling, own.Shape);
        sink.Add((uint)word.Spelling, token == first ? 1u : 2u);
        AddLists(ref sink, near);
        AddTopics(ref sink, near);
        if (!own.Run.IsEmpty)
            AddRun(ref sink, first, end, token, own.Run);
        if (!own.Wide.IsEmpty)
            AddWide(ref sink, first, end, own.Wide);
        if (word.IsRepeated)
            AddElsewhere(ref sink, own, word);
        return sink.Finish();
    }

    private static void AddWords(ref FeatureSink sink, in Neighbourhood near)
    {
        sink.Add(near.Own.Lower);
        sink.Add(near.Own.Cased);
        sink.Add(near.Before.Lower);
        sink.Add(near.After.Lower);
        sink.Add(near.Before2.Lower);
        sink.Add(near.After2.Lower);
        sink.Add(near.Before.Lower, near.Own.Lower);
        sink.Add(near.Own.Lower, near.After.Lower);
        sink.Add(near.Before2.Lower, near.Before.Lower);
        sink.Add(near.After.Lower, near.After2.Lower);
        sink.Add(near.Before.Lower, near.After.Lower);
    }

    private static void AddShapes(ref FeatureSink sink, in Neighbourhood near, uint wordCase)
    {
        sink.Add(near.Own.Shape, wordCase);
        sink.Add(near.Before.Shape, wordCase);
        sink.Add(near.After.Shape, wordCase);
        sink.Add(near.Before.Shape, near.Own.Shape);
        sink.Add(near.Own.Shape, near.After.Shape);
        sink.Add(FeatureHash.Of(0, near.Before.Shape, near.Own.Shape), near.After.Shape);
        sink.Add(near.Own.Shape, near.Before.Lower);
        sink.Add(near.Own.Shape, near.After.Lower);
    }

    private static void AddAffixes(ref FeatureSink sink, in Neighbourhood near)
    {
        sink.Add(near.Own.Prefix2);
        sink.Add(near.Own.Prefix3);
        sink.Add(near.Own.Prefix4);
        sink.Add(near.Own.Suffix1);
        sink.Add(near.Own.Suffix2);
        sink.Add(near.Own.Suffix3);
        sink.Add(near.Own.Suffix4);
        sink.Add(near.Before.Suffix3);
        sink.Add(near.After.Suffix3);
        sink.Add(near.Own.Suffix3, near.Own.Shape);
    }

    private static void AddClusters(ref FeatureSink sink, in Neighbourhood near)
    {
        sink.Add(near.Own.Cluster.Coarse);
        sink.Add(near.Own.Cluster.Middle);
        sink.Add(near.Own.Cluster.Fine);
        sink.Add(near.Before.Cluster.Coarse);
        sink.Add(near.Before.Cluster.Middle);
        sink.Add(near.Before.Cluster.Fine);
        sink.Add(near.After.Cluster.Coarse);
        sink.Add(near.After.Cluster.Middle);
        sink.Add(near.After.Cluster.Fine);
        sink.Add(near.Before2.Cluster.Middle);
        sink.Add(near.After2.Cluster.Middle);
        sink.Add(near.Before.Cluster.Middle, near.Own.Cluster.Middle);
        sink.Add(near.Own.Cluster.Middle, near.After.Cluster.Middle);
        sink.Add(near.Own.Cluster.Middle, near.Own.Shape);
        sink.Add(near.Before.Cluster.Middle, near.Own.Shape);
        sink.Add(near.After.Cluster.Middle, near.Own.Shape);
    }

    private static void AddLists(ref FeatureSink sink, in Neighbourhood near)
    {
        sink.Add(near.Own.Signature);
        sink.Add(near.Before.Signature, near.Own.Signature);
        sink.Add(near.Own.Signature, near.After.Signature);
        sink.Add(near.Before.Signature, near.Own.Shape);
        sink.Add(near.After.Signature, near.Own.Shape);
        sink.AddEach((uint)near.Own.Lists, near.Own.Shape);
        sink.AddEach((uint)near.Own.Begins, near.Own.Shape);
        sink.AddEach((uint)near.Own.GoesOn, near.Own.Shape);
        sink.AddEach((uint)near.Before.Lists, 0);
        sink.AddEach((uint)near.After.Lists, 0);
    }

    private static void AddTopics(ref FeatureSink sink, in Neighbourhood near)
    {
        sink.StartAt(TopicTemplates);
        sink.Add(near.Own.Cluster.Topic);
        sink.Add(near.Before.Cluster.Topic);
        sink.Add(near.After.Cluster.Topic);
        sink.Add(near.Own.Cluster.Topic, near.Own.Shape);
    }

    private void AddRun(ref FeatureSink sink, int first, int end, int token, CapitalRun run)
    {
        ref readonly var head = ref _traits[run.End - 1];
        ref readonly var before = ref run.Start > first ? ref _traits[run.Start - 1] : ref Edges[0];
        ref readonly var after = ref run.End < end ? ref _traits[run.End] : ref Edges[2];
        var place = (uint)(Math.Min(token - run.Start, 2) * 4 + Math.Min(run.End - 1 - token, 2));
        sink.StartAt(RunTemplates);
        sink.Add(place);
        sink.Add(head.Lower, token == run.End - 1 ? 0u : 1u);
        sink.Add(head.Signature);
        sink.Add(head.Cluster.Middle, place);
        sink.Add(before.Lower);
        sink.Add(after.Lower);
        sink.Add(before.Lower, place);
        sink.Add(after.Lower, place);
        sink.Add(before.Lower, after.Lower);
        sink.Add(before.Cluster.Middle);
        sink.Add(after.Cluster.Middle);
        sink.Add(before.Cluster.Coarse, after.Cluster.Coarse);
    }

    private static void AddElsewhere(ref FeatureSink sink, in TokenTraits w, in ArticleWords.Word word)
    {
        sink.StartAt(ElsewhereTemplates);
        sink.AddEach((uint)word.WordSurroundings, 0);
        sink.Add((uint)word.WordSurroundings);
        sink.Add((uint)word.WordSurroundings & 0xff, w.Shape);
        if (word.RunLength < 2)
            return;
        // "Acme" where "Acme Forest Products" stands elsewhere.
        var isSame = word.RunLength == w.Run.Length ? 1u : 0u;
        sink.StartAt(HeadTemplates);
        sink.Add(word.RunHead, isSame);
        sink.Add(word.RunHeadLists, isSame);
        sink.Add(word.RunHead, w.Shape);
    }

    private void AddWide(ref FeatureSink sink, int first, int end, CapitalRun run)
    {
        ref readonly var lead = ref _traits[run.Start];
        ref readonly var head = ref _traits[run.End - 1];
        sink.StartAt(WideTemplates);
        sink.Add(lead.Lower);
        sink.Add(head.Lower);
        sink.Add(lead.Lower, head.Lower);
        sink.Add(head.Signature);
        sink.Add((run.Start > first ? ref _traits[run.Start - 1] : ref Edges[0]).Lower);
        sink.Add((run.End < end ? ref _traits[run.End] : ref Edges[2]).Lower);
    }

    // Before the first token of a sentence and after its last.
    private static readonly TokenTraits[] Edges =
        [.. Enumerable.Range(1, 4).Select(n => new TokenTraits { Lower = (uint)n, Shape = (uint)n, Suffix3 = (uint)n })];

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
                    ? _gazetteer.Find(_doc.Text.AsSpan(
                        _doc.Tokens[first].Span.Start, _doc.Tokens[end - 1].Span.End - _doc.Tokens[first].Span.Start)) & Telling
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

    /// <summary>A token with the two before it and the two after it, or what stands for them beyond the sentence.</summary>
    private readonly ref struct Neighbourhood(
        ref readonly TokenTraits before2,
        ref readonly TokenTraits before,
        ref readonly TokenTraits own,
        ref readonly TokenTraits after,
        ref readonly TokenTraits after2)
    {
        public readonly ref readonly TokenTraits Before2 = ref before2;
        public readonly ref readonly TokenTraits Before = ref before;
        public readonly ref readonly TokenTraits Own = ref own;
        public readonly ref readonly TokenTraits After = ref after;
        public readonly ref readonly TokenTraits After2 = ref after2;
    }
}
