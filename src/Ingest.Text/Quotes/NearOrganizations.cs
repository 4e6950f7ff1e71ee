using System.Collections.Frozen;
using Ingest.Text.Documents;
using Ingest.Text.Entities;

namespace Ingest.Text.Quotes;

/// <summary>
/// Which organisation "it" or "the company" means where it speaks: the only one that the paragraph names before it or, where that names none, the
/// paragraph before. Where several are named, one whose name holds the noun ("the bank").
/// </summary>
internal sealed class NearOrganizations(Document doc, List<(TextSpan Span, Entity Entity)> mentions)
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Nouns = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "company", "firm", "group", "organisation", "organization", "agency", "charity", "club", "hospital", "bank", "union",
        "airline", "retailer", "lender", "carrier", "party", "ministry", "department", "council", "board", "commission", "committee", "trust", "university",
        "association", "institute", "watchdog", "regulator", "broadcaster", "newspaper", "paper", "magazine", "network", "manufacturer", "maker", "operator")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public Entity? MeantBy(TextSpan words)
    {
        var text = words.In(doc.Text);
        var noun = text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? text[4..] : default;
        if (!text.Equals("it", StringComparison.OrdinalIgnoreCase) && !Nouns.Contains(noun))
            return null;
        var paragraph = ParagraphOf(words.Start);
        for (var p = paragraph; p >= 0 && p >= paragraph - 1; p--)
        {
            var near = Named(doc.Paragraphs[p].Start, Math.Min(doc.Paragraphs[p].End, words.Start));
            if (near.Count == 0)
                continue;
            var ofNoun = noun.IsEmpty ? [] : Holding(near, noun.ToString());
            return ofNoun.Count == 1 ? ofNoun[0] : near.Count == 1 ? near[0] : null;
        }

        return null;
    }

    private static List<Entity> Holding(List<Entity> near, string noun) => near.FindAll(entity => entity.Name.Contains(noun, StringComparison.OrdinalIgnoreCase));

    private List<Entity> Named(int from, int to)
    {
        var near = new List<Entity>();
        foreach (var (span, entity) in mentions)
        {
            if (span.Start >= to)
                break;
            if (span.Start >= from && entity.Type is EntityType.Organization or EntityType.Facility && !near.Contains(entity))
                near.Add(entity);
        }

        return near;
    }

    private int ParagraphOf(int offset)
    {
        var p = 0;
        while (p + 1 < doc.Paragraphs.Count && doc.Paragraphs[p + 1].Start <= offset)
            p++;
        return p;
    }
}
