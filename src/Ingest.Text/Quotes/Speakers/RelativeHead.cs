using Ingest.Text.Documents;
using Ingest.Text.Entities.Words;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>
/// The words that "who" or "which" stands for, where they name nobody:
/// <code>
/// head  := noun-phrase ((of | for | at | from | in | with) (noun-phrase | Name))? ","? relative
///          "[South Korean officials] who said", "[a spokesman for Acme], who said", "by [the study] which found"
/// </code>
/// Before "who" somebody has to be described: "it is not clear who said" stands for no words. ", which" may stand for all that was told,
/// unless the sentence begins with its words.
/// </summary>
internal static class RelativeHead
{
    private const int Longest = 8;   // tokens

    // They stand alone: "those who", "others who".
    private static readonly WordSet Anybody = WordSet.InAnyCase("those others someone somebody anyone anybody everyone everybody");

    private static readonly WordSet Plurals = WordSet.InAnyCase("people men women children");

    /// <summary>Between somebody and what he belongs to or comes from.</summary>
    public static readonly WordSet Links = WordSet.AsWritten("of for at from in with");

    /// <param name="doc">Where the words are.</param>
    /// <param name="relative">The relative pronoun.</param>
    public static TextSpan? Before(Document doc, TextSpan relative)
    {
        var last = doc.TokenAt(relative.Start) - 1;
        var isAside = last >= 0 && doc.TextOf(doc.Tokens[last]) is ",";
        if (isAside)
            last--;
        if (doc.SentenceAt(relative.Start) is not (>= 0 and var sentence) || last < doc.Sentences[sentence].FirstToken)
            return null;
        if (Anybody.Contains(doc.TextOf(doc.Tokens[last])))
            return doc.Tokens[last].Span;

        var floor = Math.Max(doc.Sentences[sentence].FirstToken, last - Longest + 1);
        var first = PhraseStart(doc, last, floor);
        var head = last;
        if (first - 2 >= floor && Links.Contains(doc.TextOf(doc.Tokens[first - 1])) && IsPerson(doc, first - 2))
        {
            head = first - 2;
            first = PhraseStart(doc, head, floor);
        }

        var isDescribed = relative.In(doc.Text) is "who"
            ? IsPerson(doc, head) || (IsPlural(doc, head) && IsNounPhrase(doc, first, head, doc.Sentences[sentence].FirstToken))
            : (ClassOf(doc, first) & WordClass.Determiner) != 0 && first < head
                && (!isAside || first == doc.Sentences[sentence].FirstToken);
        return first <= head && isDescribed ? new TextSpan(doc.Tokens[first].Span.Start, doc.Tokens[last].Span.End) : null;
    }

    /// <summary>
    /// Index of the first token of the noun phrase that ends with <paramref name="last"/>; behind it where nothing there is a noun.
    /// </summary>
    private static int PhraseStart(Document doc, int last, int floor)
    {
        const WordClass bound = WordClass.Preposition | WordClass.Subordinator | WordClass.Relative | WordClass.Coordinator
            | WordClass.Subject | WordClass.Object | WordClass.Be | WordClass.Auxiliary | WordClass.Time | WordClass.Verb;
        var first = last + 1;
        while (first > floor && doc.Tokens[first - 1].Kind != TokenKind.Punctuation)
        {
            var before = ClassOf(doc, first - 1);
            if ((before & WordClass.Determiner) != 0 ? first > last : (before & bound) != 0 || IsVerb(doc, first - 1))
                break;
            first--;
            if ((before & WordClass.Determiner) != 0 && (first == floor || (ClassOf(doc, first - 1) & WordClass.Determiner) == 0))
                break;
        }

        return first <= last && doc.Tokens[first].Kind == TokenKind.Clitic ? last + 1
            : first < last && IsBareVerb(doc, first) ? first + 1
            : first;
    }

    /// <summary>"need" of "we need leaders", "honour" of "to honour teachers"; not "young" of "to young leaders".</summary>
    private static bool IsBareVerb(Document doc, int at)
    {
        if (at == 0 || (ClassOf(doc, at) & WordClass.Determiner) != 0)
            return false;
        var before = ClassOf(doc, at - 1);
        return doc.TextOf(doc.Tokens[at - 1]) is "to" ? CueVerbs.Find(doc.TextOf(doc.Tokens[at])) is { Form: VerbForm.Base }
            : (before & (WordClass.Subject | WordClass.Auxiliary)) != 0 && doc.TextOf(doc.Tokens[at - 1]) is not ("has" or "have" or "had");
    }

    /// <summary>"released" of "Acme released figures"; not "injured" of "the injured man".</summary>
    private static bool IsVerb(Document doc, int at) =>
        at > 0 && CueVerbs.Find(doc.TextOf(doc.Tokens[at])) is { Form: VerbForm.Past or VerbForm.Third } && doc.IsCapital(at - 1);

    /// <summary>"official", "officials".</summary>
    private static bool IsPerson(Document doc, int at)
    {
        var word = doc.TextOf(doc.Tokens[at]);
        return Is(word) || (word is [.. var one, 's'] && Is(one));

        static bool Is(ReadOnlySpan<char> word) => (WordUses.Of(word) & (WordUse.Person | WordUse.Kin)) != 0;
    }

    /// <summary>"enthusiasts", "people"; not "knows", nor a name.</summary>
    private static bool IsPlural(Document doc, int at)
    {
        var word = doc.TextOf(doc.Tokens[at]);
        return Plurals.Contains(word)
            || (word is [var initial, .., not 's', 's'] && char.IsLower(initial)
                && ClassOf(doc, at) == WordClass.None && CueVerbs.Find(word) is null);
    }

    /// <summary>"the cities", "for cities", "Cities"; not "Nobody knows".</summary>
    private static bool IsNounPhrase(Document doc, int first, int head, int sentenceStart) =>
        (ClassOf(doc, first) & WordClass.Determiner) != 0
        || (first == sentenceStart ? first == head : (ClassOf(doc, first - 1) & WordClass.Preposition) != 0);

    /// <summary>"US lawmakers" has no pronoun in it.</summary>
    private static WordClass ClassOf(Document doc, int at) =>
        doc.TextOf(doc.Tokens[at]) is "US" ? WordClass.None : WordClasses.Of(doc.TextOf(doc.Tokens[at]));
}
