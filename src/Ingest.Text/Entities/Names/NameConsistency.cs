using System.Runtime.InteropServices;
using Ingest.Text.Documents;
using Ingest.Text.Entities.Tagging;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Makes the mentions of a name in one article agree. A name with one type nearly everywhere gets that type everywhere. A surname is a
/// person's where the article has the whole name. A name found in one place is found in the others (one sense per discourse, Gale et al.
/// 1992).
/// </summary>
internal sealed class NameConsistency
{
    /// <summary>In tokens; articles repeat longer names in a shorter form.</summary>
    private const int MaxTokens = 5;

    // The numbers of votes were chosen by hand, each in view of the others; no grid was searched.

    /// <summary>Votes of "Acme Plc" for the type of "Acme", in mentions.</summary>
    private const int ShorterVotes = 4;

    /// <summary>Votes of "Don Hollis" for the type of "Hollis", in mentions.</summary>
    private const int SurnameVotes = 6;

    /// <summary>Votes of "Acme, which" for the type of "Acme", in mentions.</summary>
    private const int EvidenceVotes = 2;

    /// <summary>Votes of "Acme®" for the type of "Acme", in mentions.</summary>
    private const int BrandVotes = 6;

    /// <summary>Votes that an everyday word with a capital needs to be a name, in mentions.</summary>
    private const int SureVotes = 3;

    // Among types with equal votes, the first wins; earlier types are those that the tagger knows better.
    private static readonly WordSet BeforeMonths = WordSet.AsWritten(
        "in In since Since until till during early late mid last this next");

    private static readonly EntityType[] Voters =
    [
        EntityType.Person, EntityType.Organization, EntityType.Location, EntityType.Facility, EntityType.Event, EntityType.Group,
        EntityType.Product,
        EntityType.Misc, EntityType.Work,
    ];

    private readonly Document _doc;
    private readonly Dictionary<uint, int[]> _votes = [];
    private readonly HashSet<uint> _surnames = [];     // of whole names
    private readonly HashSet<uint> _firsts = [];       // their first words
    private readonly HashSet<uint> _human = [];        // both, of names that lists or the words beside them show to be a person's
    private readonly HashSet<uint> _speaking = [];     // single words that say something
    private readonly HashSet<uint> _withArticle = [];  // "the Kestrel", as nobody is called
    private readonly HashSet<uint> _teams = [];        // the place before the name of a team: "Charlotte" of "Charlotte Hornets"
    private readonly HashSet<uint> _spelledOut = [];   // initials of which the article tells what they stand for
    private readonly HashSet<uint> _inside = [];       // names that somebody or something is "in"

    private NameConsistency(Document doc) => _doc = doc;

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

        return consistency.Complete(mentions);
    }

    private void Vote(Mention mention)
    {
        if (Array.IndexOf(Voters, mention.Type) < 0)
            return;
        var (first, end) = TokensOf(mention.Span);
        VoteForAcronym(mention.Type, first, end);
        if (end - first > MaxTokens)
            return;
        VotesOf(first, end)[(int)mention.Type]++;
        if (first > 0 && _doc.TextOf(_doc.Tokens[first - 1]) is "in" or "In" or "near" or "at")
            _inside.Add(KeyOf(first, end));
        if (first > 0 && _doc.TextOf(_doc.Tokens[first - 1]) is "the" or "The" && !IsBeforeNoun(end))
            _withArticle.Add(KeyOf(first, end));
        if (end - first == 1 && Speaks(first))
            _speaking.Add(KeyOf(first, end));
        var told = NameEvidence.Of(_doc, first, end);
        if (told is { } type)
            VotesOf(first, end)[(int)type] += type is EntityType.Event or EntityType.Misc || (type == EntityType.Person && end - first > 1)
                ? ShorterVotes
                : EvidenceVotes;
        if (IsSigned(mention.Span) && (Gazetteer.Default.Find(mention.Span.In(_doc.Text)) & WordLists.Organization) == 0)
            VotesOf(first, end)[(int)EntityType.Product] += BrandVotes;
        if (ListedType(mention.Span) is { } listed
            && !(listed == EntityType.Misc && (NameEvidence.ActsAsBody(_doc, first, end) || _spelledOut.Contains(KeyOf(first, end)))))
            VotesOf(first, end)[(int)listed] += EvidenceVotes;
        else if (mention.Type is EntityType.Location or EntityType.Person
            && end - first == 1
            && (IsListedFirm(first) || IsBrand(_doc.TextOf(_doc.Tokens[first]))))
            VotesOf(first, end)[(int)EntityType.Organization] += EvidenceVotes;
        // "Hurricane Dolly" tells what "Dolly" is.
        if (mention.Type == EntityType.Event && end - first > 1 && (ListsOf(end - 2) & WordLists.EventLead) != 0)
            VotesOf(end - 1, end)[(int)EntityType.Event] += ShorterVotes;
        // A whole name has more votes for its surname than the surname alone has, and most for a surname that no list knows as something
        // else.
        if (end - first > 1 && (mention.Type == EntityType.Person || told == EntityType.Person))
        {
            VotesOf(end - 1, end)[(int)EntityType.Person] +=
                (ListsOf(first) & WordLists.FirstName) != 0 && (ListsOf(end - 1) & WordLists.Named) == 0 ? SurnameVotes : 2;
            _surnames.Add(KeyOf(end - 1, end));
            _firsts.Add(KeyOf(first, first + 1));
            if (told == EntityType.Person || (ListsOf(first) & WordLists.FirstName) != 0
                || (ListsOf(end - 1) & (WordLists.Surname | WordLists.Common)) == WordLists.Surname)
                _human.UnionWith([KeyOf(first, first + 1), KeyOf(end - 1, end)]);
        }

        if (mention.Type == EntityType.Organization)
        {
            VoteForShorter(first, end);
            VoteForTeam(first, end);
            VoteForInitials(first, end);
        }
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
            VotesOf(first, end)[(int)EntityType.Misc] += ShorterVotes;
            return;
        }

        VotesOf(acronym, acronym + 1)[(int)type] += ShorterVotes;
        _spelledOut.Add(KeyOf(acronym, acronym + 1));
    }

    /// <summary>
    /// "Teldra Grants Commission": whatever else its initials stand for; not "Virtual Private Network", "Intensive Care Unit".
    /// </summary>
    private bool IsBody(int first, int end)
    {
        var name = SpanOf(first, end).In(_doc.Text);
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
        Span<char> initials = stackalloc char[MaxTokens];
        var length = 0;
        for (var i = first; i < end; i++)
        {
            if (_doc.IsCapital(i))
                initials[length++] = _doc.TextOf(_doc.Tokens[i])[0];
        }

        if (length < least || Gazetteer.Default.Find(initials[..length]) != WordLists.None)
            return;
        VotesOf(FeatureHash.Of(1, 0, FeatureHash.Of(initials[..length])))[(int)EntityType.Organization]++;
    }

    /// <summary>"Charlotte Hornets" tells what "Hornets" is.</summary>
    private void VoteForTeam(int first, int end)
    {
        if (end - first < 2 || (ListsOf(end - 1) & (WordLists.AnyHead | WordLists.AnyTitle | WordLists.Named)) != 0
            || !_doc.IsCapital(end - 1) || _doc.TextOf(_doc.Tokens[end - 1]) is not [_, _, .., 's']
            || !IsListedPlace(SpanOf(first, end - 1)))
            return;
        VotesOf(end - 1, end)[(int)EntityType.Organization] += ShorterVotes;
        _teams.Add(KeyOf(first, end - 1));
    }

    /// <summary>
    /// "Acme Plc" tells what "Acme" is, and "Acme Forest Products" does; "Manchester United" tells nothing of Manchester, nor "United
    /// States Congress" of the United States.
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
                ? (Gazetteer.Default.Find(SpanOf(first, shorter).In(_doc.Text)) & WordLists.Place) == 0
                : (ListsOf(first) & (WordLists.Common | WordLists.Starter | WordLists.FirstName | WordLists.Named | WordLists.AnyHead
                    | WordLists.AnyTitle)) == 0)
                VotesOf(first, shorter)[(int)EntityType.Organization] += ShorterVotes;
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
        if (Array.IndexOf(Voters, mention.Type) < 0)
            return mention.Type;
        if (end - first > MaxTokens)
            return mention.Type;
        if (end - first == 2 && mention.Type is EntityType.Organization or EntityType.Location
            && (IsOfFamily(first) || IsTitled(first) || IsFirstNamed(first)))
            return EntityType.Person;
        var votes = VotesOf(first, end);
        // "Charlotte" is no woman where the article has the Charlotte Hornets and no person called Charlotte. "Ana" is no place where Ana
        // Roe lives.
        if (mention.Type == EntityType.Person && _teams.Contains(KeyOf(first, end)) && !_firsts.Contains(KeyOf(first, end))
            && !_surnames.Contains(KeyOf(first, end)))
            votes[(int)EntityType.Person] = 0;
        else if (end - first == 1 && IsPartOfPerson(mention.Type, first, votes))
            return EntityType.Person;
        var best = Best(votes, first, end);
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
        _votes.TryGetValue(KeyOf(token, token + 1), out var votes) && votes[(int)EntityType.Person] >= SureVotes
        && (token == 0 || !BeforeMonths.Contains(_doc.TextOf(_doc.Tokens[token - 1])));

    /// <summary>
    /// Whether the first word is a person's first name and the second the surname of another: "Ann Elmer" where the article has "Ann" and
    /// "Bob Elmer".
    /// </summary>
    private bool IsOfFamily(int first) =>
        _surnames.Contains(KeyOf(first + 1, first + 2)) && !_surnames.Contains(KeyOf(first, first + 1))
        && _votes.TryGetValue(KeyOf(first, first + 1), out var votes) && votes[(int)EntityType.Person] > 0;

    /// <summary>
    /// Whether a title stands before the surname of somebody: "Cardinal Elmer" where the article has "Bob Elmer"; but "General Mills" is
    /// listed.
    /// </summary>
    private bool IsTitled(int first) =>
        _doc.IsCapital(first) && (ListsOf(first) & WordLists.AnyTitle) != 0 && _human.Contains(KeyOf(first + 1, first + 2))
        && _surnames.Contains(KeyOf(first + 1, first + 2))
        && (Gazetteer.Default.Find(SpanOf(first, first + 2).In(_doc.Text)) & WordLists.Named) == 0;

    /// <summary>
    /// Whether the second word is a person by itself elsewhere, of whom the article has no other whole name: "Solvi Elmer" where "Elmer
    /// said" so.
    /// </summary>
    private bool IsFirstNamed(int first)
    {
        var (key, name) = (KeyOf(first + 1, first + 2), ListsOf(first));
        return (name & (WordLists.Named | WordLists.AnyHead | WordLists.AnyTitle)) == 0
            && ((name & WordLists.FirstName) != 0 || ((name & WordLists.Common) == 0 && _speaking.Contains(key)))
            && (ListsOf(first + 1) & (WordLists.Named | WordLists.AnyHead | WordLists.Common)) == 0
            && !_surnames.Contains(key)
            && _votes.TryGetValue(key, out var votes)
            && votes[(int)EntityType.Person] > 1 && votes[(int)EntityType.Person] == votes.Sum();
    }

    /// <summary>
    /// Whether a word that the tagger took for a place is the first name or the surname of somebody whom the article names in full:
    /// "Ana" where Ana Roe lives. A place that everybody knows is one, unless it speaks and the tagger took it for an organisation, too.
    /// </summary>
    private bool IsPartOfPerson(EntityType type, int token, int[] votes)
    {
        var (key, lists) = (KeyOf(token, token + 1), ListsOf(token));
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
            || (heads != WordLists.OrganizationHead && (places > bodies || (places == bodies && _inside.Contains(KeyOf(first, end)))))
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

    /// <summary>The type with the most votes. Among equals it is not a person unless the name has a part of a person's name.</summary>
    private EntityType Best(int[] votes, int first, int end)
    {
        var best = Voters.MaxBy(type => votes[(int)type]);
        return best == EntityType.Person && !NameEvidence.LooksHuman(_doc, first, end)
            ? Voters.MaxBy(type => 2 * votes[(int)type] - (type == EntityType.Person ? 1 : 0)) : best;
    }

    /// <summary>
    /// Adds mentions that were missed: words written like a name found elsewhere, where a capital shows that they are a name.
    /// </summary>
    private List<Mention> Complete(List<Mention> mentions)
    {
        var complete = new List<Mention>(mentions.Count + 8);
        var next = 0;
        foreach (var sentence in _doc.Sentences)
        {
            var tells = SentenceCases.Of(_doc, sentence) == SentenceCase.Normal;
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (next < mentions.Count && mentions[next].Span.Start <= _doc.Tokens[i].Span.Start)
                {
                    var floor = Math.Max(sentence.FirstToken, complete.Count == 0 ? 0 : _doc.TokenAt(complete[^1].Span.End - 1) + 1);
                    complete.Add(Longer(mentions, next, sentence.EndToken) ?? Begun(mentions[next], floor));
                    i = _doc.TokenAt(complete[^1].Span.End - 1);
                    while (next < mentions.Count && mentions[next].Span.Start < complete[^1].Span.End)
                        next++;
                    continue;
                }

                var limit = Math.Min(sentence.EndToken, next < mentions.Count ? _doc.TokenAt(mentions[next].Span.Start) : int.MaxValue);
                if (!tells || !char.IsUpper(_doc.TextOf(_doc.Tokens[i])[0]) || _doc.Tokens[i].Span.Length < 3)
                    continue;
                if (Missed(i, Math.Min(limit, i + MaxTokens), i == sentence.FirstToken) is not { } missed)
                    continue;
                complete.Add(missed);
                i = _doc.TokenAt(missed.Span.End - 1);
            }
        }

        complete.AddRange(mentions.Skip(next));
        return complete;
    }

    /// <summary>
    /// The longer name that begins with this one and occurs elsewhere in the article: "Swiss Re" where only "Swiss" was found; null where
    /// the words behind do not match.
    /// </summary>
    private Mention? Longer(List<Mention> mentions, int at, int limit)
    {
        if (Array.IndexOf(Voters, mentions[at].Type) < 0)
            return null;
        var (first, shorter) = TokensOf(mentions[at].Span);
        for (var end = Math.Min(limit, first + MaxTokens); end > shorter; end--)
        {
            if (!_votes.TryGetValue(KeyOf(first, end), out var votes))
                continue;
            var span = SpanOf(first, end);
            return PartsNone(span, mentions, at + 1) ? new Mention(span, Best(votes, first, end)) : null;
        }

        return null;
    }

    /// <summary>Whether each mention from the index on that begins in the span ends in it, too.</summary>
    private static bool PartsNone(TextSpan span, List<Mention> mentions, int from)
    {
        for (var i = from; i < mentions.Count && mentions[i].Span.Start < span.End; i++)
        {
            if (!span.Contains(mentions[i].Span))
                return false;
        }

        return true;
    }

    /// <summary>
    /// The longer organisation that ends with this name and occurs elsewhere in the article: "Club Teldra" where only "Teldra" was found.
    /// </summary>
    private Mention Begun(Mention mention, int floor)
    {
        if (mention.Type != EntityType.Organization)
            return mention;
        var (first, end) = TokensOf(mention.Span);
        for (var start = Math.Max(floor, end - MaxTokens); start < first; start++)
        {
            if (_doc.IsCapital(start) && _votes.TryGetValue(KeyOf(start, end), out var votes)
                && Best(votes, start, end) == EntityType.Organization)
                return mention with { Span = new TextSpan(_doc.Tokens[start].Span.Start, mention.Span.End) };
        }

        return mention;
    }

    private Mention? Missed(int first, int limit, bool isStart)
    {
        for (var end = limit; end > first; end--)
        {
            if (!_votes.TryGetValue(KeyOf(first, end), out var votes))
                continue;
            var best = Best(votes, first, end);
            // A word that is usually written small is not a name at the start of a sentence, or where it is seldom a name, only because
            // it is one elsewhere.
            if (end - first == 1 && IsEveryday(first) && (isStart || votes[(int)best] < SureVotes))
                return null;
            return new Mention(SpanOf(first, end), best);
        }

        return null;
    }

    private WordLists ListsOf(int token) => Gazetteer.Default.Find(_doc.TextOf(_doc.Tokens[token]));

    private bool IsEveryday(int token) =>
        (ListsOf(token) & (WordLists.Common | WordLists.Starter | WordLists.AnyTitle)) != 0;

    private (int First, int End) TokensOf(TextSpan span) => (_doc.TokenAt(span.Start), _doc.TokenAt(span.End - 1) + 1);

    private int[] VotesOf(int first, int end) => VotesOf(KeyOf(first, end));

    private int[] VotesOf(uint key)
    {
        ref var votes = ref CollectionsMarshal.GetValueRefOrAddDefault(_votes, key, out _);
        return votes ??= new int[(int)EntityType.Misc + 1];
    }

    private TextSpan SpanOf(int first, int end) => new(_doc.Tokens[first].Span.Start, _doc.Tokens[end - 1].Span.End);

    private uint KeyOf(int first, int end)
    {
        var key = 0u;
        for (var i = first; i < end; i++)
        {
            // "Acme®" is "Acme".
            if (_doc.TextOf(_doc.Tokens[i]).TrimEnd("®™") is { IsEmpty: false } word)
                key = FeatureHash.Of(1, key, FeatureHash.Of(word));
        }

        return key;
    }
}
