using Ingest.Text.Documents;
using Ingest.Text.Entities.Names;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.People.Titles;

/// <summary>
/// Reads the role that stands behind a name:
/// <code>
/// after  := NAME (","? letters)* home? "," (age ",")? ("who" ("is" | "was"))? determiner? phrase end
/// end    := "," | "." | "who" … | a verb behind a name
/// home   := ("of" | "from") capital+
/// phrase := word* title (preposition word+)?                          "president of Local 146 of the Trades Union"
/// </code>
/// </summary>
internal sealed class RoleBehind(Document doc, Gazetteer gazetteer)
{
    // Titles of nobles. Without their land, as in "Jane Roe, Duke", they are a school's name.
    private static readonly WordSet Nobles = WordSet.AsWritten("Baron Count Duke Earl King Marquis Prince");

    private static readonly WordSet Ends = WordSet.AsWritten(", . ( ; who which that whose");

    private readonly TitleWords _words = new(doc, gazetteer);

    /// <summary>The role; null where there is none.</summary>
    public string? Of(TextSpan name)
    {
        var start = BehindHome(BehindLetters(doc.TokenAt(name.End - 1) + 1));
        if (start + 1 >= doc.Tokens.Count || _words.Text(start) is not ",")
            return null;
        start++;
        if (doc.Tokens[start].Kind == TokenKind.Number && start + 2 < doc.Tokens.Count && _words.Text(start + 1) is ",")
            start += 2;
        if (_words.Text(start) is "who" && start + 2 < doc.Tokens.Count && _words.Text(start + 1) is "is" or "was")
            start += 2;
        if (_words.Text(start) is "n't" or "n’t" or "not" or "no" or "as")
            return null;
        if (_words.Text(start) is "now" or "currently" or "still" or "also"
            && start + 2 < doc.Tokens.Count && _words.IsDeterminer(start + 1))
            start++;
        if (_words.IsDeterminer(start))
            start++;
        // "Roe, through her lawyer, said"; but "Roe, Under Secretary of the Army"
        if (start == doc.Tokens.Count || (!doc.IsCapital(start) && (WordUses.Of(_words.Text(start)) & WordUse.Preposition) != 0))
            return null;
        var end = start;
        while (end < doc.Tokens.Count && end - start < TitleWords.MaxRole && _words.IsPhrasal(end) && !EndsLine(start, end)
            && (!TitleWords.IsAddressForm(_words.Text(end)) || (WordUses.Of(_words.Text(end - 1)) & WordUse.Preposition) != 0))
            end++;
        // A longer text about the person is no role; the role ends before "and the" at the latest.
        if (end - start >= TitleWords.MaxRole && end < doc.Tokens.Count && EndBeforeAnd(start, end) is > 0 and var shorter)
            return RoleOf(start, shorter);
        return end < doc.Tokens.Count && (EndsPhrase(start, end) || IsSubject(start, end)) ? RoleOf(start, end) : null;
    }

    private bool EndsPhrase(int start, int end) => Ends.Contains(_words.Text(end)) || EndsLine(start, end);

    /// <summary>"Roe, president of Acme [said]", "Roe, an Acme spokesman [said]".</summary>
    private bool IsSubject(int start, int verb)
    {
        var isOne = _words.Text(start - 1) is "a" or "an";
        return (doc.IsCapital(verb - 1) || (isOne && _words.IsTitle(verb - 1)))
            && (WordUses.Of(_words.Text(verb)) & (WordUse.Finite | WordUse.AnySaying)) != 0 && !doc.IsCapital(verb);
    }

    private string? RoleOf(int start, int end)
    {
        (start, var head) = _words.HeadOf(start, end);
        if (head < 0)
            return null;
        end = EndOfRole(head + 1, end);
        var isNone = _words.IsKin(head)
            || _words.IsAnybody(head)
            || _words.Text(start) is "and" or "or"
            || IsSurname(head)
            || (end == start + 1 && Nobles.Contains(_words.Text(start)));
        return isNone ? null : _words.Words(start, end);
    }

    /// <summary>The first "and" before a determiner; −1 where there is none.</summary>
    private int EndBeforeAnd(int start, int end)
    {
        for (var i = start + 1; i + 1 < end; i++)
        {
            if (_words.Text(i) is "and" && _words.IsDeterminer(i + 1))
                return i;
        }

        return -1;
    }

    /// <summary>Index behind the letters of "Roe, [Ph.D.], a nurse", "Roe [KC], a barrister".</summary>
    private int BehindLetters(int end)
    {
        for (var at = end; at + 1 < doc.Tokens.Count; at = end)
        {
            var letters = _words.Text(at) is "," ? at + 1 : at;
            if (letters + 1 >= doc.Tokens.Count || !PostNominals.Contains(_words.Text(letters)) || _words.Text(letters + 1) is not ",")
                break;
            end = letters + 1;
        }

        return end;
    }

    /// <summary>
    /// Index of the comma of "Roe of North Elm, a nurse"; <paramref name="end"/> where no such place stands behind the name.
    /// </summary>
    private int BehindHome(int end)
    {
        const int far = 4;   // tokens
        if (end >= doc.Tokens.Count || _words.Text(end) is not ("of" or "from"))
            return end;
        var comma = end + 1;
        while (comma < doc.Tokens.Count && comma - end <= far && doc.IsCapital(comma))
            comma++;
        return comma > end + 1 && comma < doc.Tokens.Count && _words.Text(comma) is "," ? comma : end;
    }

    /// <summary>
    /// Index where the role ends, before more is told of the person: "the head of Acme [commenting on it]"; "the head of Acme housing
    /// works" is a whole role. It also ends before the next person: "Adviser to Acme [and Kate Poe]".
    /// </summary>
    private int EndOfRole(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (i > start && i + 2 < doc.Tokens.Count && _words.Text(i) is "and" && (_words.Lists(i + 1) & WordLists.FirstName) != 0
                && doc.IsCapital(i + 1) && doc.IsCapital(i + 2) && (_words.Lists(i - 1) & WordLists.FirstName) == 0
                && !(i + 3 < doc.Tokens.Count && doc.IsCapital(i + 3))
                && (_words.Lists(i + 2) & (WordLists.OrganizationHead | WordLists.FacilityHead)) == 0)
                return i;
            if (doc.IsCapital(i - 1) && !doc.IsCapital(i) && _words.Text(i).EndsWith("ing") && i + 1 < end
                && (WordUses.Of(_words.Text(i + 1)) & (WordUse.Preposition | WordUse.Determiner)) != 0)
                return i;
        }

        return end;
    }

    /// <summary>Whether the role is told in the past: "Roe, 41, who was".</summary>
    public bool IsOver(TextSpan name)
    {
        var who = doc.TokenAt(name.End - 1) + 2;
        if (who < doc.Tokens.Count && doc.Tokens[who].Kind == TokenKind.Number)
            who += 2;
        return who + 1 < doc.Tokens.Count && _words.Text(who) is "who" && _words.Text(who + 1) is "was";
    }

    /// <summary>
    /// Whether the token is a surname that is also a trade or a title, and no title's noun: "Butcher" of "Roe, Mark Butcher, Poe",
    /// "King" of "Roe, Rebecca King, Poe"; not of "Virginia Governor".
    /// </summary>
    private bool IsSurname(int at) => doc.IsCapital(at)
        && ((_words.Lists(at) & (WordLists.AnyTitle | WordLists.Group)) == 0
            || ((_words.Lists(at) & WordLists.Surname) != 0 && doc.IsCapital(at - 1) && IsOnlyFirstName(at - 1)));

    private bool IsOnlyFirstName(int at) =>
        (_words.Lists(at) & WordLists.FirstName) != 0
        && (_words.Lists(at) & (WordLists.Named | WordLists.Common | WordLists.AnyTitle)) == 0;

    /// <summary>
    /// Whether the role ends with the line, and the next line is about somebody else: "Jane Roe, former mayor of Elm". A line that was
    /// only broken often ends in a small word.
    /// </summary>
    private bool EndsLine(int start, int end)
    {
        const WordUse goesOn = WordUse.Preposition | WordUse.Determiner | WordUse.Coordinator;
        return end > start && (_words.HasBreak(end)
            || (_words.IsOnNextLine(end) && doc.IsCapital(end) && (WordUses.Of(_words.Text(end - 1)) & goesOn) == 0));
    }
}
