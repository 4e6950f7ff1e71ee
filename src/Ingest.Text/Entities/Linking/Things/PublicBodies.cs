using Ingest.Text.Documents;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.Things;

/// <summary>
/// Bodies that every country or town has, which are told apart by whose they are:
/// <code>
/// name := owner " " body          "Chinese Foreign Ministry", "Wisconsin Supreme Court", "Elm Valley Police"
/// body := common* head (("of" | "for" | …) common+)?
/// </code>
/// The owner is a place or its people and a name of its own in the text. The bodies of the United States and the United Kingdom keep the
/// name by which most articles call them: "Supreme Court".
/// </summary>
internal sealed class PublicBodies(Document doc, Gazetteer gazetteer)
{
    private static readonly WordSet Heads = WordSet.InAnyCase(
        $"""
        {ThingKinds.StateBodies}
        assembly association bank cabinet center centre chamber consulate corporation crescent cross directorate embassy exchange fa fed
        federation force foundation fund guard inspectorate institute institution observatory office organisation organization radio
        railway railways reserve secretariat service society survey television tribunal union university
        """);

    private static readonly WordSet Ranks = WordSet.InAnyCase("central federal national olympic royal supreme");

    /// <summary>The name of the body with its owner's before it; null where it needs none.</summary>
    /// <param name="body">An organisation.</param>
    /// <param name="before">The name before it in the text.</param>
    public string? FullName(Mention body, Mention before) =>
        before.Type is EntityType.Location or EntityType.Group && before.Span.End == body.Span.Start - 1 && doc.Text[before.Span.End] == ' '
            && IsBody(body.Span.In(doc.Text)) && IsPlace(before)
            ? doc.WordsOf(new TextSpan(before.Span.Start, body.Span.End)) : null;

    private bool IsBody(ReadOnlySpan<char> name)
    {
        if (!Heads.Contains(ThingKinds.HeadOf(name)))
            return false;
        if ((gazetteer.Find(name) & WordLists.Organization) != 0)
            return true;   // "Red Cross"
        foreach (var range in name.Split(' '))
        {
            var word = name[range];
            if (!Heads.Contains(word) && !Ranks.Contains(word) && char.IsUpper(word[0])
                && (gazetteer.Find(word) & (WordLists.Common | WordLists.OrganizationHead)) == 0)
                return false;
        }

        return true;
    }

    /// <summary>"Chinese", "Wisconsin"; not "Democratic", "Kurdish" or "U.S.".</summary>
    private bool IsPlace(Mention owner)
    {
        var words = owner.Span.In(doc.Text);
        return (owner.Type == EntityType.Location || (gazetteer.Find(words) & WordLists.Demonym) != 0)
            && words is not ("American" or "British") && EntityKey.Of(EntityType.Location, words.ToString().Replace(".", "", StringComparison.Ordinal))
            is not ("location|united-states" or "location|united-kingdom");
    }
}
