using Ingest.Text.Documents;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Makes the mentions of a name in one article agree. A name with one type nearly everywhere gets that type everywhere. A surname is a
/// person's where the article has the whole name. <see cref="NameCompletion"/> adds mentions that were missed.
/// </summary>
internal sealed class NameConsistency
{
    // The numbers of votes were chosen by hand, each in view of the others; no grid was searched.

    /// <summary>Votes of "Acme Plc" for the type of "Acme", in mentions.</summary>
    private const int ShorterVotes = 4;

    /// <summary>Votes of "Don Hollis" for the type of "Hollis", in mentions.</summary>
    private const int SurnameVotes = 6;

    /// <summary>Votes of "Acme, which" for the type of "Acme", in mentions.</summary>
    private const int EvidenceVotes = 2;

    /// <summary>Votes of "Acme®" for the type of "Acme", in mentions.</summary>
    private const int BrandVotes = 6;

    /// <summary>Votes that a month needs to be a surname, in mentions.</summary>
    private const int SureVotes = 3;

    private static readonly WordSet BeforeMonths = WordSet.AsWritten(
        "in In since Since until till during early late mid last this next");

    private readonly Document _doc;
    private readonly NameVotes _votes;
    private readonly HashSet<uint> _surnames = [];     // of whole names
    private readonly HashSet<uint> _firsts = [];       // their first words
    private readonly HashSet<uint> _human = [];        // both, of names that lists or the words beside them show to be a person's
    private readonly HashSet<uint> _speaking = [];     // single words that say something
    private readonly HashSet<uint> _withArticle = [];  // "the Kestrel", as nobody is called
    private readonly HashSet<uint> _teams = [];        // the place before the name of a team: "Charlotte" of "Charlotte Hornets"
    private readonly HashSet<uint> _spelledOut = [];   // initials of which the article tells what they stand for
    private readonly HashSet<uint> _inside = [];       // names that somebody or something is "in"

    private NameConsistency(Document doc) => (_doc, _votes) = (doc, new NameVotes(doc));

    public static List<Mention> Apply(Document doc, List<Mention> mentions)
    {
        var consistency = new NameConsistency(doc);
        foreach (var mention in mentions)
            consistency.Vote(mention);
        for (var i = 0; i < mentions.Count; i++)
        {
            var judged = mentions[i] with { Type = consistency.Judge(mentions[i]) };
            // "Cardinal Roe" is Roe.
            mentions[i] = judged.Type == EntityType.Person && judged.Type != mentions[i].Type ? HeadWord.Refine(doc, judged) : judged;
        }

        return new NameCompletion(doc, consistency._votes).Complete(mentions);
    }

    private void Vote(Mention mention)
    {
        if (!NameVotes.IsVoter(mention.Type))
            return;
        var (first, end) = TokensOf(mention.Span);
        VoteForAcronym(mention.Type, first, end);
        if (end - first > NameVotes.MaxTokens)
            return;
        _votes.Of(first, end)[(int)mention.Type]++;
        NoteNeighbours(first, end);
        var told = NameEvidence.Of(_doc, first, end);
        if (told is { } type)
        {
            var isSure = type is EntityType.Event or EntityType.Misc || (type == EntityType.Person && end - first > 1);
            _votes.Of(first, end)[(int)type] += isSure ? ShorterVotes : EvidenceVotes;
        }

        VoteAsListed(mention, first, end);
        // "Hurricane Dolly" tells what "Dolly" is.
        if (mention.Type == EntityType.Event && end - first > 1 && (ListsOf(end - 2) & WordLists.EventLead) != 0)
            _votes.Of(end - 1, end)[(int)EntityType.Event] += ShorterVotes;
        var surname = JuniorName.SurnameEnd(_doc, first, end);
        if (surname - first > 1 && (mention.Type == EntityType.Person || told == EntityType.Person))
            VoteForSurname(first, surname, isTold: told == EntityType.Person);
        if (mention.Type == EntityType.Organization)
        {
            VoteForShorter(first, end);
            VoteForTeam(first, end);
            VoteForInitials(first, end);
        }
    }

    private void NoteNeighbours(int first, int end)
    {
        if (first > 0 && _doc.TextOf(_doc.Tokens[first - 1]) is "in" or "In" or "near" or "at")
            _inside.Add(_votes.KeyOf(first, end));
        if (first > 0 && _doc.TextOf(_doc.Tokens[first - 1]) is "the" or "The" && !IsBeforeNoun(end))
            _withArticle.Add(_votes.KeyOf(first, end));
        if (end - first == 1 && Speaks(first))
            _speaking.Add(_votes.KeyOf(first, end));
    }

    /// <summary>As lists, a sign or the spelling tell of the name by itself.</summary>
    private void VoteAsListed(Mention mention, int first, int end)
    {
        if (IsSigned(mention.Span) && (Gazetteer.Default.Find(mention.Span.In(_doc.Text)) & WordLists.Organization) == 0)
            _votes.Of(first, end)[(int)EntityType.Product] += BrandVotes;
        if (ListedType(mention.Span) is { } listed
            && !(listed == EntityType.Misc
                && (NameEvidence.ActsAsBody(_doc, first, end) || _spelledOut.Contains(_votes.KeyOf(first, end)))))
            _votes.Of(first, end)[(int)listed] += EvidenceVotes;
        else if (mention.Type is EntityType.Location or EntityType.Person
            && end - first == 1
            && (IsListedFirm(first) || IsBrand(_doc.TextOf(_doc.Tokens[first]))))
            _votes.Of(first, end)[(int)EntityType.Organization] += EvidenceVotes;
    }

    /// <summary>
    /// A whole name has more votes for its surname than the surname alone has, and most for a surname that no list knows as something else.
    /// </summary>
    /// <param name="first">The person's first name.</param>
    /// <param name="end">Behind the surname.</param>
    /// <param name="isTold">Whether the words beside the name show that it is a person's.</param>
    private void VoteForSurname(int first, int end, bool isTold)
    {
        var isFirstName = (ListsOf(first) & WordLists.FirstName) != 0;
        _votes.Of(end - 1, end)[(int)EntityType.Person] +=
            isFirstName && (ListsOf(end - 1) & WordLists.Named) == 0 ? SurnameVotes : 2;
        _surnames.Add(_votes.KeyOf(end - 1, end));
        _firsts.Add(_votes.KeyOf(first, first + 1));
        if (isTold || isFirstName || (ListsOf(end - 1) & (WordLists.Surname | WordLists.Common)) == WordLists.Surname)
            _human.UnionWith([_votes.KeyOf(first, first + 1), _votes.KeyOf(end - 1, end)]);
    }

    /// <summary>
    /// "Teldra Research Fund (TRF)" tells what "TRF" is; of "Internet of Things (IoT)" lists tell, but not of "Seed Estates Office (SEO)".
    /// </summary>
    private void VoteForAcronym(EntityType type, int first, int end)
    {
        if (type is EntityType.Person or EntityType.Group || Acronym.Behind(_doc, first, end) is not (> 0 and var acronym))
            return;
        if (ListedType(_doc.Tokens[acronym].Span) == EntityType.Misc && !IsBody(first, end))
        {
            _votes.Of(first, end)[(int)EntityType.Misc] += ShorterVotes;
            return;
        }

        _votes.Of(acronym, acronym + 1)[(int)type] += ShorterVotes;
        _spelledOut.Add(_votes.KeyOf(acronym, acronym + 1));
    }

    /// <summary>
    /// "Teldra Grants Commission": whatever else its initials stand for; not "Virtual Private Network", "Intensive Care Unit".
    /// </summary>
    private bool IsBody(int first, int end)
    {
        var name = _doc.SpanOf(first, end).In(_doc.Text);
        var head = ThingKinds.HeadOf(name);
        return (Gazetteer.Default.Find(name) & WordLists.Organization) != 0
            || ((Gazetteer.Default.Find(head) & WordLists.OrganizationHead) != 0 && head is not ("Network" or "Unit"));
    }

    /// <summary>"Teldra Research Fund" tells what "TRF" is, even where it was missed.</summary>
    private void VoteForInitials(int first, int end)
    {
        const int least = 3;   // letters; shorter initials are many things'
        if (end - first < least)
            return;
        Span<char> initials = stackalloc char[NameVotes.MaxTokens];
        var length = 0;
        for (var i = first; i < end; i++)
        {
            if (_doc.IsCapital(i))
                initials[length++] = _doc.TextOf(_doc.Tokens[i])[0];
        }

        if (length < least || Gazetteer.Default.Find(initials[..length]) != WordLists.None)
            return;
        _votes.Of(initials[..length])[(int)EntityType.Organization]++;
    }

    /// <summary>"Charlotte Hornets" tells what "Hornets" is.</summary>
    private void VoteForTeam(int first, int end)
    {
        if (end - first < 2 || (ListsOf(end - 1) & (WordLists.AnyHead | WordLists.AnyTitle | WordLists.Named)) != 0
            || !_doc.IsCapital(end - 1) || _doc.TextOf(_doc.Tokens[end - 1]) is not [_, _, .., 's']
            || !IsListedPlace(_doc.SpanOf(first, end - 1)))
            return;
        _votes.Of(end - 1, end)[(int)EntityType.Organization] += ShorterVotes;
        _teams.Add(_votes.KeyOf(first, end - 1));
    }

    /// <summary>
    /// "Acme Plc" tells what "Acme" is, and "Acme Forest Products" does; "Manchester United" tells nothing of Manchester, nor "United
    /// States Congress" of the United States, "Kano State Government" of Kano State.
    /// </summary>
    private void VoteForShorter(int first, int end)
    {
        if (end - first < 2
            || ((ListsOf(end - 1) & WordLists.OrganizationHead) == 0 && !ThingKinds.IsForm(_doc.TextOf(_doc.Tokens[end - 1]))))
            return;
        for (var shorter = end - 1; shorter > first; shorter--)
        {
            // The short form of "Rural and Regional Council" is "Rural and Regional", and never "Rural and"; in small letters, nothing
            // distinguishes the two.
            if (char.IsLower(_doc.TextOf(_doc.Tokens[shorter - 1])[0]) && char.IsUpper(_doc.TextOf(_doc.Tokens[first])[0]))
                continue;
            if (shorter - first > 1
                ? (Gazetteer.Default.Find(_doc.SpanOf(first, shorter).In(_doc.Text)) & (WordLists.Place | WordLists.Town)) == 0
                : (ListsOf(first) & (WordLists.Common | WordLists.Starter | WordLists.FirstName | WordLists.Named | WordLists.AnyHead
                    | WordLists.AnyTitle)) == 0)
                _votes.Of(first, shorter)[(int)EntityType.Organization] += ShorterVotes;
        }
    }

    /// <summary>
    /// The type that most mentions give the name. A listed place may also be its team or its government: place or organisation must have
    /// two thirds of the votes, otherwise the mention keeps its own type.
    /// </summary>
    private EntityType Judge(Mention mention)
    {
        var (first, end) = TokensOf(mention.Span);
        if (mention.Type == EntityType.Date && end - first == 1 && IsSurname(first))
            return EntityType.Person;
        if (!NameVotes.IsVoter(mention.Type))
            return mention.Type;
        if (end - first > NameVotes.MaxTokens)
            return mention.Type;
        if (end - first == 2 && mention.Type is EntityType.Organization or EntityType.Location
            && (IsOfFamily(first) || IsTitled(first) || IsFirstNamed(first)))
            return EntityType.Person;
        var votes = _votes.Of(first, end);
        // "Charlotte" is no woman where the article has the Charlotte Hornets and no person called Charlotte. "Ana" is no place where Ana
        // Roe lives.
        if (mention.Type == EntityType.Person && _teams.Contains(_votes.KeyOf(first, end)) && !_firsts.Contains(_votes.KeyOf(first, end))
            && !_surnames.Contains(_votes.KeyOf(first, end)))
            votes[(int)EntityType.Person] = 0;
        else if (end - first == 1 && IsPartOfPerson(mention.Type, first, votes))
            return EntityType.Person;
        var best = _votes.Best(votes, first, end);
        if (votes[(int)best] >= 2 && votes[(int)best] * 3 >= votes.Sum() * 2)
            return best;
        var isBoth = best != EntityType.Product && votes[(int)EntityType.Location] > 0 && votes[(int)EntityType.Organization] > 0;
        if (isBoth
            && !IsListedPlace(mention.Span)
            && votes[(int)EntityType.Location] + votes[(int)EntityType.Organization] > votes[(int)EntityType.Person])
            return PlaceOrBody(votes, first, end);
        return isBoth && mention.Type is EntityType.Location or EntityType.Organization ? mention.Type : best;
    }

    /// <summary>
    /// Whether a month's name is the surname of somebody whom the article names in full: "protested to May", not "in May".
    /// </summary>
    private bool IsSurname(int token) =>
        _votes.TryGet(token, token + 1, out var votes) && votes[(int)EntityType.Person] >= SureVotes
        && (token == 0 || !BeforeMonths.Contains(_doc.TextOf(_doc.Tokens[token - 1])));

    /// <summary>
    /// Whether the first word is a person's first name and the second the surname of another: "Ann Elmer" where the article has "Ann" and
    /// "Bob Elmer".
    /// </summary>
    private bool IsOfFamily(int first) =>
        _surnames.Contains(_votes.KeyOf(first + 1, first + 2)) && !_surnames.Contains(_votes.KeyOf(first, first + 1))
        && _votes.TryGet(first, first + 1, out var votes) && votes[(int)EntityType.Person] > 0;

    /// <summary>
    /// Whether a title stands before the surname of somebody: "Cardinal Elmer" where the article has "Bob Elmer"; but "General Mills" is
    /// listed.
    /// </summary>
    private bool IsTitled(int first) =>
        _doc.IsCapital(first) && (ListsOf(first) & WordLists.AnyTitle) != 0 && _human.Contains(_votes.KeyOf(first + 1, first + 2))
        && _surnames.Contains(_votes.KeyOf(first + 1, first + 2))
        && (Gazetteer.Default.Find(_doc.SpanOf(first, first + 2).In(_doc.Text)) & WordLists.Named) == 0;

    /// <summary>
    /// Whether the second word is a person by itself elsewhere, of whom the article has no other whole name: "Solvi Elmer" where "Elmer
    /// said" so.
    /// </summary>
    private bool IsFirstNamed(int first)
    {
        var (key, name) = (_votes.KeyOf(first + 1, first + 2), ListsOf(first));
        return (name & (WordLists.Named | WordLists.AnyHead | WordLists.AnyTitle)) == 0
            && ((name & WordLists.FirstName) != 0 || ((name & WordLists.Common) == 0 && _speaking.Contains(key)))
            && (ListsOf(first + 1) & (WordLists.Named | WordLists.AnyHead | WordLists.Common)) == 0
            && !_surnames.Contains(key)
            && _votes.TryGet(first + 1, first + 2, out var votes)
            && votes[(int)EntityType.Person] > 1 && votes[(int)EntityType.Person] == votes.Sum();
    }

    /// <summary>
    /// Whether a word that the tagger took for a place is the first name or the surname of somebody whom the article names in full:
    /// "Ana" where Ana Roe lives. A place that everybody knows is one, unless it speaks and the tagger took it for an organisation, too.
    /// </summary>
    private bool IsPartOfPerson(EntityType type, int token, int[] votes)
    {
        var (key, lists) = (_votes.KeyOf(token, token + 1), ListsOf(token));
        if (type == EntityType.Location && _firsts.Contains(key)
            && (lists & WordLists.FirstName) != 0 && (lists & WordLists.Named) == 0)
            return true;
        if (type is not (EntityType.Location or EntityType.Organization) || votes[(int)EntityType.Location] == 0
            || !Letters.HasSmall(_doc.TextOf(_doc.Tokens[token]))   // "VA said"
            || _inside.Contains(key) || (_withArticle.Contains(key) && !_speaking.Contains(key))
            || (lists & (WordLists.Organization | WordLists.Demonym | WordLists.Group)) != 0)
            return false;
        return (lists & WordLists.Place) == 0
            ? (_firsts.Contains(key) || _surnames.Contains(key)) && (_human.Contains(key) || _speaking.Contains(key))
            : _surnames.Contains(key) && _speaking.Contains(key) && votes[(int)EntityType.Organization] > 0;
    }

    /// <summary>Whether a noun may stand behind the name: "the Elmer family", and not "the Elmer is", "the Elmer of".</summary>
    private bool IsBeforeNoun(int end) => end < _doc.Tokens.Count && _doc.Tokens[end].Kind == TokenKind.Word
        && (WordUses.Of(_doc.TextOf(_doc.Tokens[end])) & ~WordUse.Person & ~WordUse.Kin) == WordUse.None;

    /// <summary>"Elmer said", "said Elmer."</summary>
    private bool Speaks(int token) => IsSaying(token + 1)
        || (IsSaying(token - 1) && (token + 1 == _doc.Tokens.Count || _doc.Tokens[token + 1].Kind == TokenKind.Punctuation));

    private bool IsSaying(int token) => token >= 0 && token < _doc.Tokens.Count
        && (WordUses.Of(_doc.TextOf(_doc.Tokens[token])) & WordUse.AnySaying) != 0;

    /// <summary>
    /// Place or organisation, for a name that no list has as a place: as its last word tells, else by most votes, else by whether
    /// somebody is "in" it.
    /// </summary>
    private EntityType PlaceOrBody(int[] votes, int first, int end)
    {
        var heads = end - first > 1 ? ListsOf(end - 1) & (WordLists.LocationHead | WordLists.OrganizationHead) : WordLists.None;
        var (places, bodies) = (votes[(int)EntityType.Location], votes[(int)EntityType.Organization]);
        return heads == WordLists.LocationHead
            || (heads != WordLists.OrganizationHead
                && (places > bodies || (places == bodies && _inside.Contains(_votes.KeyOf(first, end)))))
            ? EntityType.Location : EntityType.Organization;
    }

    private bool IsListedPlace(TextSpan name) => (Gazetteer.Default.Find(name.In(_doc.Text)) & (WordLists.Place | WordLists.Town)) != 0;

    /// <summary>"Acme®", "Acme™": a brand.</summary>
    private bool IsSigned(TextSpan name) => _doc.Text[name.End - 1] is '®' or '™'
        || (name.End < _doc.Text.Length && _doc.Text[name.End] is '®' or '™');

    /// <summary>"Amazon", not "the Amazon".</summary>
    private bool IsListedFirm(int token) =>
        (ListsOf(token) & (WordLists.Organization | WordLists.Place | WordLists.Town | WordLists.FirstName
            | WordLists.Surname)) == WordLists.Organization
        && (token == 0 || _doc.TextOf(_doc.Tokens[token - 1]) is not ("the" or "The"));

    /// <summary>"AcmeWorks", "Acme24"; not "McRoe", "FitzRoe", "ROE" or "JaneRoe", which lost a blank.</summary>
    private static bool IsBrand(ReadOnlySpan<char> word)
    {
        const int longest = 4;   // letters of what stands before the capital of a surname
        for (var i = 1; i < word.Length; i++)
        {
            if (char.IsLower(word[i - 1]) && (char.IsAsciiDigit(word[i]) || (i > longest && char.IsUpper(word[i]))))
                return (Gazetteer.Default.Find(word[..i]) & WordLists.FirstName) == 0;
        }

        return false;
    }

    /// <summary>The type of a listed name that means the same thing wherever it stands.</summary>
    private EntityType? ListedType(TextSpan name)
    {
        var lists = Gazetteer.Default.Find(name.In(_doc.Text));
        return (lists & (WordLists.Capitals | WordLists.Named)) == (WordLists.Capitals | WordLists.Misc) ? EntityType.Misc
            : (lists & (WordLists.Place | WordLists.Town | WordLists.FirstName | WordLists.Surname)) != 0 ? null
            : (lists & (WordLists.Demonym | WordLists.Group)) != 0 ? EntityType.Group
            : (lists & WordLists.Event) != 0 ? EntityType.Event
            : (lists & WordLists.Product) != 0 ? EntityType.Product
            : (lists & WordLists.Named) == WordLists.Misc ? EntityType.Misc
            : null;
    }

    private WordLists ListsOf(int token) => Gazetteer.Default.Find(_doc.TextOf(_doc.Tokens[token]));

    private (int First, int End) TokensOf(TextSpan span) => (_doc.TokenAt(span.Start), _doc.TokenAt(span.End - 1) + 1);
}
