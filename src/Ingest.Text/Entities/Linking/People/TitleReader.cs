using Ingest.Text.Documents;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.People;

/// <summary>What stands around a name and says what its bearer is.</summary>
/// <param name="Role">The office; null where none is told.</param>
/// <param name="Gender">As the words tell.</param>
/// <param name="IsKin">Somebody's kin, who is named by them.</param>
/// <param name="IsOver">The role is told of in the past: "who was the second mate".</param>
internal readonly record struct Title(string? Role, Gender Gender, bool IsKin = false, bool IsOver = false);

/// <summary>
/// Reads titles and roles before a name, or else the <see cref="RoleBehind">role behind</see> it:
/// <code>
/// before := past? party? modifier* title+ ("and" title+)? ("of" "the"? object+)? address* NAME      "former U.S. Secretary of State Roe"
///         | modifier* title+ "to" place+ NAME                         "ambassador to Norway Roe"
///         | determiner phrase "," address* NAME                       "the board's managing director, Eng Roe"
///         | Phrase "," address* NAME                                  "Acting Secretary of Labor, Roe", where a sentence begins
/// past   := "former" | "acting" | …
/// </code>
/// Parties before a title aren't part of it; two offices joined by "and" are those that one person may hold in a firm; forms of address
/// ("Mr.") tell the gender and no role; kinship ("his wife, Roe") tells the gender too.
/// </summary>
internal sealed class TitleReader(Document doc, Gazetteer gazetteer, IReadOnlyList<Mention> mentions)
{
    private readonly TitleWords _words = new(doc, gazetteer);
    private readonly RoleBehind _behind = new(doc, gazetteer);

    private static readonly WordSet Address = WordSet.InAnyCase(
        "Mr Mr. Mrs Mrs. Ms Ms. Miss Mx Mx. Sir Madam Dr Dr. Lady Lord Dame Hon. Rev. St. Messrs Sheikh");

    // Of those the article may say more elsewhere.
    private static readonly WordSet Ranks = WordSet.InAnyCase("Professor Prof Prof. Emeritus Associate Assistant Rev Reverend Eng Aunty Auntie vet doctor");

    // That somebody isn't in office, or not yet for good.
    private static readonly WordSet Past = WordSet.InAnyCase("former ex then acting interim outgoing incoming late retired");

    // Of ministers, and of police and crime commissioners.
    private static readonly WordSet Portfolios = WordSet.InAnyCase(
        """
        agriculture commerce communications crime culture defence defense development economy education energy environment family finance foreign
        health housing immigration industry information interior justice labor labour planning police science sports technology tourism trade
        transport women youth
        """);

    // What one person is at once: "president and CEO".
    private static readonly WordSet Joined = WordSet.InAnyCase(
        """
        president chairman chairwoman chair CEO CFO COO CTO founder co-founder cofounder owner director chief publisher editor
        producer writer singer songwriter executive officer actor general commander
        """);

    // What is done to somebody behind "to": "to replace coach Roe", "to convict Roe"; not "according to coach Roe".
    private static readonly WordSet Deeds = WordSet.InAnyCase(
        """
        appoint arrest beat challenge consider consult convict face fire give have having help hire host join keep leave marry meet
        name nominate nurture oust pay persuade play prevent push replace rest sack send sign succeed support sue tell urge
        """);

    // What somebody is secretary, member or chief "of", with a small letter.
    private static readonly WordSet SmallObjects = WordSet.AsWritten("congress parliament staff state");

    // Who is sent "to" a country.
    private static readonly WordSet Sent = WordSet.InAnyCase("ambassador consul envoy delegate representative");

    // What somebody does, or works at; "awaiting", "praising" do something to them.
    private static readonly WordSet Ongoing = WordSet.AsWritten(
        """
        acting attending banking batting betting bowling boxing breeding building casting catering coaching commanding consulting counseling counselling
        driving editing engineering farming fighting filming fishing founding gaming governing hitting housing incoming kicking launching leading licensing
        lighting losing managing marketing mining nursing outgoing passing planning policing polling presiding printing publishing racing rating recording
        recruiting reigning riding ruling running sailing scoring serving shipping shooting singing sitting skating skiing sporting stabbing starting
        supervising swimming teaching testing touring trading training visiting walking warring working wrestling writing
        """);

    private static readonly WordSet Plurals = WordSet.AsWritten("Gens. Govs. Profs. Reps. Revs. Sens.");

    public Title Read(TextSpan name)
    {
        var first = doc.TokenAt(name.Start);
        var gender = Gender.Unknown;
        var titled = first;   // where the forms of address and rank begin
        while (titled > 0 && IsAddress(titled - 1))
            Learn(--titled, ref gender);

        var (start, end) = Direct(BeforeAcronym(titled), first);
        if (start == end && EndOfMany(titled, name) is > 0 and var many && _words.AreMany(many - 1))
            return new Title(OfMany(many), gender);
        if (start < end)
            start = StartOfOwner(start);
        for (var i = start; i < end; i++)
            Learn(i, ref gender);
        if (InFront(start) is { Start: >= 0 } front && !IsMetBy(front.Start, name) && (start == titled || (front.Start > 0 && _words.StartsSentence(front.Start - 1))))
        {
            Learn(front.Head, ref gender);
            if (!WordUses.Of(_words.Text(front.Head)).HasFlag(WordUse.Kin))
                return new Title(_words.Words(StartOfOwner(front.Start), front.End), gender);
            return new Title(_behind.Of(name), gender, IsKin: true);
        }

        if (start < end && !_words.IsKin(end - 1) && !IsAnybody(start, end))
            return new Title(PastOf(start) + One(_words.Words(start, end)), gender);
        var behind = _behind.Of(name);
        return new Title(behind ?? RankOf(titled, first), gender, IsKin: start < end, IsOver: behind is not null && _behind.IsOver(name));
    }

    /// <summary>"former " of "former Democratic President" and "former New Jersey governor"; empty where the office isn't a past one.</summary>
    private string PastOf(int office)
    {
        const int far = 6;   // tokens
        var (at, isNear) = (office - 1, true);
        for (; at > 0 && office - at < far && !_words.StartsSentence(at)
            && (doc.IsCapital(at) || doc.Tokens[at].Kind == TokenKind.Number || (_words.Text(at) is "and" or "&" && doc.IsCapital(at - 1))); at--)
            isNear = (_words.Lists(at) & (WordLists.Group | WordLists.Demonym)) != 0;
        if (at > 0 && _words.Text(at) is "-")
            at--;
        // "said late Friday President Roe", "and then New York Mayor Roe spoke": of the time.
        return at >= 0 && (!doc.IsCapital(at) || _words.StartsSentence(at)) && Past.Contains(_words.Text(at)) && (isNear || _words.Text(at) is not ("late" or "then"))
            ? $"{_words.Words(at, at + 1).ToLowerInvariant()} " : "";
    }

    /// <summary>"great man", "elder": no role.</summary>
    private bool IsAnybody(int start, int end) =>
        _words.Text(end - 1) is "man" or "woman" or "boy" or "girl" or "guy" or "lady" or "person" or "child" || (end == start + 1 && _words.Text(start) is "elder");

    /// <summary>Where the words end that stand before a row of people, in which the name is: "directors" of "directors Roe, Poe and Marsh"; −1 where it is in none.</summary>
    private int EndOfMany(int first, TextSpan name)
    {
        const int longest = 8;   // people; a longer row is a list
        var last = LastBeginningBy(name.Start);
        var at = last;
        for (; at > 0 && last - at < longest && IsRow(mentions[at - 1], mentions[at]); at--)
            first = doc.TokenAt(mentions[at - 1].Span.Start);
        var isRow = at < last || (at + 1 < mentions.Count && IsRow(mentions[at], mentions[at + 1]));
        return isRow && last - at < longest && first > 0 ? first : -1;
    }

    private bool IsRow(Mention one, Mention next) =>
        (one.Type, next.Type) == (EntityType.Person, EntityType.Person) && doc.Text.AsSpan(one.Span.End..next.Span.Start) is " and " or ", " or ", and " or " & ";

    /// <summary>"former director" of "former directors Roe and Poe".</summary>
    private string OfMany(int end)
    {
        var start = end - 1;
        while (start > 0 && end - start < TitleWords.MaxRole && !IsEx(start) && IsModifier(start - 1, start))
            start--;
        return PastOf(start) + _words.Words(StartOfOwner(start), end)[..^1];
    }

    /// <summary>"Sen." of "Sens. Roe and Poe".</summary>
    private static string One(string office)
    {
        var last = office.LastIndexOf(' ') + 1;
        return Plurals.Contains(office.AsSpan(last)) ? $"{office[..^2]}." : office;
    }

    private string? RankOf(int start, int end)
    {
        while (start < end && Address.Contains(_words.Text(start)))
            start++;
        while (end > start && Address.Contains(_words.Text(end - 1)))
            end--;
        return start < end ? _words.Words(start, end) : null;
    }

    /// <summary>"[Harlow] Animation President": a role doesn't begin within the name of an organisation, nor behind whose it is.</summary>
    private int StartOfOwner(int start)
    {
        var at = doc.Tokens[start].Span.Start;
        var i = LastBeginningBy(at);
        var isWithin = i >= 0 && mentions[i].Type == EntityType.Organization && mentions[i].Span.End > at;
        if (isWithin)
            at = mentions[i--].Span.Start;
        // "[Harlow] Police Chief", but not "[Harlow] Mayor", which is an office without it.
        if (i >= 0 && (isWithin || !_words.IsTitle(start)) && mentions[i].Type is EntityType.Location or EntityType.Group or EntityType.Organization
            && mentions[i].Span.End == at - 1 && doc.Text[at - 1] == ' ')
            at = mentions[i].Span.Start;
        return doc.TokenAt(at);
    }

    /// <summary>Index of the last name that begins at <paramref name="offset"/> or before; −1 where none does.</summary>
    private int LastBeginningBy(int offset)
    {
        var (low, high) = (0, mentions.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (mentions[middle].Span.Start <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    /// <summary>"Chief Election Commissioner [(CEC)]": where the brackets begin; <paramref name="end"/> where none end there.</summary>
    private int BeforeAcronym(int end) =>
        end > 3 && _words.Text(end - 1) is ")" && _words.Text(end - 3) is "(" && _words.IsAcronym(end - 2) && !_words.HasBreak(end) ? end - 3 : end;

    /// <summary>The title that runs up to the name without a comma; empty when none does.</summary>
    private (int Start, int End) Direct(int end, int name)
    {
        if (end == 0)
            return (0, 0);
        var start = end;
        while (start > 0 && (_words.IsTitle(start - 1) || JoinsTitles(start - 1, end) || IsOfChief(start - 1, end)) && !_words.HasBreak(start) && !IsDeed(start - 1))
            start--;
        if (start == end)
        {
            // "Secretary of State NAME": back over the object to "of", and a title before it.
            var of = end - 1;
            while (of > 0 && end - of < 5 && doc.IsCapital(of))
                of--;
            if (of > 0 && _words.Text(of) is "the")
                of--;
            var isSmall = of > 1 && of == end - 1 && SmallObjects.Contains(_words.Text(of)) && _words.Text(of - 1) is "of";
            if (isSmall)
                of--;
            if (of <= 0 || (!isSmall && (of == end - 1 || !IsObject(of, end))) || !_words.IsTitle(of - 1))
                return (end, end);
            start = of - 1;
            while (start > 0 && _words.IsTitle(start - 1))
                start--;
        }

        var isMinister = _words.Text(end - 1) is "Minister" or "Secretary" or "Commissioner";
        while (start > 0 && name - start < TitleWords.MaxRole && !IsEx(start) && (IsModifier(start - 1, start) || (isMinister && IsPortfolio(start - 1))))
            start--;
        return (start, end);
    }

    /// <summary>"Secretary for Education", "ambassador to Norway".</summary>
    private bool IsObject(int link, int end) =>
        _words.Text(link) is "to" ? Sent.Contains(_words.Text(link - 1)) && IsPlace(link + 1, end)
            : _words.Text(link) is "of" or "for" && (doc.IsCapital(link - 1) || (_words.Text(link) is "of" && IsPlace(link + 1, end)));

    private bool IsPlace(int start, int end) => !_words.IsOnNextLine(end)
        && (gazetteer.Find(doc.Text.AsSpan(doc.Tokens[start].Span.Start..doc.Tokens[end - 1].Span.End)) & (WordLists.Place | WordLists.Town)) != 0;

    /// <summary>"operating" of "chief operating officer".</summary>
    private bool IsOfChief(int at, int end) =>
        at > 0 && at + 1 < end && _words.Text(at + 1) is "officer" or "Officer" && _words.Text(at - 1) is "chief" or "Chief" && doc.Tokens[at].Kind == TokenKind.Word;

    /// <summary>"Youth [and] Sports Minister", "Foreign [Trade] and Tourism Minister".</summary>
    private bool IsPortfolio(int at) => at > 0
        && (_words.Text(at) is "and" or "&" ? Portfolios.Contains(_words.Text(at + 1)) && Portfolios.Contains(_words.Text(at - 1)) && doc.IsCapital(at - 1)
            : doc.IsCapital(at) && Portfolios.Contains(_words.Text(at)));

    /// <summary>"ex-Prime" of "ex-Prime Minister".</summary>
    private bool IsEx(int at) => _words.Text(at).StartsWith("ex-", StringComparison.OrdinalIgnoreCase);

    /// <summary>"president [and] CEO", "founder [and] chief executive".</summary>
    private bool JoinsTitles(int and, int end) =>
        and > 0 && and + 1 < end && _words.Text(and) is "and" or "&" && Joined.Contains(_words.Text(and - 1)) && Joined.Contains(_words.Text(and + 1)) && _words.IsTitle(and - 1);

    private bool IsModifier(int at, int next)
    {
        if (doc.Tokens[at].Kind != TokenKind.Word || _words.Text(at).Length < 2 || (next > at && _words.IsOnNextLine(next)) || IsDeed(at))
            return false;
        if (IsEx(at))
            return true;
        var lists = _words.Lists(at);
        if (!doc.IsCapital(at))
            return !doc.IsCapital(next) && IsPlainModifier(at);
        if ((lists & WordLists.Group) != 0 || ((lists & (WordLists.Starter | WordLists.Place)) == WordLists.Starter && _words.Text(at) is not "Police"))
            return false;
        // "Assistant coach" at the start of a sentence; "U.S. President", "Foreign Minister", "FBI director", "Greek minister" anywhere.
        return doc.IsCapital(next)
            ? (lists & (WordLists.Common | WordLists.AnyHead | WordLists.Demonym | WordLists.Organization | WordLists.Place)) != 0
                || _words.IsAcronym(at) || EndsName(at, next)
            : _words.IsAcronym(at) || (lists & WordLists.Demonym) != 0 || (_words.StartsSentence(at) && (lists & WordLists.Common) != 0);
    }

    /// <summary>A word in small letters before a title, as in "[retired] judge", "[acting] head", "[police] chief"; no word of grammar, kin, adverb or other form of a verb.</summary>
    private bool IsPlainModifier(int at)
    {
        var word = _words.Text(at);
        if (at > 0 && _words.Text(at - 1) is "-")
            return false;
        if (word is not "police" && (WordUses.Of(word) != WordUse.None || (_words.Lists(at) & WordLists.Starter) != 0))
            return false;
        var isOngoing = Ongoing.Contains(word) || word.Contains('-');
        return (word is "retired" || !word.EndsWith("ed")) && (isOngoing || !word.EndsWith("ing")) && !word.EndsWith("ly")
            && !_words.IsKin(at) && !IsVerbOf(at);
    }

    /// <summary>The phrase that a comma parts from the titles at <paramref name="end"/>; its start is −1 when there is none.</summary>
    private (int Start, int Head, int End) InFront(int end)
    {
        var none = (-1, -1, -1);
        if (end < 2 || _words.Text(end - 1) is not ",")
            return none;
        var start = -1;
        for (var i = end - 2; i >= 0 && end - i < TitleWords.MaxRole && _words.IsPhrasal(i); i--)
        {
            // "the delay bothered the minister, Roe" begins at "minister"; "the head of the board, Roe" and "the board's head, Roe" at the first word.
            if (_words.IsDeterminer(i) && (start < 0 || doc.Tokens[start - 1].Kind == TokenKind.Clitic || (WordUses.Of(_words.Text(start - 2)) & WordUse.Preposition) != 0))
                start = i + 1;
            if (!_words.StartsSentence(i))
                continue;
            // "Acting Secretary of Labor, Roe", "Director of the Board, Roe"; not "As president, Roe".
            if ((start < 0 || (start > 2 && _words.Text(start - 2) is "of" or "for" && _words.IsTitle(start - 3))) && doc.IsCapital(i)
                && (WordUses.Of(_words.Text(i)) & ~WordUse.Person) == WordUse.None && ((_words.Lists(i) & WordLists.Starter) == 0 || Past.Contains(_words.Text(i))))
                start = i;
            break;
        }

        // "Roe is the mayor, Poe said": that is said of Roe.
        if (start < 0 || start == end - 1
            || (start > 1 && (_words.Text(start - 2) is "is" or "was" or "be" or "been" or "became" or "become" or "as" or "not" || IsLead(start - 2))))
            return none;
        (start, var head) = _words.HeadOf(start, end - 1);
        return head < 0 ? none : (start, head, end - 1);
    }

    /// <summary>
    /// "According to his doctor, Roe died", "According to an aide and a spokesman, Roe left": the preposition leads in the sentence, which
    /// is Roe's.
    /// </summary>
    private bool IsLead(int before)
    {
        var at = before;
        while (_words.Text(before) is "and" && at > 0 && before - at < TitleWords.MaxRole && _words.IsPhrasal(at) && _words.Text(at) is not "to")
            at--;
        return (WordUses.Of(_words.Text(at)) & WordUse.Preposition) != 0
            && (_words.StartsSentence(at) || (_words.Text(at) is "to" && _words.Text(at - 1) is "According" && _words.StartsSentence(at - 1)));
    }

    /// <summary>"She argued with the agent, Roe claims": whom a preposition takes isn't the one who says so.</summary>
    private bool IsMetBy(int office, TextSpan name)
    {
        var behind = doc.TokenAt(name.End - 1) + 1;
        return office > 1 && behind < doc.Tokens.Count && (WordUses.Of(_words.Text(office - 2)) & WordUse.Preposition) != 0
            && (WordUses.Of(_words.Text(behind)) & WordUse.AnySaying) != 0;
    }

    /// <summary>"would replace", "to replace".</summary>
    private bool IsDeed(int at) =>
        at > 0 && !doc.IsCapital(at)
            && (_words.Text(at - 1) is "will" or "would" or "can" or "could" or "should" or "may" or "might" or "must"
                || (_words.Text(at - 1) is "to" && Deeds.Contains(_words.Text(at))));

    /// <summary>"It stars actress Roe".</summary>
    private bool IsVerbOf(int at) =>
        at > 0 && _words.Text(at) is [.., not 's', 's'] && _words.Text(at - 1) is "it" or "It" or "he" or "He" or "she" or "She" or "who" or "which" or "that";

    private void Learn(int at, ref Gender gender)
    {
        var (lists, use) = (_words.Lists(at), WordUses.Of(_words.Text(at)));
        var isMan = (use & WordUse.Man) != 0 || (lists & (WordLists.MaleTitle | WordLists.FemaleTitle)) == WordLists.MaleTitle;
        var isWoman = (use & WordUse.Woman) != 0 || (lists & (WordLists.MaleTitle | WordLists.FemaleTitle)) == WordLists.FemaleTitle;
        if (isMan != isWoman)
            gender = isMan ? Gender.Male : Gender.Female;
    }

    private bool IsAddress(int at) => Address.Contains(_words.Text(at)) || (Ranks.Contains(_words.Text(at)) && doc.IsCapital(at));

    /// <summary>"White" of "White House", "North" of "North Korean" before a title.</summary>
    private bool EndsName(int at, int next) =>
        (gazetteer.Find(doc.Text.AsSpan(doc.Tokens[at].Span.Start..doc.Tokens[next].Span.End)) & (WordLists.Organization | WordLists.Demonym)) != 0;
}
