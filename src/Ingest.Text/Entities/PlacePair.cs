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
        for (var i = 0; i < mentions.Count; i++)
        {
            var span = mentions[i].Span;
            var text = span.In(doc.Text);
            var hyphen = text.IndexOf('-');
            if (hyphen < 1 || IsPlace(text) || !IsPlace(text[..hyphen]) || !IsPlace(text[(hyphen + 1)..]))
                continue;
            mentions[i] = new Mention(new TextSpan(span.Start, span.Start + hyphen), EntityType.Location);
            mentions.Insert(++i, new Mention(new TextSpan(span.Start + hyphen + 1, span.End), EntityType.Location));
        }

        return mentions;
    }

    private static bool IsPlace(ReadOnlySpan<char> text) => (Gazetteer.Default.Find(text) & WordLists.Place) != 0;
}
