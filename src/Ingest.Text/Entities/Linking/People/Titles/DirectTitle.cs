using Ingest.Text.Documents;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Entities.Linking.People.Titles;

/// <summary>
/// Reads a title right before a name, without a comma:
/// <code>
/// direct  := modifier* title+ ("and" title+)? ("of" "the"? object+)? acronym?     "U.S. Secretary of State"
///          | fields title                                                         "Roads, Harbours and Ferries Secretary"
///          | title+ "of" object+ title+                                           "Chief of Army Staff Field Marshal"
///          | modifier* title+ "to" place+                                         "ambassador to Norway"
///          | title+ ("of" Capital)? "to" "the" title+                             "Chief of Staff to the President"
/// acronym := "(" capitals ")"                                                     "Chief Election Commissioner (CEC)"
/// </code>
/// "and" joins two offices that one person may hold in a firm.
/// </summary>
internal sealed class DirectTitle(Document doc, Gazetteer gazetteer)
{
    /// <summary>In tokens.</summary>
    private const int LongestObject = 4;

    // Titles that one person may have together: "president and CEO".
    private static readonly WordSet Joined = WordSet.InAnyCase(
        """
        president chairman chairwoman chair CEO CFO COO CTO founder co-founder cofounder owner director chief publisher editor
        producer writer singer songwriter executive officer actor general commander
        """);

    // Words in small letters behind "of", which somebody is secretary, member or chief of.
    private static readonly WordSet SmallObjects = WordSet.AsWritten("congress parliament staff state");

    // Titles of people who are sent "to" a country.
    private static readonly WordSet Sent = WordSet.InAnyCase("ambassador consul envoy delegate representative");

    // Titles whose portfolio may stand before them: "Youth and Sports Minister".
    private static readonly WordSet WithPortfolio = WordSet.AsWritten("Minister Secretary Commissioner");

    private readonly TitleWords _words = new(doc, gazetteer);
    private readonly TitleModifiers _modifiers = new(doc, gazetteer);

    /// <summary>The title, by index of token, half-open; empty where there is none.</summary>
    /// <param name="address">Where the name begins, with its forms of address.</param>
    /// <param name="name">Where the name begins without them.</param>
    public (int Start, int End) Before(int address, int name)
    {
        var end = BeforeAcronym(address);
        if (end == 0)
            return (0, 0);
        var start = StartOfTitles(end);
        start = start == end ? StartBeforeObject(end) : StartOfAide(start);
        if (start == end)
            return (end, end);
        var hasPortfolio = WithPortfolio.Contains(_words.Text(end - 1));
        return hasPortfolio && StartOfFields(start) is var fields && fields < start
            ? (fields, end)
            : (StartOfChief(_modifiers.StartOf(start, name, hasPortfolio), start), end);
    }

    /// <summary>
    /// Index where the three fields and more of a minister begin: "[Roads, Harbours and Ferries] Secretary"; the title's where it has none.
    /// </summary>
    private int StartOfFields(int title)
    {
        var start = BodyOfFields.StartOfFields(doc, title, 0);
        return doc.Text.AsSpan(doc.Tokens[start].Span.Start..doc.Tokens[title].Span.Start).Contains('\n') ? title : start;
    }

    /// <summary>
    /// Index where the post begins of an officer whose rank follows: "[Chief of] Army Staff Field Marshal"; <paramref name="start"/> where
    /// none does.
    /// </summary>
    private int StartOfChief(int start, int rank)
    {
        var chief = start - 2;
        if (start == rank || chief < 0 || _words.Text(start - 1) is not "of" || !doc.IsCapital(rank)
            || !doc.IsCapital(chief) || !_words.IsTitle(chief))
            return start;
        while (chief > 0 && _words.IsTitle(chief - 1) && !_words.HasBreak(chief))
            chief--;
        return chief;
    }

    /// <summary>
    /// Index of the opening bracket of "Chief Election Commissioner [(CEC)]"; <paramref name="end"/> where no brackets end there.
    /// </summary>
    private int BeforeAcronym(int end) =>
        end > 3 && _words.Text(end - 1) is ")" && _words.Text(end - 3) is "(" && _words.IsAcronym(end - 2) && !_words.HasBreak(end)
            ? end - 3 : end;

    private int StartOfTitles(int end)
    {
        var start = end;
        while (start > 0
            && (_words.IsTitle(start - 1) || JoinsTitles(start - 1, end) || IsOfChief(start - 1, end) || IsElect(start - 1, end))
            && !_words.HasBreak(start)
            && !_words.IsDeed(start - 1))
            start--;
        return start;
    }

    /// <summary>
    /// Index where the office begins of which this title is the object: "[Chief of Staff] to the President". In small letters, and
    /// without "the", the person behind is the president: "an adviser to President Roe".
    /// </summary>
    private int StartOfAide(int title)
    {
        var to = title - 2;
        if (to < 1 || _words.Text(title - 1) is not "the" || _words.Text(to) is not "to")
            return title;
        var start = to > 2 && _words.Text(to - 2) is "of" && doc.IsCapital(to - 1) && _words.IsTitle(to - 3) ? to - 3 : to - 1;
        if (!_words.IsTitle(start) || !doc.IsCapital(start))
            return title;
        while (start > 0 && _words.IsTitle(start - 1))
            start--;
        return start;
    }

    /// <summary>"president [and] CEO", "founder [and] chief executive".</summary>
    private bool JoinsTitles(int and, int end) =>
        and > 0 && and + 1 < end && _words.Text(and) is "and" or "&"
        && Joined.Contains(_words.Text(and - 1)) && Joined.Contains(_words.Text(and + 1)) && _words.IsTitle(and - 1);

    /// <summary>"[-elect]" of "Sen.-elect", a word of its own behind the point.</summary>
    private bool IsElect(int at, int end) => at > 0
        && (_words.Text(at) is "-" ? at + 1 < end && _words.Text(at + 1) is "elect" && _words.IsTitle(at - 1)
            : _words.Text(at) is "elect" or "-elect" && _words.Text(at - 1) is "-" or [.., '.']);

    /// <summary>"operating" of "chief operating officer".</summary>
    private bool IsOfChief(int at, int end) =>
        at > 0 && at + 1 < end && doc.Tokens[at].Kind == TokenKind.Word
        && _words.Text(at - 1) is "chief" or "Chief" && _words.Text(at + 1) is "officer" or "Officer";

    /// <summary>
    /// Index where a title with an object begins, "Secretary of State": back over the object, its link and the titles before; <paramref
    /// name="end"/> where there are none.
    /// </summary>
    private int StartBeforeObject(int end)
    {
        var link = end - 1;
        while (link > 0 && end - link <= LongestObject && doc.IsCapital(link))
            link--;
        // "Chair for the Roe Award" is not Roe's title.
        var hasObject = link < end - 1;
        if (hasObject && link > 0 && _words.Text(link) is "the")
            link--;
        var isSmall = link > 1 && link == end - 1 && SmallObjects.Contains(_words.Text(link)) && _words.Text(link - 1) is "of";
        if (isSmall)
            link--;
        if (link <= 0 || !(isSmall || (hasObject && Links(link, end))) || !_words.IsTitle(link - 1))
            return end;
        var start = link - 1;
        while (start > 0 && _words.IsTitle(start - 1))
            start--;
        return start;
    }

    /// <summary>"Secretary [for] Education", "ambassador [to] Norway", "president [of] FIFA".</summary>
    private bool Links(int link, int end) => _words.Text(link) switch
    {
        "to" => Sent.Contains(_words.Text(link - 1)) && IsPlace(link + 1, end),
        "of" => doc.IsCapital(link - 1) || IsPlace(link + 1, end) || (end - link == 2 && _words.IsAcronym(link + 1)),
        "for" => doc.IsCapital(link - 1),
        _ => false,
    };

    private bool IsPlace(int start, int end) => !_words.IsOnNextLine(end)
        && (gazetteer.Find(doc.Text.AsSpan(doc.Tokens[start].Span.Start..doc.Tokens[end - 1].Span.End))
            & (WordLists.Place | WordLists.Town)) != 0;
}
