using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Words;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>
/// The words that stand for a speaker:
/// <code>
/// phrase      := head (preposition …)? ("," apposition)*      "The mayor of Elm, Jane Roe, 61"
/// description := a head that is no name: begun by a determiner or a possessive, or ended by a small word or a noun for a person
///              | head preposition … noun for a person           "Bank of Elm's chief economist"
/// </code>
/// </summary>
internal static class SpeakerPhrase
{
    private const WordClass EndsHead =
        WordClass.Preposition | WordClass.Relative | WordClass.Coordinator | WordClass.Subordinator | WordClass.Object;

    private static readonly WordSet Nobody = WordSet.InAnyCase(
        "report reports rumour rumours rumor rumors speculation legend tradition gossip word");

    private static readonly WordSet Writer = WordSet.InAnyCase("I me my our we us");

    /// <summary>
    /// Index where the head ends: before the first punctuation, preposition, conjunction, relative, "meanwhile" or "herself", but not
    /// inside one of <paramref name="names"/>: "Bank of Elm analyst Jane Roe".
    /// </summary>
    public static int HeadEnd(Document doc, TextSpan phrase, MentionIndex? names = null)
    {
        var end = phrase.Start;
        for (var t = doc.TokenAt(phrase.Start); t < doc.Tokens.Count && doc.Tokens[t].Span.Start < phrase.End; t++)
        {
            var token = doc.Tokens[t];
            // Small words only: "the WHO" has no relative in it.
            if (end > phrase.Start && ((token.Kind is TokenKind.Punctuation && doc.TextOf(token) is not "-")
                || (char.IsLower(doc.Text[token.Span.Start])
                    && (WordClasses.Of(
                        doc.TextOf(token)) & EndsHead) != 0)
                || doc.TextOf(token) is "meanwhile")
                && names?.HasInside(token.Span) is not true)
                break;
            end = token.Span.End;
        }

        return end;
    }

    /// <summary>The parts behind the first comma, each up to the next: "Jane Roe" and "61" of "The mayor, Jane Roe, 61".</summary>
    public static IEnumerable<TextSpan> Appositions(Document doc, TextSpan phrase)
    {
        var start = -1;
        var end = -1;
        for (var t = doc.TokenAt(phrase.Start); t < doc.Tokens.Count && doc.Tokens[t].Span.Start < phrase.End; t++)
        {
            var token = doc.Tokens[t];
            if (doc.TextOf(token) is ",")
            {
                if (start >= 0 && end > start)
                    yield return new TextSpan(start, end);
                start = token.Span.End + 1;
            }

            end = token.Span.End;
        }

        if (start >= 0 && end > start)
            yield return new TextSpan(start, end);
    }

    public static bool IsDescription(Document doc, TextSpan phrase)
    {
        var first = doc.TokenAt(phrase.Start);
        var end = HeadEnd(doc, phrase);
        if (first >= doc.Tokens.Count)
            return false;
        if ((WordClasses.Of(doc.TextOf(doc.Tokens[first])) & WordClass.Determiner) != 0)
            return true;
        var last = first;
        for (; last + 1 < doc.Tokens.Count && doc.Tokens[last + 1].Span.End <= end; last++)
        {
            if (doc.Tokens[last].Kind == TokenKind.Clitic)
                return true;
        }

        return char.IsLower(doc.Text[doc.Tokens[last].Span.Start]) || IsHuman(doc, phrase) || EndsInOffice(doc, phrase);
    }

    /// <summary>Whether a noun for a person in small letters stands before the first comma: "Bank of Elm's chief economist, …".</summary>
    public static bool EndsInOffice(Document doc, TextSpan phrase)
    {
        var last = -1;
        for (var t = doc.TokenAt(phrase.Start); t < doc.Tokens.Count && doc.Tokens[t].Span.End <= phrase.End && doc.TextOf(doc.Tokens[t]) is not ","; t++)
        {
            if ((WordClasses.Of(doc.TextOf(doc.Tokens[t])) & WordClass.Relative) != 0)
                return false;
            last = t;
        }

        return last >= 0 && char.IsLower(doc.Text[doc.Tokens[last].Span.Start]) && (WordUses.Of(doc.TextOf(doc.Tokens[last])) & WordUse.Person) != 0;
    }

    /// <summary>
    /// Whether the words before the first comma end in an office with a capital, what stands in parentheses apart: "Union General
    /// Secretary, …", "Deputy Director (Roads), …".
    /// </summary>
    public static bool EndsInTitle(Document doc, TextSpan phrase)
    {
        var last = doc.TokenAt(phrase.Start);
        for (var t = last; t < doc.Tokens.Count && doc.Tokens[t].Span.End <= phrase.End; t++)
        {
            if (doc.TextOf(doc.Tokens[t]) is "(" or ",")
                return doc.IsCapital(last) && IsOffice(doc.TextOf(doc.Tokens[last]));
            last = t;
        }

        return false;
    }

    /// <summary>Whether the word says what somebody is, and not whose kin: "mayor", "spokesman".</summary>
    public static bool IsOffice(ReadOnlySpan<char> word) =>
        WordUses.Of(word) is var use && (use & WordUse.Kin) == 0
        && ((use & WordUse.Person) != 0 || (Gazetteer.Default.Find(word) & WordLists.AnyTitle) != 0);

    /// <summary>Whether the head is a noun for a person, or "he" or "she".</summary>
    public static bool IsHuman(Document doc, TextSpan phrase) =>
        (WordUses.Of(LastWord(doc, phrase)) & (WordUse.Person | WordUse.HeOrShe)) != 0;

    /// <summary>"who", "which"; not "WHO", the World Health Organization.</summary>
    public static bool IsRelative(ReadOnlySpan<char> words) => (ClassOf(words) & WordClass.Relative) != 0;

    private static WordClass ClassOf(ReadOnlySpan<char> words) => words is "WHO" ? WordClass.None : WordClasses.Of(words);

    /// <summary>"I", "we", the "my" of "my hope is".</summary>
    public static bool IsWriter(ReadOnlySpan<char> words) => Writer.Contains(words);

    /// <summary>The kind of words that name none of the article's entities.</summary>
    public static SpeakerKind KindOf(Document doc, TextSpan phrase)
    {
        var words = phrase.In(doc.Text);
        if (IsWriter(words))
            return SpeakerKind.FirstPerson;
        if ((ClassOf(words) & (WordClass.Subject | WordClass.Object | WordClass.Relative)) != 0)
            return SpeakerKind.Pronoun;
        if (Nobody.Contains(LastWord(doc, phrase)))
            return SpeakerKind.Impersonal;
        return IsDescription(doc, phrase) ? SpeakerKind.Nominal : SpeakerKind.Name;
    }

    /// <summary>
    /// Whether the words resemble a name only by the capital at the start of a sentence: "Engineers", "Sources near her".
    /// </summary>
    public static bool IsNoName(Document doc, TextSpan phrase, MentionIndex names)
    {
        var first = doc.TokenAt(phrase.Start);
        if (doc.SentenceAt(phrase.Start) is not (>= 0 and var sentence) || doc.Sentences[sentence].FirstToken != first)
            return false;
        var head = HeadEnd(doc, phrase, names);
        var next = first + 1;
        for (; next < doc.Tokens.Count && doc.Tokens[next].Span.Start < head; next++)
        {
            if (char.IsUpper(doc.Text[doc.Tokens[next].Span.Start]))
                return false;
        }

        // A single word may be a surname that no mention covers.
        var word = doc.TextOf(doc.Tokens[first]);
        return next > first + 1 || word.EndsWith('s')
            || (Gazetteer.Default.Find(word) & (WordLists.Common | WordLists.Surname)) == WordLists.Common;
    }

    private static ReadOnlySpan<char> LastWord(Document doc, TextSpan phrase)
    {
        var head = doc.Text.AsSpan(phrase.Start, HeadEnd(doc, phrase) - phrase.Start);
        return head[(head.LastIndexOf(' ') + 1)..];
    }
}
