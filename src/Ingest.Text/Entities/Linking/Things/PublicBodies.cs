using System.Collections.Frozen;
using Ingest.Text.Documents;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.Things;

/// <summary>
/// Names of bodies that every country or town has, which their owner tells apart:
/// <code>
/// name := owner "'s"? " " body    "Chinese Foreign Ministry", "Wisconsin Supreme Court", "Elm Valley Police"; "China's" is "Chinese"
/// body := common* head (("of" | "for" | …) common+)?
/// </code>
/// The owner is a place or its people, and a name of its own in the text. The bodies of the United States and the United Kingdom keep the
/// name that most articles use: "Supreme Court".
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

    // The countries most in the news, and the word before their ministries.
    private static readonly FrozenDictionary<string, string> Demonyms =
        """
        Afghanistan Afghan Algeria Algerian Argentina Argentine Australia Australian Austria Austrian Bangladesh Bangladeshi Belarus Belarusian
        Belgium Belgian Brazil Brazilian Canada Canadian Chile Chilean China Chinese Colombia Colombian Cuba Cuban Denmark Danish Egypt Egyptian
        England English Estonia Estonian Ethiopia Ethiopian Europe European Finland Finnish France French Germany German Ghana Ghanaian
        Greece Greek Hungary Hungarian India Indian Indonesia Indonesian Iran Iranian Iraq Iraqi Ireland Irish Israel Israeli Italy Italian
        Japan Japanese Jordan Jordanian Kenya Kenyan Kuwait Kuwaiti Latvia Latvian Lebanon Lebanese Libya Libyan Lithuania Lithuanian
        Malaysia Malaysian Mexico Mexican Morocco Moroccan Nepal Nepalese Netherlands Dutch Nigeria Nigerian Norway Norwegian Pakistan Pakistani
        Peru Peruvian Philippines Philippine Poland Polish Portugal Portuguese Qatar Qatari Romania Romanian Russia Russian Rwanda Rwandan
        Scotland Scottish Serbia Serbian Singapore Singapore Somalia Somali Spain Spanish Sudan Sudanese Sweden Swedish Switzerland Swiss
        Syria Syrian Taiwan Taiwanese Thailand Thai Tunisia Tunisian Turkey Turkish Uganda Ugandan Ukraine Ukrainian Venezuela Venezuelan
        Vietnam Vietnamese Wales Welsh Yemen Yemeni Zambia Zambian Zimbabwe Zimbabwean Senegal Senegalese Cameroon Cameroonian Namibia Namibian
        New_Zealand New_Zealand North_Korea North_Korean Saudi_Arabia Saudi South_Africa South_African South_Korea South_Korean Sri_Lanka Sri_Lankan
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Chunk(2)
            .ToFrozenDictionary(pair => pair[0].Replace('_', ' '), pair => pair[1].Replace('_', ' '), StringComparer.Ordinal);

    /// <summary>The body's name with its owner's name before it; null where it needs none.</summary>
    /// <param name="body">An organisation.</param>
    /// <param name="before">The name before the body in the text.</param>
    public string? FullName(Mention body, Mention before)
    {
        if (before.Type is not (EntityType.Location or EntityType.Group) || before.Span.End >= body.Span.Start)
            return null;
        var link = doc.Text.AsSpan(before.Span.End..body.Span.Start);
        var isOwner = before.Type == EntityType.Location && link is "'s " or "’s ";
        if (!(isOwner || link is " ") || !IsBody(body.Span.In(doc.Text)) || !IsPlace(before))
            return null;
        var (owner, name) = (doc.WordsOf(before.Span), doc.WordsOf(body.Span));
        // "India's Reserve Bank of India"
        return !isOwner ? $"{owner} {name}" : name.Contains(owner, StringComparison.Ordinal) ? null : $"{Demonyms.GetValueOrDefault(owner, owner)} {name}";
    }

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
            && words is not ("American" or "British")
            && EntityKey.Of(EntityType.Location, words.ToString().Replace(".", "", StringComparison.Ordinal))
            is not ("location|united-states" or "location|united-kingdom");
    }
}
