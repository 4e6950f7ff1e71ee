using System.Buffers;
using System.Numerics;
using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Tagging;

/// <summary>
/// What an article tells of each of its words in all the places where it stands (Chieu and Ng 2003): how it is written, and what surrounds
/// it. A place that says little of a name borrows from one that says more.
/// </summary>
internal sealed class ArticleWords : IDisposable
{
    private readonly Document _doc;
    private readonly Word[] _words;      // open addressing, at most half full; rented
    private readonly int _mask;

    public ArticleWords(Document doc)
    {
        _doc = doc;
        var capacity = (int)BitOperations.RoundUpToPowerOf2((uint)doc.Tokens.Count * 2 + 2);
        _words = ArrayPool<Word>.Shared.Rent(capacity);
        _words.AsSpan(0, capacity).Clear();
        _mask = capacity - 1;
    }

    /// <summary>How a word is written where it could have been written otherwise.</summary>
    [Flags]
    public enum Spelling : byte
    {
        None = 0,
        Small = 1,
        Capital = 2,
    }

    public void Dispose() => ArrayPool<Word>.Shared.Return(_words);

    /// <param name="hash">That of the word in small letters.</param>
    public ref Word Of(uint hash)
    {
        var slot = (int)hash & _mask;
        while (_words[slot].IsTaken && _words[slot].Hash != hash)
            slot = slot + 1 & _mask;
        return ref _words[slot];
    }

    /// <summary>Takes in the words of a sentence, whose runs are marked.</summary>
    public void Add(Sentence sentence, SentenceCase sentenceCase, ReadOnlySpan<TokenTraits> traits)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var first = _doc.Text[_doc.Tokens[i].Span.Start];
            if (!char.IsLetter(first))
                continue;
            ref var word = ref Of(traits[i].Lower);
            (word.Hash, word.IsTaken) = (traits[i].Lower, true);
            if (char.IsLower(first))
                word.Spelling |= sentenceCase == SentenceCase.Lower ? Spelling.None : Spelling.Small;
            else if (i > sentence.FirstToken
                && sentenceCase == SentenceCase.Normal
                && _doc.Tokens[i - 1].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Clitic)
                word.Spelling |= Spelling.Capital;
            if (traits[i].Run.IsEmpty)
                continue;
            word.IsRepeated = word.WordSurroundings != WordSurroundings.None;
            word.WordSurroundings |= Around(sentence, i, traits);
            var run = traits[i].Run;
            if (run.Length <= word.RunLength)
                continue;
            (word.RunLength, word.RunHead, word.RunHeadLists) = (run.Length, traits[run.End - 1].Lower, traits[run.End - 1].Signature);
        }
    }

    private WordSurroundings Around(Sentence sentence, int token, ReadOnlySpan<TokenTraits> traits)
    {
        var run = traits[token].Run;
        var around = run.Length == 1 ? WordSurroundings.Alone
            : token == run.Start ? WordSurroundings.First
            : token == run.End - 1 ? WordSurroundings.Last
            : WordSurroundings.None;
        if (token > sentence.FirstToken)
            around |= Before(traits[token - 1], _doc.TextOf(_doc.Tokens[token - 1]), token > run.Start);
        if (token + 1 < sentence.EndToken)
        {
            var after = _doc.TextOf(_doc.Tokens[token + 1]);
            around |= token + 1 < run.End ? Within(traits[token], traits[token + 1]) : After(after);
            if (after is "," && token + 2 < sentence.EndToken && (traits[token + 2].Lists & WordLists.Place) != 0)
                around |= WordSurroundings.BeforeItsPlace;
        }

        return around;
    }

    private static WordSurroundings Before(in TokenTraits before, ReadOnlySpan<char> text, bool isInRun) =>
        ((before.Lists & WordLists.AnyTitle) != 0 ? WordSurroundings.AfterTitle : WordSurroundings.None)
        | (isInRun && (before.Lists & WordLists.FirstName) != 0 ? WordSurroundings.AfterFirstName : WordSurroundings.None)
        | text switch
        {
            "in" or "In" => WordSurroundings.AfterIn,
            "the" or "The" => WordSurroundings.AfterThe,
            "at" or "near" or "from" or "to" => WordSurroundings.AfterDirection,
            "against" or "beat" or "v" or "vs" or "with" => WordSurroundings.AfterOpponent,
            "," => WordSurroundings.AfterComma,
            _ => WordSurroundings.None,
        };

    private static WordSurroundings Within(in TokenTraits word, in TokenTraits after) =>
        ((after.Lists & WordLists.OrganizationHead) != 0 ? WordSurroundings.BeforeOrganizationHead : WordSurroundings.None)
        | ((after.Lists & (WordLists.FacilityHead | WordLists.LocationHead)) != 0 ? WordSurroundings.BeforePlaceHead : WordSurroundings.None)
        | ((after.Lists & WordLists.Surname) != 0 && (word.Lists & WordLists.FirstName) != 0
            ? WordSurroundings.BeforeSurname
            : WordSurroundings.None);

    private static WordSurroundings After(ReadOnlySpan<char> text) => text switch
    {
        "said" or "says" or "told" or "added" => WordSurroundings.BeforeSaying,
        "'s" or "’s" => WordSurroundings.BeforePossessive,
        _ => WordSurroundings.None,
    };

    /// <summary>A word of the article.</summary>
    public struct Word
    {
        public uint Hash;
        public bool IsTaken;
        public Spelling Spelling;

        /// <summary>With a capital in two places or more: it can tell in one what it was in another.</summary>
        public bool IsRepeated;

        /// <summary>In any of the places where it has a capital.</summary>
        public WordSurroundings WordSurroundings;

        /// <summary>Of the longest run that it stands in: its tokens, its last word and the lists that hold that one.</summary>
        public int RunLength;
        public uint RunHead, RunHeadLists;
    }
}
