using Ingest.Text.Documents;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.Things;

/// <summary>
/// Links descriptions of organisations and facilities: "the hospital" where exactly one hospital is named before. The end of a name may
/// show a company or a club ("Acme Inc.", "Kestrel Rovers"). Among several companies, "the company" is the one with far more of the
/// article's attention, unless a <see cref="ThingRivals">rival</see> was named since.
/// </summary>
internal sealed class ThingDescriptions(Scene scene)
{
    private static readonly Dictionary<string, string[]> Kinds = Build(
        ("company",
            $"""
            {ThingKinds.CompanyForms} airlines airways motors industries products technologies technology systems energy pharmaceuticals
            foods stores enterprises aggregates lines
            """),
        ("group", "plc holdings ag nv sa"),
        ("club", "club fc afc united rovers wanderers athletic albion city town rangers"),
        ("airline", "airlines airways"),
        ("studio", "studios pictures"),
        ("newspaper", "times post herald tribune gazette chronicle telegraph journal examiner observer"));

    // Nouns that may stand for the whole name, at its end or before "of".
    private static readonly WordSet Heads = WordSet.AsWritten(
        """
        company club trust hospital union board bank council court party agency department ministry committee commission university
        college school institute association foundation federation league museum church choir newspaper magazine inquiry forum authority
        airport station society network channel festival theatre theater orchestra airline brewery mill prison clinic charity bureau
        parliament senate tribunal group zoo studio observatory fund laboratory lab guild coalition alliance center centre service
        """);

    /// <summary>Things of one kind; more are a list of names.</summary>
    private const int MaxRivals = 20;

    /// <summary>Adds sure descriptions to the mentions of the things they mean, and keeps these in order.</summary>
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
        var rivals = new ThingRivals(scene, things);
        foreach (var (kind, candidates) in byKind)
        {
            if (!PutFirst(candidates, rivals))
                byKind.Remove(kind);
        }

        var lookup = byKind.GetAlternateLookup<ReadOnlySpan<char>>();
        var described = new Dictionary<Thing, List<Mention>>();
        for (var i = 1; i < scene.Count; i++)
        {
            rivals.Read(i);
            if (scene.Text(i - 1) is not ("the" or "The") || !IsWhole(i) || !lookup.TryGetValue(scene.Text(i), out var ofKind))
                continue;
            var span = new TextSpan(scene.Doc.Tokens[i - 1].Span.Start, scene.Doc.Tokens[i].Span.End);
            if (!rivals.AreNone(i, ofKind[0], ofKind))
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

    /// <summary>
    /// Whether the noun is in small letters and no other noun follows: "the union said", not "the union leaders", "the board of
    /// directors".
    /// </summary>
    private bool IsWhole(int noun) =>
        scene.IsPlain(noun) && scene.Text(noun + 1) is not "of" && !scene.IsCapital(noun + 1) && !scene.Is(noun + 1, WordUse.Person)
        && (!scene.IsPlain(noun + 1) || scene.Text(noun + 1).EndsWith("ed")
            || scene.Text(noun + 1) is "won" or "lost" or "put" or "sold" or "paid" or "hit" or "set" or "cut" || IsNumber(noun + 1));

    /// <summary>"gave the board seven days".</summary>
    private bool IsNumber(int at) =>
        scene.Text(at) is "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine" or "ten" or "twelve";

    /// <summary>Puts the thing meant before the others; false where several have similar shares of the article.</summary>
    private static bool PutFirst(List<Thing> things, ThingRivals rivals)
    {
        if (things.Count is 1 or > MaxRivals)
            return things.Count == 1;
        things.Sort((a, b) => rivals.Weigh(b).CompareTo(rivals.Weigh(a)));
        return things[0].Mentions.Count > 1 && rivals.Weigh(things[0]) >= ThingRivals.Lead * rivals.Weigh(things[1]);
    }

    private static IEnumerable<string> KindsOf(string name)
    {
        var words = name.Split(' ');
        if (words.Length < 2)
            yield break;
        var (head, tail) = (ThingKinds.HeadOf(name).ToString().ToLowerInvariant(), words[^1].TrimEnd('.').ToLowerInvariant());
        var isForm = ThingKinds.IsForm(tail);
        // "University of Elm Medical School" is neither.
        if (Heads.Contains(head) && (head == tail || isForm || !Heads.Contains(tail)))
            yield return head;
        // "Institute of Technology" is no company, "Bank of Elm Corp." is.
        if (head != tail && !isForm)
            yield break;
        foreach (var (kind, tails) in Kinds)
        {
            if (head != kind && Array.IndexOf(tails, tail) >= 0)
                yield return kind;
        }
    }

    private static Dictionary<string, string[]> Build(params (string Kind, string Tails)[] kinds) =>
        kinds.ToDictionary(kind => kind.Kind, kind => WordSet.Parted(kind.Tails));
}
