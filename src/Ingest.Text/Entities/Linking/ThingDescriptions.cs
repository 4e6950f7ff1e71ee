namespace Ingest.Text.Entities.Linking;

/// <summary>
/// Descriptions of organisations and facilities: "the hospital" where one hospital, and only one, is named before. A company or a club may be known
/// by the tail of its name ("Acme Inc.", "Kestrel Rovers"); of several companies the one that the article names far more often is "the company".
/// </summary>
internal sealed class ThingDescriptions(Scene scene)
{
    private static readonly Dictionary<string, string[]> Kinds = Build(
        ("company", "inc corp corporation ltd limited co company plc llc ag sa nv gmbh holdings airlines airways motors industries products technologies technology systems energy pharmaceuticals foods stores enterprises aggregates lines"),
        ("club", "club fc afc united rovers wanderers athletic albion city town rangers"));

    // What a name ends with, or has before "of", may stand for the whole of it.
    private static readonly HashSet<string> Heads =
        [
            .. """
            company club trust hospital union board bank council court party agency department ministry committee commission university college school institute
            association foundation federation league museum church choir newspaper magazine inquiry forum authority airport station society network channel festival
            theatre theater orchestra airline brewery mill prison clinic charity bureau parliament senate tribunal group
            """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries),
        ];

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
        var meant = new Dictionary<string, Thing>(StringComparer.OrdinalIgnoreCase);
        foreach (var (kind, ofKind) in byKind)
        {
            if (TheOne(ofKind) is { } thing)
                meant.Add(kind, thing);
        }

        var lookup = meant.GetAlternateLookup<ReadOnlySpan<char>>();
        var described = new HashSet<Thing>();
        for (var i = 1; i < scene.Count; i++)
        {
            if (scene.Text(i - 1) is "the" or "The" && IsWhole(i) && lookup.TryGetValue(scene.Text(i), out var thing)
                && thing.Mentions[0].Span.Start < scene.Doc.Tokens[i - 1].Span.Start)
            {
                thing.Mentions.Add(new Mention(new(scene.Doc.Tokens[i - 1].Span.Start, scene.Doc.Tokens[i].Span.End), thing.Type, MentionKind.Nominal));
                described.Add(thing);
            }
        }

        foreach (var thing in described)
            thing.Mentions.Sort((a, b) => a.Span.CompareTo(b.Span));
    }

    /// <summary>A small noun that no other noun follows: "the union said", not "the union leaders", "the board of directors".</summary>
    private bool IsWhole(int noun) =>
        scene.IsPlain(noun) && scene.Text(noun + 1) is not "of" && !scene.IsCapital(noun + 1) && !scene.Is(noun + 1, WordUse.Person)
        && (!scene.IsPlain(noun + 1) || scene.Text(noun + 1).EndsWith("ed") || scene.Text(noun + 1) is "won" or "lost" or "put" or "sold" or "paid" or "hit" or "set" or "cut");

    private static Thing? TheOne(List<Thing> things)
    {
        if (things.Count == 1)
            return things[0];
        things.Sort((a, b) => b.Mentions.Count.CompareTo(a.Mentions.Count));
        return things[0].Mentions.Count >= 3 && things[0].Mentions.Count >= 2 * things[1].Mentions.Count ? things[0] : null;
    }

    private static IEnumerable<string> KindsOf(string name)
    {
        var words = name.Split(' ');
        if (words.Length < 2)
            yield break;
        var link = Array.FindIndex(words, word => word is "of" or "for" or "on");
        var head = (link > 0 ? words[link - 1] : words[^1]).ToLowerInvariant();
        if (Heads.Contains(head))
            yield return head;
        foreach (var (kind, tails) in Kinds)
        {
            if (head != kind && Array.IndexOf(tails, words[^1].TrimEnd('.').ToLowerInvariant()) >= 0)
                yield return kind;
        }
    }

    private static Dictionary<string, string[]> Build(params (string Kind, string Tails)[] kinds) => kinds.ToDictionary(kind => kind.Kind, kind => kind.Tails.Split(' '));
}
