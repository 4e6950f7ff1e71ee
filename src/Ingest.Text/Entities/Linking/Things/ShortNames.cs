using Ingest.Text.Documents;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.Things;

/// <summary>
/// Finds the short form that an article uses for an organisation which it also names in full:
/// <code>
/// full := short trade? form*                 "Ford Motor Company", "Harvard University", "Acme Inc."
///       | short "Department"                 "Elm Police Department"
///       | … ("Department" | "Ministry") "of" short                "Department of Energy", where "Energy Department" is the short
///                                                          one, or "Energy"
///       | … "House of" ("Representatives" | "Commons")            "House"
///       | short? "College" town                                   "Elm College London"
///       | … "Federal Reserve"                "Fed"
///       | place short                        "Pittsburgh Pirates", "Washington Post", "U.S. State Department"
///       | short "of" word+ | word+ short     "Society of Friends", "Unity Party of Elm" and, of what organisations are, "State Prison
///                                            Department"; named in full before
///       | short                              whose name it stands behind in brackets and has the letters of: "California Institute of
///                                            Technology (Caltech)"
///       | short                              behind "also known as" and the like: "the Elm Army, also known as Acme"
/// </code>
/// A short form that two full names share belongs to neither.
/// </summary>
internal sealed class ShortNames(Document doc, Gazetteer gazetteer)
{
    // Words for the kind of a firm or a school; not for what a part of a larger firm does ("Acme Pictures").
    private static readonly WordSet Trades = WordSet.InAnyCase(
        """
        airlines airways bank bancorp college university motor motors technologies systems energy pharmaceuticals foods stores
        enterprises brothers bros electronics electric steel oil petroleum communications studios records insurance financial
        technology games semiconductor semiconductors software solutions partners party
        """);

    // Words for the reach of a firm with a name of one word: "Wormald International"; "Bank of Elm International" is a part of a bank.
    private static readonly WordSet Reaches = WordSet.InAnyCase("global international worldwide");

    // Bodies of which one needs no other name: "the Senate" is no student senate, "the Army" not the Salvation Army.
    private static readonly WordSet Sole = WordSet.InAnyCase(
        "congress parliament senate house cabinet army navy treasury police government guardian observer exchange wire capital");

    /// <summary>The full form of each organisation's short form.</summary>
    public Dictionary<Thing, Thing> Find(IReadOnlyList<Thing> things)
    {
        var named = new Dictionary<string, Thing>(StringComparer.Ordinal);
        foreach (var thing in things)
        {
            if (thing.Type == EntityType.Organization && !ThingKinds.IsForm(thing.Name))
                named.TryAdd(KeyOf(thing.Name), thing);
        }

        var (longer, known) = (new Dictionary<Thing, List<Thing>>(), new Dictionary<Thing, Thing?>());
        var starts = named.Values.SelectMany(thing => thing.Mentions.Select(mention => (mention.Span.Start, Thing: thing)))
            .ToDictionary(start => start.Start, start => start.Thing);
        foreach (var thing in named.Values)
        {
            foreach (var other in KnownAs(thing, starts))
                Claim(other.Name, thing, isDescription: true);
            if (!thing.Name.Contains(' '))
                continue;
            foreach (var form in FormsOf(thing.Name))
                Claim(form, thing, isDescription: false);
            if (HeadOf(thing.Name) is { } head)
                Claim(head, thing, isDescription: true);
            if (InBrackets(thing) is { } bracketed)
                Claim(bracketed, thing, isDescription: false);
        }

        return longer.Keys.Select(shorter => (Shorter: shorter, Full: FullOf(shorter))).Where(pair => pair.Full is not null)
            .ToDictionary(pair => pair.Shorter, pair => pair.Full!);

        void Claim(string form, Thing full, bool isDescription)
        {
            if (!named.TryGetValue(KeyOf(form), out var shorter) || shorter == full
                || (isDescription && shorter.Mentions[0].Span.Start < full.Mentions[0].Span.Start))
                return;
            if (!longer.TryGetValue(shorter, out var claimants))
                longer.Add(shorter, claimants = []);
            claimants.Add(full);
        }

        // "Hartwell" is short for "Hartwell Motors", which is short for "Hartwell Motors Inc.". Two that are each known as the other are
        // short for nothing.
        Thing? FullOf(Thing thing)
        {
            if (!longer.TryGetValue(thing, out var claimants))
                return thing;
            if (!known.TryGetValue(thing, out var full))
            {
                known.Add(thing, null);
                known[thing] = full = claimants.ConvertAll(FullOf).Distinct().ToList() is [var one] ? one : null;
            }

            return full;
        }
    }

    private static string KeyOf(string name) => EntityKey.Of(EntityType.Organization, name.Replace(".", "", StringComparison.Ordinal));

    private IEnumerable<string> FormsOf(string name)
    {
        var words = name.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return WithoutTrade(words).Concat(WithoutBody(words)).Concat(WithoutPlace(words)).Concat(OfField(name)).Concat(WithoutTown(words));
    }

    /// <summary>"Ford" of "Ford Motor Company".</summary>
    private IEnumerable<string> WithoutTrade(string[] words)
    {
        for (var end = words.Length - 1; end > 0; end--)
        {
            var isForm = ThingKinds.IsForm(words[end]) || (end == 1 && Reaches.Contains(words[end]));
            if (!isForm && !Trades.Contains(words[end]))
                break;
            var form = string.Join(' ', words[..end]);
            // "the CDU party" has its initials as its name.
            if ((gazetteer.Find(form) & WordLists.Place) == 0 && (char.IsUpper(words[end][0]) || Letters.HasSmall(form)))
                yield return form;
            if (!isForm)
                break;
        }
    }

    /// <summary>"Elm Police" of "Elm Police Department", "House" of "House of Commons", "Fed".</summary>
    private static IEnumerable<string> WithoutBody(string[] words)
    {
        if (words is [.., "Police" or "Fire", "Department"] or [_, "Department"])
            yield return string.Join(' ', words[..^1]);
        if (words is [.., "House", "of", "Representatives" or "Commons"])
            yield return "House";
        if (words is [.., "Federal", "Reserve"])
            yield return "Fed";
    }

    /// <summary>"Pirates" of "Pittsburgh Pirates", "State Department" of "U.S. State Department".</summary>
    private IEnumerable<string> WithoutPlace(string[] words)
    {
        var isBody = (gazetteer.Find(words[^1]) & WordLists.OrganizationHead) != 0 && !ThingKinds.IsPressOrSport(words[^1]);
        for (var start = 1; start < words.Length && start < 3; start++)
        {
            var (place, form) = (string.Join(' ', words[..start]), string.Join(' ', words[start..]));
            var lists = gazetteer.Find(place);
            // "Elm Police", "Elm Council": a body that any place has is short only with a country before it; "Danish Acme" is just Acme.
            if (isBody
                ? (lists & WordLists.Demonym) != 0
                    || EntityKey.Of(EntityType.Location, place) is "location|united-states" or "location|united-kingdom"
                : (lists & (WordLists.Place | WordLists.Town)) != 0 && (lists & WordLists.Demonym) == 0
                    && ((gazetteer.Find(form) & WordLists.Organization) == 0 || IsNickname(form)))
                yield return form;
            else if (isBody
                && words.Length - start > 1
                && (gazetteer.Find(place.Replace(".", "", StringComparison.Ordinal)) & WordLists.Organization) != 0)
                yield return form;
            if (start > 1 && (lists & (WordLists.Organization | WordLists.Place | WordLists.Town)) != 0)
                yield return $"{words[0][0]}{words[1][0]} {form}";   // "LA Times"
        }
    }

    /// <summary>"Energy Department" and "Energy" of "Department of Energy", "Elm Police" of "Police of Elm".</summary>
    private IEnumerable<string> OfField(string name)
    {
        var of = name.IndexOf(" of ", StringComparison.Ordinal);
        if (of <= 0)
            yield break;
        var field = name[(of + 4)..];
        if (ThingKinds.IsStateBody(ThingKinds.HeadOf(name)) && (gazetteer.Find(field) & (WordLists.Place | WordLists.Town)) != 0)
            yield return $"{field} {name[..of]}";
        if (ThingKinds.HeadOf(name) is "Department" or "Ministry")
        {
            yield return $"{field} {ThingKinds.HeadOf(name)}";
            if (ThingKinds.HeadOf(name) is "Department")
                yield return field.StartsWith("the ", StringComparison.Ordinal) ? field[4..] : field;
        }
    }

    /// <summary>"Elm College" and "Elm" of "Elm College London".</summary>
    private IEnumerable<string> WithoutTown(string[] words)
    {
        if (words is [.., "College" or "University", var town] && (gazetteer.Find(town) & (WordLists.Place | WordLists.Town)) != 0)
        {
            yield return string.Join(' ', words[..^1]);
            yield return string.Join(' ', words[..^2]);
        }
    }

    /// <summary>Whether the form is a club's nickname, "Cubs", which lists have without the town.</summary>
    private static bool IsNickname(string form) => form.EndsWith('s') && !form.Contains(' ') && Letters.HasSmall(form);

    private string? HeadOf(string name)
    {
        // "Unity Party" of "Unity Party of America"
        if (name.IndexOf(" of ", StringComparison.Ordinal) is >= 0 and var of && name.AsSpan(0, of).Contains(' '))
            return name[..of];
        var head = ThingKinds.HeadOf(name).ToString();
        if (Sole.Contains(head))
            return null;
        return name.StartsWith($"{head} of ", StringComparison.Ordinal) || (gazetteer.Find(head) & WordLists.OrganizationHead) != 0
            ? head
            : null;
    }

    /// <summary>Those that the article says are the same: "the Elm Army, also known as [Acme]".</summary>
    private IEnumerable<Thing> KnownAs(Thing thing, Dictionary<int, Thing> starts)
    {
        const int longest = 4;   // words between two names
        foreach (var mention in thing.Mentions)
        {
            var next = doc.TokenAt(mention.Span.End - 1) + 1;
            for (var i = next; i < doc.Tokens.Count && i <= next + longest + 2; i++)
            {
                if (starts.TryGetValue(doc.Tokens[i].Span.Start, out var other))
                {
                    if (OtherName.IsSaid(doc.Text.AsSpan(mention.Span.End..doc.Tokens[i].Span.Start))
                        && !other.Name.Contains(thing.Name, StringComparison.Ordinal))
                        yield return other;
                    break;
                }
            }
        }
    }

    /// <summary>"Caltech".</summary>
    private string? InBrackets(Thing thing)
    {
        foreach (var mention in thing.Mentions)
        {
            var open = doc.TokenAt(mention.Span.End);
            if (open + 2 < doc.Tokens.Count && doc.TextOf(doc.Tokens[open]) is "(" && doc.TextOf(doc.Tokens[open + 2]) is ")"
                && doc.TextOf(doc.Tokens[open + 1]) is var word && (HasLettersOf(thing.Name, word) || HasLettersOf(doc.WordsOf(mention.Span), word)))
                return word.ToString();
        }

        return null;
    }

    /// <summary>Whether the name contains the word's letters in order, beginning with the name's first.</summary>
    internal static bool HasLettersOf(string name, ReadOnlySpan<char> word)
    {
        var next = 0;
        foreach (var c in name)
        {
            if (next < word.Length && char.ToLowerInvariant(c) == char.ToLowerInvariant(word[next]))
                next++;
            else if (next == 0)
                return false;
        }

        return next == word.Length && word.Length > 1;
    }
}
