using System.Buffers;
using Ingest.Text.Documents;
using Ingest.Text.Entities.Names;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.People.Titles;

/// <summary>Classifies the words around a name, by index of token.</summary>
internal sealed class TitleWords(Document doc, Gazetteer gazetteer)
{
    // Third persons of verbs, and plurals of titles.
    private static readonly WordSet Verbs = WordSet.AsWritten(
        "champions chairs coaches guards guides heads hosts judges partners pilots rivals stars");

    private static readonly WordSet BeforeNouns = WordSet.InAnyCase(
        "the its his her their our two three four five and by with to of from for as former both");

    private static readonly SearchValues<char> AcronymSigns = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>In tokens; longer words are told about the person, and are no role.</summary>
    public const int MaxRole = 14;

    // Verbs behind "to" for what is done to somebody: "to replace coach Roe", "to convict Roe"; not "according to coach Roe".
    private static readonly WordSet Deeds = WordSet.InAnyCase(
        """
        appoint arrest beat challenge consider consult convict face fire give have having help hire host join keep leave marry meet
        name nominate nurture oust pay persuade play prevent push replace rest sack send sign succeed support sue tell urge
        """);

    private static readonly WordSet Nobodies = WordSet.AsWritten("man woman boy girl guy lady person child");

    // Members of parliaments and an office, in capitals alone.
    private static readonly WordSet Members = WordSet.AsWritten("DP MCA MPA MPP TD");

    // Offices in capitals behind what they are of: "Health CS", "Sports PS".
    private static readonly WordSet OfficesOf = WordSet.AsWritten("AG CS IG PS");

    private static readonly WordSet Modals = WordSet.AsWritten("will would can could should may might must");

    /// <summary>
    /// Head: the noun that tells what somebody is, the last one before a preposition; −1 when it is no title. Start: where its phrase
    /// begins, behind owners ("the inquiry's") and kinship ("sister and").
    /// </summary>
    public (int Start, int Head) HeadOf(int start, int end)
    {
        var stop = start + 1;
        // "a lawyer for Poe", "a lawyer representing Poe".
        while (stop < end && (WordUses.Of(Text(stop)) & WordUse.Preposition) == 0 && Text(stop) is not "as"
            && !(IsTitle(stop - 1) && !doc.IsCapital(stop) && Text(stop).EndsWith("ing")))
            stop++;
        for (var i = start; i < stop - 1; i++)
        {
            if ((doc.Tokens[i].Kind == TokenKind.Clitic && !IsOwnerOfOffice(i - 1)) || (Text(i) is "and" && i > start && IsKin(i - 1)))
                start = i + 1;
        }

        return IsTitle(stop - 1) || IsRanking(start, stop - 1) ? (start, stop - 1) : (start, IsOfOwner(stop, end) ? end - 1 : -1);
    }

    /// <summary>Whether the preposition is a part of the owner's name: "Bank [of] Elm governor".</summary>
    private bool IsOfOwner(int of, int end)
    {
        if (of + 2 >= end || Text(of) is not "of" || !doc.IsCapital(of - 1) || !IsTitle(end - 1))
            return false;
        for (var i = of + 1; i < end - 1; i++)
        {
            if (!doc.IsCapital(i))
                return false;
        }

        return true;
    }

    /// <summary>Whether the token is an owner in the office's name: "[State]'s Attorney", "[Children]'s Commissioner".</summary>
    public bool IsOwnerOfOffice(int at) =>
        at >= 0 && at + 2 < doc.Tokens.Count && doc.Tokens[at + 1].Kind == TokenKind.Clitic && doc.IsCapital(at)
        && Text(at) is "State" or "Commonwealth" or "Children" or "Victims" or "Veterans"
        && Text(at + 2) is "Attorney" or "Commissioner" or "Ombudsman";

    /// <summary>"ranking Democrat".</summary>
    private bool IsRanking(int start, int at) =>
        at > start && (Lists(at) & WordLists.Group) != 0 && Text(at - 1) is "ranking" or "top" or "senior";

    /// <summary>Whether the token may stand inside a phrase: no verb, no clause, no comma but that of "Acme, Ltd.".</summary>
    public bool IsPhrasal(int at) =>
        doc.Tokens[at].Kind is TokenKind.Clitic or TokenKind.Number
        || (Text(at) is "-" && at > 0 && doc.Tokens[at - 1].Span.End == doc.Tokens[at].Span.Start)
        || Text(at) is "&"
        || (Text(at) is "," && at + 1 < doc.Tokens.Count && CompanyForm.Is(Text(at + 1)))
        || (doc.Tokens[at].Kind == TokenKind.Word
            && (doc.IsCapital(at) || (WordUses.Of(Text(at)) & (WordUse.Finite | WordUse.AnySaying | WordUse.Other | WordUse.Relative)) == 0)
            && Text(at) is not ("that" or "which" or "because" or "when"));

    /// <summary>Whether the word is a form of address, "Dr.", "Mr"; the name behind it is another person than the name before.</summary>
    public static bool IsAddressForm(ReadOnlySpan<char> word) => word is "Dr" or "Dr." or "Mr" or "Mr." or "Mrs" or "Mrs." or "Ms" or "Ms.";

    /// <summary>A word that says nothing of what somebody is: "woman".</summary>
    public bool IsAnybody(int at) => Nobodies.Contains(Text(at));

    public bool IsKin(int at) => WordUses.Of(Text(at)).HasFlag(WordUse.Kin);

    public bool IsDeterminer(int at) =>
        doc.Tokens[at].Kind == TokenKind.Clitic || WordUses.Of(Text(at)) is var use && (use & WordUse.Determiner) != 0;

    public bool StartsSentence(int at) =>
        at == 0 || doc.Tokens[at - 1].Kind == TokenKind.QuotationMark || Text(at - 1) is "." or "?" or "!" || HasBreak(at);

    public bool HasBreak(int at) =>
        doc.Text.AsSpan(doc.Tokens[at - 1].Span.End..doc.Tokens[at].Span.Start).Contains("\n\n", StringComparison.Ordinal);

    /// <summary>
    /// Whether the token is a title. "the elder" of "the elder Roe" only distinguishes him from his son; "D.J." are somebody's initials,
    /// and "5 PM" is a time.
    /// </summary>
    public bool IsTitle(int at) => doc.Tokens[at].Kind == TokenKind.Word
        && Text(at) is not "D.J."
        && !(Text(at) is "elder" && at > 0 && Text(at - 1) is "the" or "The")
        && !(Text(at) is "PM" && at > 0 && doc.Tokens[at - 1].Kind == TokenKind.Number)
        && (IsOffice(Text(at)) || Members.Contains(Text(at)) || (at > 0 && doc.IsCapital(at - 1) && OfficesOf.Contains(Text(at))));

    /// <summary>Whether the token is the plural of a title: "directors" before "Roe and Poe".</summary>
    public bool AreMany(int at) =>
        doc.Tokens[at].Kind == TokenKind.Word && Text(at) is [.. { Length: > 2 } one, 's'] && !IsTitle(at) && !IsVerb(at)
        && !WordUses.Of(one).HasFlag(WordUse.Kin) && one is not "teammate" && IsOffice(one);

    /// <summary>"She [judges] Roe and Poe", "Elm [hosts] Roe and Poe"; not "the hosts Roe and Poe", "Judges Roe and Poe".</summary>
    private bool IsVerb(int at) =>
        at > 0 && Verbs.Contains(Text(at)) && doc.Tokens[at - 1].Kind == TokenKind.Word && !BeforeNouns.Contains(Text(at - 1));

    /// <summary>"minister", "governor-elect".</summary>
    private bool IsOffice(ReadOnlySpan<char> word)
    {
        const string elect = "-elect";
        return IsHeldOffice(word) || (word.EndsWith(elect, StringComparison.Ordinal) && IsHeldOffice(word[..^elect.Length]));
    }

    private bool IsHeldOffice(ReadOnlySpan<char> word) =>
        (gazetteer.Find(word) & WordLists.AnyTitle) != 0 || Occupations.Contains(word) || (WordUses.Of(word) & WordUse.Person) != 0
        || HeadWord.IsOffice(word) || word.EndsWith("-General", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the token is something done to the person, and no title: "[replace] coach Roe" behind "would" or "to".</summary>
    public bool IsDeed(int at) => at > 0 && !doc.IsCapital(at)
        && (Modals.Contains(Text(at - 1)) || (Text(at - 1) is "to" && Deeds.Contains(Text(at))));

    /// <summary>The person's gender by the token; <paramref name="before"/> where the token tells nothing.</summary>
    public Gender GenderAt(int at, Gender before)
    {
        var (titles, use) = (Lists(at) & (WordLists.MaleTitle | WordLists.FemaleTitle), WordUses.Of(Text(at)));
        var isMan = (use & WordUse.Man) != 0 || titles == WordLists.MaleTitle;
        var isWoman = (use & WordUse.Woman) != 0 || titles == WordLists.FemaleTitle;
        return isMan == isWoman ? before : isMan ? Gender.Male : Gender.Female;
    }

    /// <summary>Whether the token begins a line. A line of its own may be a caption's credit.</summary>
    public bool IsOnNextLine(int at) => doc.Text.AsSpan(doc.Tokens[at - 1].Span.End..doc.Tokens[at].Span.Start).Contains('\n');

    public bool IsAcronym(int at) =>
        Text(at) is { Length: >= 2 } text && char.IsAsciiLetterUpper(text[0]) && !text.ContainsAnyExcept(AcronymSigns);

    public WordLists Lists(int at) => gazetteer.Find(Text(at));

    public ReadOnlySpan<char> Text(int at) => doc.TextOf(doc.Tokens[at]);

    /// <summary>The tokens as they are written, on one line.</summary>
    public string Words(int start, int end) =>
        string.Join(' ', WordSet.Parted(doc.Text[doc.Tokens[start].Span.Start..doc.Tokens[end - 1].Span.End]));
}
