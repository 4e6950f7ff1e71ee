using System.Buffers;
using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Names;

/// <summary>Joins the parties of a case: "(Roe) v. (Poe)"; not "(Leeds) v. (Everton)", who play.</summary>
internal static class CaseName
{
    /// <summary>UTF-16 units on each side of "Roe v. Poe", in which a word of sports tells that they play.</summary>
    private const int NearMatch = 300;

    private static readonly SearchValues<string> OfSports = SearchValues.Create(
        [
            " match", "semifinal", "semi-final", " bout", "boxing", "boxer", "tennis", "tournament", "championship", "heavyweight",
            "playoff", "innings", "wimbledon", "centre court", "in the ring",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>The mentions with the parties of a case joined; in order, without overlap.</summary>
    public static List<Mention> Join(Document doc, List<Mention> mentions)
    {
        var joined = new List<Mention>(mentions.Count);
        foreach (var mention in mentions)
        {
            if (joined.Count > 0 && IsCase(doc, joined[^1], mention))
                joined[^1] = new Mention(new TextSpan(joined[^1].Span.Start, mention.Span.End), EntityType.Law);
            else
                joined.Add(mention);
        }

        return joined;
    }

    private static bool IsCase(Document doc, Mention first, Mention second) =>
        doc.Text.AsSpan(first.Span.End..second.Span.Start) is " v. " && IsParty(first.Type) && IsParty(second.Type)
        && (first.Type == EntityType.Person || second.Type == EntityType.Person)
        && !doc.Text.AsSpan(Math.Max(0, first.Span.Start - NearMatch)..Math.Min(doc.Text.Length, second.Span.End + NearMatch))
            .ContainsAny(OfSports);

    private static bool IsParty(EntityType type) => type is EntityType.Person or EntityType.Organization or EntityType.Location;
}
