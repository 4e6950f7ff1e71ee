using Ingest.Text.Documents;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking;

/// <summary>A document as the linking of pronouns sees it: for each token, the word's use and its quotation.</summary>
internal sealed class Scene
{
    private readonly WordUse[] _uses;

    public Scene(Document doc)
    {
        Doc = doc;
        Quotations = QuotationMap.Of(doc);
        _uses = new WordUse[doc.Tokens.Count];
        for (var i = 0; i < _uses.Length; i++)
            _uses[i] = doc.Tokens[i].Kind is TokenKind.Word or TokenKind.Number ? WordUses.Of(doc.TextOf(doc.Tokens[i])) : WordUse.None;
        Told = TellTold();
    }

    public Document Doc { get; }

    /// <summary>For each token the number of its quotation, 0 outside.</summary>
    public int[] Quotations { get; }

    /// <summary>
    /// For each sentence, the number of sentences up to and including it that have words outside quotations, which the writer tells.
    /// </summary>
    public int[] Told { get; }

    public int QuotationCount => Quotations.Length == 0 ? 0 : Quotations.Max();

    public int Count => _uses.Length;

    public WordUse UseOf(int at) => at >= 0 && at < _uses.Length ? _uses[at] : WordUse.None;

    public bool Is(int at, WordUse use) => (UseOf(at) & use) != 0;

    public ReadOnlySpan<char> Text(int at) => at >= 0 && at < _uses.Length ? Doc.TextOf(Doc.Tokens[at]) : default;

    /// <summary>
    /// The tokens of the nearest quotation on one side, without its marks; of an unclosed quotation, only the first sentence. Empty where
    /// a name comes first or the quotation is too far away.
    /// </summary>
    /// <param name="from">A token outside quotations.</param>
    /// <param name="steps">How many tokens the quotation may be away; below zero for the one before.</param>
    public Range QuotationNear(int from, int steps)
    {
        for (var k = 1; k <= Math.Abs(steps); k++)
        {
            var at = from + (k * Math.Sign(steps));
            if (at < 0 || at >= Count || (Quotations[at] == 0 && IsCapital(at)))
                break;
            if (Quotations[at] == 0)
                continue;
            var quotation = Doc.Quotations[Quotations[at] - 1];
            var (first, end) = (Doc.TokenAt(quotation.Inner.Start), Doc.TokenAt(quotation.Inner.End - 1) + 1);
            return first..(quotation.IsClosed ? end : Math.Min(end, Doc.Sentences[Doc.SentenceAt(quotation.Inner.Start)].EndToken));
        }

        return default;
    }

    /// <summary>Whether the token is a word; a "34-year-old" is one, too.</summary>
    public bool IsWord(int at) => at >= 0 && at < _uses.Length && (Doc.Tokens[at].Kind == TokenKind.Word || _uses[at] != WordUse.None);

    public bool IsCapital(int at) => IsWord(at) && char.IsUpper(Text(at)[0]);

    public bool IsComma(int at) => Text(at) is ",";

    public bool IsPossessive(int at) => Text(at) is "'s" or "’s" or "'" or "’";

    /// <summary>Whether the sentence has words outside quotations.</summary>
    public bool IsTold(int sentence) => Told[sentence] > (sentence == 0 ? 0 : Told[sentence - 1]);

    private int[] TellTold()
    {
        var (told, count) = (new int[Doc.Sentences.Count], 0);
        for (var s = 0; s < told.Length; s++)
        {
            var (i, end) = (Doc.Sentences[s].FirstToken, Doc.Sentences[s].EndToken);
            while (i < end && (Quotations[i] != 0 || !IsWord(i)))
                i++;
            told[s] = i < end ? ++count : count;
        }

        return told;
    }

    /// <summary>Whether the word can be the verb of a subject before it.</summary>
    public bool IsVerb(int at) =>
        Is(at, WordUse.Finite | WordUse.AnySaying)
        || (IsWord(at)
            && UseOf(at) == WordUse.None
            && Text(at) is { Length: > 3 } word
            && char.IsLower(word[0])
            && (word.EndsWith("ed") || (word.EndsWith('s') && !word.EndsWith("ss"))));

    /// <summary>Whether the token is a word in small letters that no list has: a noun, an adjective, a verb.</summary>
    public bool IsPlain(int at) => IsWord(at) && UseOf(at) == WordUse.None && char.IsLower(Text(at)[0]);
}
