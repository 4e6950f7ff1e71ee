using System.Buffers;
using Ingest.Text.Documents;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Entities.Linking.Things;

/// <summary>A named thing, not a person, while its mentions are being joined.</summary>
internal sealed class Thing(EntityType type, string name)
{
    public EntityType Type { get; } = type;

    /// <summary>The longest form so far.</summary>
    public string Name { get; set; } = name;

    public List<Mention> Mentions { get; } = [];
}

/// <summary>
/// Joins the names of everything except people: names with the same letters (apart from case, accents, points and a leading "The"), an
/// organisation and its acronym or its <see cref="ShortNames">short name</see>, a <see cref="PublicBodies">public body</see> and its name
/// with its owner's, a law and its name with its year, the singular and the plural of a group ("Republican", "Republicans").
/// </summary>
internal sealed class ThingLinker(Document doc)
{
    // Shorter ones are abbreviations.
    private const int MinOfDateline = 5;

    private static readonly SearchValues<char> AcronymLetters = SearchValues.Create("&ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly WordSet Particles = WordSet.AsWritten("AL AU DA DE DEL DO DU EN LA LE LES OF ON SUR THE UND UPON");
    private static readonly WordSet Abbreviations = WordSet.AsWritten("DC UK US");

    private readonly Dictionary<(EntityType, string), Thing> _things = [];

    private readonly Dictionary<string, Thing>.AlternateLookup<ReadOnlySpan<char>>[] _written =
        [.. Enum.GetValues<EntityType>()
            .Select(_ => new Dictionary<string, Thing>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>())];

    /// <summary>The things that the mentions name. Each linker serves one article.</summary>
    public List<Thing> Link(IReadOnlyList<Mention> mentions)
    {
        var things = new List<Thing>();
        var named = Collect(mentions, things);
        JoinShortened(things, Abbreviated(mentions, named));
        JoinOwners(things);
        JoinYears(things);
        JoinShortNames(things);
        foreach (var place in things.Where(thing => thing.Type == EntityType.Location && IsDateline(thing.Name)))
            place.Name = InSmallLetters(place.Name);
        return things;
    }

    /// <summary>
    /// Fills in the things, by the letters of their names; returns the thing that each mention names, null for a person.
    /// </summary>
    private Thing?[] Collect(IReadOnlyList<Mention> mentions, List<Thing> things)
    {
        var bodies = new PublicBodies(doc, Gazetteer.Default);
        var named = new Thing?[mentions.Count];
        for (var i = 0; i < mentions.Count; i++)
        {
            var mention = mentions[i];
            if (mention.Type == EntityType.Person)
                continue;
            var thing = i > 0 && mention.Type == EntityType.Organization && bodies.FullName(mention, mentions[i - 1]) is { } fullName
                ? ThingOf(mention.Type, fullName, things)
                : ThingOf(mention, things);
            thing.Mentions.Add(mention);
            named[i] = thing;
        }

        return named;
    }

    /// <summary>"Dolly" and "Hurricane Dolly", "MOE" and "Ministry of Education".</summary>
    /// <param name="things">The things; those joined to another are removed.</param>
    /// <param name="spelledOut">The things whose acronym the text itself tells.</param>
    private void JoinShortened(List<Thing> things, Dictionary<(EntityType, string), Thing> spelledOut)
    {
        var joined = new HashSet<Thing>();
        foreach (var thing in things)
        {
            if (ShorterForm(thing) is { } shorter && joined.Add(shorter))
                Join(shorter, thing);
        }

        AddInitials(things, spelledOut);
        foreach (var thing in things)
        {
            if (!joined.Contains(thing)
                && spelledOut.TryGetValue((thing.Type, thing.Name.Replace(".", "", StringComparison.Ordinal)), out var longer)
                && !joined.Contains(longer))
            {
                Join(thing, longer);
                joined.Add(thing);
            }
        }

        things.RemoveAll(joined.Contains);
    }

    /// <summary>
    /// Adds the things by their initials, except those that share them: "the Ministry of Education and the Ministry of Energy".
    /// </summary>
    private static void AddInitials(List<Thing> things, Dictionary<(EntityType, string), Thing> spelledOut)
    {
        var byInitials = new Dictionary<(EntityType, string), Thing?>();
        foreach (var thing in things)
        {
            foreach (var initials in Acronym.Of(thing.Name))
            {
                if (!byInitials.TryAdd((thing.Type, initials), thing) && byInitials[(thing.Type, initials)] != thing)
                    byInitials[(thing.Type, initials)] = null;
            }
        }

        foreach (var (key, only) in byInitials)
        {
            if (only is not null)
                spelledOut.TryAdd(key, only);
        }
    }

    private void JoinShortNames(List<Thing> things)
    {
        var shortNames = new ShortNames(doc, Gazetteer.Default).Find(things);
        foreach (var (shorter, longer) in shortNames)
            Join(shorter, longer);
        things.RemoveAll(shortNames.ContainsKey);
    }

    /// <summary>
    /// Joins "Kestrel Works's" to "Kestrel Works". The more frequent form becomes the name, because "Lloyd's" is a name.
    /// </summary>
    private static void JoinOwners(List<Thing> things)
    {
        var owners = things.FindAll(thing => thing.Name.EndsWith("'s", StringComparison.Ordinal)
            || thing.Name.EndsWith("’s", StringComparison.Ordinal));
        if (owners.Count == 0)
            return;
        var byName = things.DistinctBy(thing => (thing.Type, thing.Name)).ToDictionary(thing => (thing.Type, thing.Name));
        var joined = new HashSet<Thing>();
        foreach (var owner in owners)
        {
            if (!byName.TryGetValue((owner.Type, owner.Name[..^2]), out var other))
                continue;
            if (owner.Mentions.Count > other.Mentions.Count)
                other.Name = owner.Name;
            Join(owner, other);
            joined.Add(owner);
        }

        things.RemoveAll(joined.Contains);
    }

    /// <summary>Joins "Roads Act" to "Roads Act of 1993" and "Roads Act, 1993"; not where the article names two of other years.</summary>
    private static void JoinYears(List<Thing> things)
    {
        var dated = new Dictionary<string, Thing>(StringComparer.Ordinal);
        var disputed = new HashSet<string>(StringComparer.Ordinal);
        var joined = new HashSet<Thing>();
        foreach (var law in things.Where(thing => thing.Type == EntityType.Law && WithoutYear(thing.Name) != thing.Name))
        {
            if (dated.TryAdd(WithoutYear(law.Name), law))
                continue;
            var first = dated[WithoutYear(law.Name)];
            if (first.Name.AsSpan(^4..).SequenceEqual(law.Name.AsSpan(^4..)))
            {
                Join(law, first);
                joined.Add(law);
            }
            else
            {
                disputed.Add(WithoutYear(law.Name));
            }
        }

        foreach (var law in things.Where(thing => thing.Type == EntityType.Law && !disputed.Contains(thing.Name)))
        {
            if (dated.TryGetValue(law.Name, out var whole) && joined.Add(law))
                Join(law, whole);
        }

        things.RemoveAll(joined.Contains);
    }

    private static string WithoutYear(string law)
    {
        const string digits = "0123456789";
        var name = law.AsSpan().TrimEnd(digits);
        if (law.Length - name.Length != 4)
            return law;
        name = name.TrimEnd(" ,");
        return (name.EndsWith(" of") ? name[..^3] : name).ToString();
    }

    /// <summary>
    /// Organisations by the acronym in brackets behind them, "Supreme Electoral Tribunal (TSE)", of their initials or of another
    /// language's, or by the acronym before their brackets, "ONNX (Open Neural Network Exchange)", and laws by theirs, whatever it was
    /// taken for; not where two share the acronym.
    /// </summary>
    private Dictionary<(EntityType, string), Thing> Abbreviated(IReadOnlyList<Mention> mentions, Thing?[] named)
    {
        var spelledOut = new Dictionary<(EntityType, string), Thing>();
        var disputed = new HashSet<(EntityType, string)>();
        for (var i = 0; i + 1 < named.Length; i++)
        {
            if (named[i] is not { Type: EntityType.Organization or EntityType.Law } thing || named[i + 1] is not { } next
                || !(thing.Type == EntityType.Law ? IsInitialed(thing, mentions[i + 1]) : next.Type == EntityType.Organization)
                || !IsInBrackets(mentions[i], mentions[i + 1]))
                continue;
            var (full, initials) = IsAcronym(mentions[i].Span.In(doc.Text)) ? (next, mentions[i]) : (thing, mentions[i + 1]);
            var key = (initials.Type, doc.WordsOf(initials.Span));
            if (!spelledOut.TryAdd(key, full) && spelledOut[key] != full)
                disputed.Add(key);
        }

        foreach (var key in disputed)
            spelledOut.Remove(key);
        return spelledOut;
    }

    private bool IsInBrackets(Mention name, Mention next) =>
        doc.Text.AsSpan(name.Span.End..next.Span.Start) is " (" && next.Span.End < doc.Text.Length && doc.Text[next.Span.End] == ')'
        && (IsShortOf(next.Span, name.Span)
            || (IsShortOf(name.Span, next.Span) && ShortNames.HasLettersOf(doc.WordsOf(next.Span), name.Span.In(doc.Text))));

    /// <summary>Whether the acronym is of the law's letters: "Americans with Disabilities Act (ADA)"; not "Clean Air Act (EPA)".</summary>
    private bool IsInitialed(Thing law, Mention acronym) =>
        acronym.Type is EntityType.Organization or EntityType.Law or EntityType.Misc or EntityType.Product
        && ShortNames.HasLettersOf(WithoutYear(law.Name), acronym.Span.In(doc.Text));

    private bool IsShortOf(TextSpan initials, TextSpan full) => IsAcronym(initials.In(doc.Text)) && full.In(doc.Text).Contains(' ');

    /// <summary>"TSE", "PG&amp;E".</summary>
    private static bool IsAcronym(ReadOnlySpan<char> name) =>
        name.Length is >= 2 and <= 8 && name[0] != '&' && name[^1] != '&' && !name.ContainsAnyExcept(AcronymLetters);

    private Thing ThingOf(Mention mention, List<Thing> things)
    {
        // Most names occur again in the same spelling; these need no key.
        var (type, written) = (mention.Type, mention.Span);
        if (!_written[(int)type].TryGetValue(written.In(doc.Text), out var thing))
        {
            thing = ThingOf(type, NameOf(doc.WordsOf(written)), things);
            _written[(int)type][written.In(doc.Text)] = thing;
        }

        return thing;
    }

    private Thing ThingOf(EntityType type, string name, List<Thing> things)
    {
        var key = KeyOf(type, name);
        if (!_things.TryGetValue((type, key), out var thing))
        {
            thing = new Thing(type, name);
            things.Add(thing);
            _things.Add((type, key), thing);
        }

        if (IsBetter(key, name, thing))
            thing.Name = name;
        return thing;
    }

    /// <summary>
    /// Whether the name is better than the thing's present one. For a country, its usual name or the first is best: "U.S." is not renamed
    /// by "Make America Great Again". For others, the longest.
    /// </summary>
    private static bool IsBetter(string key, string name, Thing thing) =>
        thing.Type == EntityType.Location && Key(name) is var words && words != Key(thing.Name)
            ? key.AsSpan(key.IndexOf('|')).SequenceEqual(words.AsSpan(words.IndexOf('|')))
            : name.Length > thing.Name.Length
                || (thing.Type == EntityType.Location && name.Length == thing.Name.Length && IsDateline(thing.Name));

    /// <summary>"VIENNA", "STE. ODILE"; not "USA" or "D.C.".</summary>
    private static bool IsDateline(string name) => name.Count(char.IsLetter) >= MinOfDateline && !Letters.HasSmall(name);

    /// <summary>"Ste. Odile", "Port-au-Prince", "Washington DC".</summary>
    private static string InSmallLetters(string name)
    {
        var small = name.ToCharArray();
        for (int start = 0, end; start < name.Length; start = end + 1)
        {
            end = start;
            while (end < name.Length && char.IsLetter(name[end]))
                end++;
            var word = name.AsSpan(start, end - start);
            if (word.Length < 2 || Abbreviations.Contains(word))
                continue;
            var capitals = start > 0 && Particles.Contains(word) ? 0 : 1;
            word[capitals..].ToLowerInvariant(small.AsSpan(start + capitals));
        }

        return new string(small);
    }

    private static void Join(Thing thing, Thing other)
    {
        other.Mentions.AddRange(thing.Mentions);
        other.Mentions.Sort((a, b) => a.Span.CompareTo(b.Span));
    }

    /// <summary>"Dolly" where there is "Hurricane Dolly".</summary>
    private Thing? ShorterForm(Thing thing) =>
        thing.Type == EntityType.Event
            && thing.Name.Split(' ') is [.., var lead, var own]
            && (Gazetteer.Default.Find(lead) & WordLists.EventLead) != 0
            ? _things.GetValueOrDefault((thing.Type, Key(own))) : null;

    private static string NameOf(string words) =>
        words.StartsWith("The ", StringComparison.Ordinal) && words.Length > 6 ? words[4..] : words;

    private static string KeyOf(EntityType type, string name) => type switch
    {
        EntityType.Group => Key(name).TrimEnd('s'),
        EntityType.Location => EntityKey.Of(type, name.Replace(".", "", StringComparison.Ordinal)),
        EntityType.Organization when name.Contains('s') && name.IndexOf(' ') != name.LastIndexOf(' ') => Key(InSingular(name)),
        EntityType.Organization when !Letters.HasSmall(name) => Key(name.Replace("-", "", StringComparison.Ordinal)),   // "EL-TV", "ELTV"
        // "1.6 percent" is not "16 percent".
        EntityType.Percent or EntityType.Money => EntityKey.Of(type, name),
        _ => Key(name),
    };

    /// <summary>
    /// The name with words in the singular, "Federal Election Commission" of "Federal Elections Commission": writers confuse the two.
    /// </summary>
    private static string InSingular(string name)
    {
        const int shortest = 5;   // letters
        var words = name.Split(' ');
        for (var i = 0; i < words.Length - 1; i++)
        {
            if (words[i].Length >= shortest && words[i] is [.., not 's', 's'])
                words[i] = words[i][..^1];
        }

        return string.Join(' ', words);
    }

    private static string Key(string name) => EntityKey.Of(EntityType.Misc, name.Replace(".", "", StringComparison.Ordinal));
}
