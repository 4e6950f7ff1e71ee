using Ingest.Text.Documents;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.People.Titles;

/// <summary>
/// Reads a phrase in front of a name, with a comma between:
/// <code>
/// front := determiner phrase ","                             "the board's managing director, Roe"
///        | Phrase ","                                        "Acting Secretary of Labor, Roe", where a sentence begins
/// </code>
/// </summary>
internal sealed class PhraseInFront(Document doc, Gazetteer gazetteer)
{
    // "Roe is [the mayor], Poe said": the phrase describes Roe, and not Poe.
    private static readonly WordSet SaysOf = WordSet.AsWritten("is was be been became become as not");

    private readonly TitleWords _words = new(doc, gazetteer);

    /// <summary>The phrase, its noun and the comma that ends it, by index of token; null where there is none.</summary>
    /// <param name="end">Where the name begins with its titles.</param>
    /// <param name="name">The name.</param>
    public (int Start, int Head, int Comma)? Before(int end, TextSpan name)
    {
        if (end < 2 || _words.Text(end - 1) is not ",")
            return null;
        var comma = end - 1;
        var start = StartOf(comma);
        if (start < 0 || start == comma || (start > 1 && (SaysOf.Contains(_words.Text(start - 2)) || IsLead(start - 2))))
            return null;
        (start, var head) = _words.HeadOf(start, comma);
        return head < 0 || IsMetBy(start, name) ? null : (start, head, comma);
    }

    /// <summary>Index where the phrase begins, behind its determiner; −1 where nothing shows it.</summary>
    private int StartOf(int comma)
    {
        var start = -1;
        for (var i = comma - 1; i >= 0 && comma - i < TitleWords.MaxRole - 1 && _words.IsPhrasal(i); i--)
        {
            if (_words.IsDeterminer(i) && (start < 0 || GoesOnBefore(start)))
                start = i + 1;
            if (!_words.StartsSentence(i))
                continue;
            if ((start < 0 || IsOfTitle(start - 2)) && IsOpener(i))
                start = i;
            break;
        }

        return start;
    }

    /// <summary>
    /// Whether the phrase continues before this token. "the head of the board, Roe" and "the board's head, Roe" continue up to the first
    /// determiner; "the delay bothered the minister, Roe" begins at "minister".
    /// </summary>
    private bool GoesOnBefore(int start) => doc.Tokens[start - 1].Kind == TokenKind.Clitic || IsPreposition(start - 2);

    /// <summary>"of" behind "Director": the phrase begins before "the" of "Director of the Board", "Adviser to the President".</summary>
    private bool IsOfTitle(int of) => of > 0 && _words.Text(of) is "of" or "for" or "to" && _words.IsTitle(of - 1);

    /// <summary>"[Acting] Secretary of Labor, Roe", "[Director] of the Board, Roe"; not "As president, Roe".</summary>
    private bool IsOpener(int at) => doc.IsCapital(at)
        && (WordUses.Of(_words.Text(at)) & ~WordUse.Person) == WordUse.None
        && ((_words.Lists(at) & WordLists.Starter) == 0 || PastOffice.IsPast(_words.Text(at)));

    /// <summary>
    /// Whether a preposition begins a lead-in, behind which the sentence is about the named person: "According to his doctor, Roe died",
    /// "According to an aide and a spokesman, Roe left".
    /// </summary>
    private bool IsLead(int before)
    {
        var at = before;
        if (_words.Text(before) is "and")
        {
            while (at > 0 && before - at < TitleWords.MaxRole && _words.IsPhrasal(at) && _words.Text(at) is not "to")
                at--;
        }

        return IsPreposition(at)
            && (_words.StartsSentence(at)
                || (_words.Text(at) is "to" && _words.Text(at - 1) is "According" && _words.StartsSentence(at - 1)));
    }

    /// <summary>
    /// Whether the office is the object of a preposition, and its holder not the speaker: "She argued with the agent, Roe claims".
    /// </summary>
    private bool IsMetBy(int office, TextSpan name)
    {
        var behind = doc.TokenAt(name.End - 1) + 1;
        return office > 1 && behind < doc.Tokens.Count && IsPreposition(office - 2)
            && (WordUses.Of(_words.Text(behind)) & WordUse.AnySaying) != 0;
    }

    private bool IsPreposition(int at) => (WordUses.Of(_words.Text(at)) & WordUse.Preposition) != 0;
}
