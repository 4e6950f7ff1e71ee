using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Finds the offices of prosecutors, which the tagger breaks at their possessives:
/// <code>
/// office   := place? attorney "'s" "Office"                       "Elm County State's Attorney's Office"
/// attorney := kind "Attorney" | "DA" | "County"? "Prosecutor"
/// kind     := ("State" | "Commonwealth") "'s" | "District" | "County" | "City" | "Prosecuting"
/// </code>
/// The "State" of a "State's Attorney" is no name, and the "District" of "Elm District Attorney" no part of the place.
/// </summary>
internal static class AttorneysOffice
{
    /// <summary>The mentions with the offices, which replace names inside them; in order, without overlap.</summary>
    public static List<Mention> Add(Document doc, List<Mention> mentions)
    {
        var all = new List<Mention>(mentions.Count);
        var next = 0;
        for (var i = 0; i + 1 < doc.Tokens.Count; i++)
        {
            if (Text(doc, i) is not ("Attorney" or "DA" or "Prosecutor"))
                continue;
            var start = StartOf(doc, i);
            while (next < mentions.Count && mentions[next].Span.End <= doc.Tokens[start].Span.Start)
                all.Add(mentions[next++]);
            if (next < mentions.Count && IsOwner(doc, start)
                && mentions[next].Span.Start == doc.Tokens[start].Span.Start && mentions[next].Span.End <= doc.Tokens[i].Span.End)
                next++;   // "[State]'s Attorney"
            if (next < mentions.Count && IsDistrict(doc, mentions[next], start))
            {
                all.Add(mentions[next] with { Span = new TextSpan(mentions[next].Span.Start, doc.Tokens[start - 1].Span.End) });
                next++;
            }

            var hasOffice = i + 2 < doc.Tokens.Count && doc.Tokens[i + 1].Kind == TokenKind.Clitic && Text(doc, i + 2) is "Office";
            if (!hasOffice || (start == i && Text(doc, i) is "Attorney"))
                continue;
            var office = new Mention(new TextSpan(doc.Tokens[start].Span.Start, doc.Tokens[i + 2].Span.End), EntityType.Organization);
            if (all.Count > 0 && IsPlaceBefore(doc, all[^1], office.Span.Start))
            {
                office = office with { Span = new TextSpan(all[^1].Span.Start, office.Span.End) };
                all.RemoveAt(all.Count - 1);
            }

            for (; next < mentions.Count && mentions[next].Span.Start < office.Span.End; next++)
                office = office with { Span = Covering(office.Span, mentions[next].Span) };
            all.Add(office);
        }

        all.AddRange(mentions.Skip(next));
        return all;
    }

    /// <summary>"[Elm District] Attorney": the attorney begins with the mention's last word.</summary>
    private static bool IsDistrict(Document doc, Mention mention, int start) =>
        Text(doc, start) is "District" && mention.Type == EntityType.Location
        && mention.Span.Start < doc.Tokens[start].Span.Start && mention.Span.End == doc.Tokens[start].Span.End;

    /// <summary>Index where the attorney begins, with the kind of office.</summary>
    private static int StartOf(Document doc, int attorney) =>
        attorney > 1 && IsOwner(doc, attorney - 2) ? attorney - 2
        : attorney > 0 && Text(doc, attorney) is not "DA" && Text(doc, attorney - 1) is "District" or "County" or "City" or "Prosecuting"
            ? attorney - 1
        : attorney;

    /// <summary>"State's", before an attorney.</summary>
    private static bool IsOwner(Document doc, int token) =>
        Text(doc, token) is "State" or "Commonwealth" && token + 2 < doc.Tokens.Count && doc.Tokens[token + 1].Kind == TokenKind.Clitic
        && Text(doc, token + 2) is "Attorney";

    private static bool IsPlaceBefore(Document doc, Mention mention, int start) =>
        mention.Type is EntityType.Location or EntityType.Organization && mention.Span.End == start - 1 && doc.Text[start - 1] == ' ';

    private static TextSpan Covering(TextSpan one, TextSpan other) => new(Math.Min(one.Start, other.Start), Math.Max(one.End, other.End));

    private static ReadOnlySpan<char> Text(Document doc, int token) => doc.TextOf(doc.Tokens[token]);
}
