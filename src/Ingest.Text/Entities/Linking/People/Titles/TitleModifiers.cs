using Ingest.Text.Documents;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.People.Titles;

/// <summary>
/// Reads the modifiers before a title, which belong to it: "[Assistant] coach", "[North Korean] leader", "[retired] judge", "[Youth and
/// Sports] Minister".
/// </summary>
internal sealed class TitleModifiers(Document doc, Gazetteer gazetteer)
{
    // Portfolios of ministers, and of police and crime commissioners.
    private static readonly WordSet Portfolios = WordSet.InAnyCase(
        """
        agriculture commerce communications crime culture defence defense development economy education energy environment family
        finance foreign health housing immigration industry information interior justice labor labour planning police science sports
        technology tourism trade transport women youth
        """);

    // Words in -ing for what somebody does or works at; "awaiting", "praising" are done to somebody.
    private static readonly WordSet Ongoing = WordSet.AsWritten(
        """
        acting attending banking batting betting bowling boxing breeding building casting catering coaching commanding consulting counseling
        counselling driving editing engineering farming fighting filming fishing founding gaming governing hitting housing incoming kicking
        launching leading licensing lighting losing managing marketing mining nursing outgoing passing planning policing polling presiding
        printing publishing racing rating recording recruiting reigning riding ruling running sailing scoring serving shipping shooting
        singing sitting skating skiing sporting stabbing starting supervising swimming teaching testing touring trading training visiting
        walking warring working wrestling writing
        """);

    private static readonly WordSet Subjects = WordSet.AsWritten("it It he He she She who which that");

    // "U.S. President", "Foreign Minister".
    private const WordLists BeforeCapital =
        WordLists.Common | WordLists.AnyHead | WordLists.Demonym | WordLists.Organization | WordLists.Place;

    private readonly TitleWords _words = new(doc, gazetteer);

    /// <summary>Index where the title begins with its modifiers.</summary>
    /// <param name="title">Index where the title begins without its modifiers.</param>
    /// <param name="behind">Index behind the title; with its modifiers it has at most <see cref="TitleWords.MaxRole"/> tokens.</param>
    /// <param name="mayHavePortfolio">Whether it is a minister's title.</param>
    public int StartOf(int title, int behind, bool mayHavePortfolio = false)
    {
        var start = title;
        while (start > 0 && behind - start < TitleWords.MaxRole && !IsEx(start)
            && (IsModifier(start - 1, start) || (mayHavePortfolio && IsPortfolio(start - 1))))
            start--;
        return start;
    }

    private bool IsModifier(int at, int next)
    {
        if (_words.IsOwnerOfOffice(at) || (at > 0 && _words.IsOwnerOfOffice(at - 1)))
            return true;
        if (doc.Tokens[at].Kind != TokenKind.Word || _words.Text(at).Length < 2 || _words.IsOnNextLine(next) || _words.IsDeed(at))
            return false;
        if (IsEx(at))
            return true;
        if (!doc.IsCapital(at))
            return !doc.IsCapital(next) && IsPlainModifier(at);
        // "National Security Minister", "Senate Republican Leader".
        if ((_words.Text(at) is "National" && doc.IsCapital(next))
            || (_words.Text(at) is "Republican" or "Democratic" or "GOP" && _words.Text(next) is "Leader" or "Whip"))
            return true;
        if (_words.Text(at) is "First" && _words.Text(next) is "Minister" or "Lady" or "Secretary" or "Deputy")
            return true;
        var lists = _words.Lists(at);
        var isParty = (lists & WordLists.Group) != 0;
        var isStarter = (lists & (WordLists.Starter | WordLists.Place)) == WordLists.Starter && _words.Text(at) is not "Police";
        if (isParty || isStarter)
            return false;
        if (_words.IsAcronym(at))
            return true;
        // "Greek minister" has a small letter behind it.
        return doc.IsCapital(next)
            ? (lists & BeforeCapital) != 0 || EndsName(at, next)
            : (lists & WordLists.Demonym) != 0 || IsOpener(at, lists);
    }

    /// <summary>"Assistant" of "Assistant coach" at the start of a sentence.</summary>
    private bool IsOpener(int at, WordLists lists) => _words.StartsSentence(at) && (lists & WordLists.Common) != 0;

    /// <summary>
    /// Whether the token is a plain modifier in small letters, as in "[retired] judge", "[acting] head", "[police] chief". Words of
    /// grammar, kinship terms, adverbs and other forms of verbs are not.
    /// </summary>
    private bool IsPlainModifier(int at)
    {
        var word = _words.Text(at);
        if (at > 0 && (_words.Text(at - 1) is "-" || IsTime(at)))
            return false;
        if (word is not "police" && (WordUses.Of(word) != WordUse.None || (_words.Lists(at) & WordLists.Starter) != 0))
            return false;
        var isOngoing = Ongoing.Contains(word) || word.Contains('-');
        return (word is "retired" || !word.EndsWith("ed")) && (isOngoing || !word.EndsWith("ing")) && !word.EndsWith("ly")
            && !_words.IsKin(at) && !IsVerb(at);
    }

    /// <summary>"The [day] President Roe left", "the [moment] the coach came"; not "night manager".</summary>
    private bool IsTime(int at) =>
        _words.Text(at) is "day" or "week" or "month" or "year" or "moment" or "time" && _words.Text(at - 1) is "the" or "The";

    /// <summary>"It [stars] actress Roe".</summary>
    private bool IsVerb(int at) => at > 0 && _words.Text(at) is [.., not 's', 's'] && Subjects.Contains(_words.Text(at - 1));

    /// <summary>"ex-Prime" of "ex-Prime Minister".</summary>
    private bool IsEx(int at) => _words.Text(at).StartsWith("ex-", StringComparison.OrdinalIgnoreCase);

    /// <summary>"Youth [and] Sports Minister", "Foreign [Trade] and Tourism Minister".</summary>
    private bool IsPortfolio(int at)
    {
        if (at == 0)
            return false;
        return _words.Text(at) is "and" or "&"
            ? Portfolios.Contains(_words.Text(at + 1)) && Portfolios.Contains(_words.Text(at - 1)) && doc.IsCapital(at - 1)
            : Portfolios.Contains(_words.Text(at)) && doc.IsCapital(at);
    }

    /// <summary>"White" of "White House", "North" of "North Korean" before a title.</summary>
    private bool EndsName(int at, int next) =>
        (gazetteer.Find(doc.Text.AsSpan(doc.Tokens[at].Span.Start..doc.Tokens[next].Span.End))
            & (WordLists.Organization | WordLists.Demonym)) != 0;
}
