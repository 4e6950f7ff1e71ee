using Ingest.Text.Documents;

namespace Ingest.Text.Entities;

/// <summary>
/// Two places in one word are two, whatever the tagger took the word for:
/// <code>
/// pair := place "-" place      "the US-China talks"; not "Guinea-Bissau", "Anglo-French"
/// </code>
/// </summary>
internal static class PlacePair
{
    /// <summary>The mentions with two in place of each such word; in order, without overlap.</summary>
    public static List<Mention> Split(Document doc, List<Mention> mentions)
    {
        var split = new List<Mention>(mentions.Count);
        foreach (var mention in mentions)
        {
            var text = mention.Span.In(doc.Text);
            var hyphen = text.IndexOf('-');
            if (hyphen < 1 || IsPlace(text) || !IsPlace(text[..hyphen]) || !IsPlace(text[(hyphen + 1)..]))
            {
                split.Add(mention);
                continue;
            }

            split.Add(new Mention(new TextSpan(mention.Span.Start, mention.Span.Start + hyphen), EntityType.Location));
            split.Add(new Mention(new TextSpan(mention.Span.Start + hyphen + 1, mention.Span.End), EntityType.Location));
        }

        return split;
    }

    private static bool IsPlace(ReadOnlySpan<char> text) => (Gazetteer.Default.Find(text) & WordLists.Place) != 0;
}
