using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Finds roads with a number as their name, whatever type the tagger gave them:
/// <code>
/// road := ("U.S." | "US" | "State" | "County")? kind number      "Interstate 75"; not "Highway 61 Revisited"
/// kind := "Interstate" | "Highway" | "Route" | "Autobahn" | "Motorway"
/// </code>
/// </summary>
internal static class RoadName
{
    /// <summary>The mentions with the roads, which replace names inside them; in order, without overlap.</summary>
    public static List<Mention> Add(Document doc, List<Mention> mentions)
    {
        var all = new List<Mention>(mentions.Count);
        var next = 0;
        for (var i = 0; i + 1 < doc.Tokens.Count; i++)
        {
            if (RoadAt(doc, i) is not { } road)
                continue;
            while (next < mentions.Count && mentions[next].Span.End <= road.Start)
                all.Add(mentions[next++]);
            var end = next;
            while (end < mentions.Count && road.Contains(mentions[end].Span))
                end++;
            // A mention that goes beyond the road is something else: "the Route 66 Museum".
            if (end < mentions.Count && mentions[end].Span.Overlaps(road))
                continue;
            all.Add(new Mention(road, EntityType.Location));
            next = end;
        }

        all.AddRange(mentions.Skip(next));
        return all;
    }

    private static TextSpan? RoadAt(Document doc, int token)
    {
        if (doc.TextOf(doc.Tokens[token]) is not ("Interstate" or "Highway" or "Route" or "Autobahn" or "Motorway")
            || !IsNumber(doc, token + 1)
            || (token + 2 < doc.Tokens.Count && doc.IsCapital(token + 2)))
            return null;
        var first = token > 0 && doc.TextOf(doc.Tokens[token - 1]) is "U.S." or "US" or "State" or "County" ? token - 1 : token;
        return new TextSpan(doc.Tokens[first].Span.Start, doc.Tokens[token + 1].Span.End);
    }

    private static bool IsNumber(Document doc, int token) =>
        doc.Tokens[token] is { Kind: TokenKind.Number, Span.Length: < 4 }
            && !doc.TextOf(doc.Tokens[token]).ContainsAnyExceptInRange('0', '9');
}
