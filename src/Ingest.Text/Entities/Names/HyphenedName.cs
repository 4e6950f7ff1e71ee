using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Splits a word with a hyphen that is not one name, whatever type the tagger gave it, and ends a name before an office with one:
/// <code>
/// pair := place "-" place                 "the (US)-(China) talks"; not "Guinea-Bissau", "Anglo-French"
/// side := ("anti" | "pro" | …) "-" name   "anti-(China) forces", "ex-(FBI) agents"; not "Anti-Corruption"
/// body := (name) "Co-" office             "(Green Party) Co-leader"
/// </code>
/// </summary>
internal static class HyphenedName
{
    /// <summary>The mentions with the parts in place of each such word; in order, without overlap.</summary>
    public static List<Mention> Split(Document doc, List<Mention> mentions)
    {
        var split = new List<Mention>(mentions.Count);
        foreach (var mention in mentions)
        {
            var text = mention.Span.In(doc.Text);
            var hyphen = text.IndexOf('-');
            var (before, behind) = hyphen < 1 ? (null, null) : (TypeOf(text[..hyphen]), TypeOf(text[(hyphen + 1)..]));
            var isPair = before == EntityType.Location && behind == EntityType.Location && TypeOf(text) is null;
            if (isPair)
                split.Add(new Mention(new TextSpan(mention.Span.Start, mention.Span.Start + hyphen), EntityType.Location));
            var isPart = isPair || (behind is not null && IsSide(text[..hyphen]));
            split.Add(isPart ? new Mention(new TextSpan(mention.Span.Start + hyphen + 1, mention.Span.End), behind!.Value)
                : IsBeforeOffice(doc.Text, mention.Span)
                    ? mention with { Span = new TextSpan(mention.Span.Start, mention.Span.End - " Co".Length) }
                : mention);
        }

        return split;
    }

    private static bool IsBeforeOffice(string text, TextSpan span) =>
        span.In(text).EndsWith(" Co", StringComparison.Ordinal) && span.End < text.Length && text[span.End] == '-';

    private static bool IsSide(ReadOnlySpan<char> text) =>
        text is "anti" or "Anti" or "ex" or "Ex" or "non" or "Non" or "post" or "Post" or "pre" or "Pre" or "pro" or "Pro" or "intra"
            or "Intra";

    private static EntityType? TypeOf(ReadOnlySpan<char> text)
    {
        var lists = Gazetteer.Default.Find(text);
        return (lists & WordLists.Place) != 0 ? EntityType.Location
            : (lists & (WordLists.Demonym | WordLists.Group)) != 0 ? EntityType.Group
            : (lists & WordLists.Organization) != 0 ? EntityType.Organization
            : null;
    }
}
