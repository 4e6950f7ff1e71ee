using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Linking.Things;

/// <summary>
/// Descriptions of organisations and facilities: "the hospital" where one hospital, and only one, is named before. A company or a club may be known
/// by the tail of its name ("Acme Inc.", "Kestrel Rovers"); of several companies the one that the article attends to far more is "the
/// company", but where another was named since.
/// </summary>
internal sealed class ThingDescriptions(Scene scene)
{
    private static readonly Dictionary<string, string[]> Kinds = Build(
        ("company",
            $"""
            {ThingKinds.CompanyForms}
            airlines airways motors industries products technologies technology systems energy pharmaceuticals foods stores enterprises aggregates lines
            """),
        ("group", ThingKinds.CompanyForms),
        ("club", "club fc afc united rovers wanderers athletic albion city town rangers"),
        ("airline", "airlines airways"),
        ("newspaper", "times post herald tribune gazette chronicle telegraph journal examiner observer"));

    // What a name ends with, or has before "of", may stand for the whole of it.
    private static readonly WordSet Heads = WordSet.AsWritten(
        """
        company club trust hospital union board bank council court party agency department ministry committee commission university
        college school institute association foundation federation league museum church choir newspaper magazine inquiry forum authority
        airport station society network channel festival theatre theater orchestra airline brewery mill prison clinic charity bureau
        parliament senate tribunal group
        """);

    /// <summary>Of one kind: more are a list of names.</summary>
    private const int MaxRivals = 20;

    /// <summary>Adds the descriptions that are sure to the mentions of what they mean, and keeps those in order.</summary>
    public void Link(List<Thing> things)
    {
        var byKind = new Dictionary<string, List<Thing>>(StringComparer.OrdinalIgnoreCase);
        foreach (var thing in things)
        {
            if (thing.Type is not (EntityType.Organization or EntityType.Facility))
                continue;
            foreach (var kind in KindsOf(thing.Name))
            {
                if (!byKind.TryGetValue(kind, out var ofKind))
                    byKind.Add(kind, ofKind = []);
                ofKind.Add(thing);
            }
        }

        if (byKind.Count == 0)
            return;
        foreach (var (kind, candidates) in byKind)
        {
            if (!PutFirst(candidates))
                byKind.Remove(kind);
        }

        var lookup = byKind.GetAlternateLookup<ReadOnlySpan<char>>();
        var described = new Dictionary<Thing, List<Mention>>();
        for (var i = 1; i < scene.Count; i++)
        {
            if (scene.Text(i - 1) is not ("the" or "The") || !IsWhole(i) || !lookup.TryGetValue(scene.Text(i), out var ofKind))
                continue;
            var span = new TextSpan(scene.Doc.Tokens[i - 1].Span.Start, scene.Doc.Tokens[i].Span.End);
            if (!IsLastNamed(ofKind, span.Start))
                continue;
            if (!described.TryGetValue(ofKind[0], out var descriptions))
                described.Add(ofKind[0], descriptions = []);
            descriptions.Add(new Mention(span, ofKind[0].Type, MentionKind.Nominal));
        }

        foreach (var (thing, descriptions) in described)
        {
            thing.Mentions.AddRange(descriptions);
            thing.Mentions.Sort((a, b) => a.Span.CompareTo(b.Span));
        }
    }

    /// <summary>Whether the first was named before, and none of the others since in the same paragraph.</summary>
    private bool IsLastNamed(List<Thing> things, int at)
    {
        var paragraph = scene.Doc.Paragraphs[scene.Doc.Sentences[scene.Doc.SentenceAt(at)].Paragraph].Start;
        var last = LastBefore(things[0], at);
        return last >= 0 && things.TrueForAll(thing => thing == things[0] || LastBefore(thing, at) is var other && (other < paragraph || other < last));
    }

    private static int LastBefore(Thing thing, int at)
    {
        var last = -1;
        foreach (var mention in thing.Mentions)
        {
            if (mention.Span.Start >= at)
                break;
            last = mention.Span.Start;
        }

        return last;
    }

    /// <summary>A small noun that no other noun follows: "the union said", not "the union leaders", "the board of directors".</summary>
    private bool IsWhole(int noun) =>
        scene.IsPlain(noun) && scene.Text(noun + 1) is not "of" && !scene.IsCapital(noun + 1) && !scene.Is(noun + 1, WordUse.Person)
        && (!scene.IsPlain(noun + 1) || scene.Text(noun + 1).EndsWith("ed")
            || scene.Text(noun + 1) is "won" or "lost" or "put" or "sold" or "paid" or "hit" or "set" or "cut" || IsNumber(noun + 1));

    /// <summary>"gave the board seven days".</summary>
    private bool IsNumber(int at) => scene.Text(at) is "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine" or "ten" or "twelve";

    /// <summary>Puts the one that is meant before the others; false where several have like shares of the article.</summary>
    private bool PutFirst(List<Thing> things)
    {
        if (things.Count is 1 or > MaxRivals)
            return things.Count == 1;
        var weights = things.ToDictionary(thing => thing, thing => Salience.Weigh(scene.Doc, thing.Type, thing.Name, thing.Mentions));
        things.Sort((a, b) => weights[b].CompareTo(weights[a]));
        return things[0].Mentions.Count > 1 && weights[things[0]] >= 2 * weights[things[1]];
    }

    private static IEnumerable<string> KindsOf(string name)
    {
        var words = name.Split(' ');
        if (words.Length < 2)
            yield break;
        var head = ThingKinds.HeadOf(name).ToString().ToLowerInvariant();
        if (Heads.Contains(head))
            yield return head;
        foreach (var (kind, tails) in Kinds)
        {
            if (head != kind && Array.IndexOf(tails, words[^1].TrimEnd('.').ToLowerInvariant()) >= 0)
                yield return kind;
        }
    }

    private static Dictionary<string, string[]> Build(params (string Kind, string Tails)[] kinds) =>
        kinds.ToDictionary(kind => kind.Kind, kind => WordSet.Parted(kind.Tails));
}
