using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Words;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>
/// Finds the organisation that "it" or "the company" means as a speaker: the only one of its kind that the paragraph names before the
/// words; else the only one in the paragraph before. Where a paragraph names several, the one whose name contains the noun ("the bank").
/// "The paper" means one that the article shows to be a paper, and "the group" nobody with a name where the article tells of "a group of"
/// people.
/// </summary>
internal sealed class NearOrganizations(Document doc, MentionIndex mentions)
{
    private static readonly WordSet Nouns = WordSet.InAnyCase(
        """
        company firm group organisation organization agency charity club hospital bank union airline retailer lender carrier
        party ministry department council board commission committee trust university association institute watchdog regulator
        broadcaster newspaper paper magazine network manufacturer maker operator publisher developer studio brand startup
        """);

    private static readonly WordSet Papers = WordSet.InAnyCase("newspaper paper magazine");

    // Before or behind the name of a paper.
    private static readonly WordSet PaperWords =
        WordSet.AsWritten("broadsheet daily journal magazine newspaper paper publication tabloid weekly reported reports");

    // In mentions; a paragraph that names more is a list.
    private const int MaxLookBack = 40;

    public Entity? MeantBy(TextSpan words)
    {
        var text = words.In(doc.Text);
        var noun = text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? text[4..].ToString() : null;
        if (noun is null ? !text.Equals("it", StringComparison.OrdinalIgnoreCase) : !Nouns.Contains(noun))
            return null;
        if (doc.SentenceAt(words.Start) is not (>= 0 and var sentence) || (noun is "group" && IsOfNameless(noun, words.Start)))
            return null;
        var paragraph = doc.Sentences[sentence].Paragraph;
        for (var p = paragraph; p >= 0 && p >= paragraph - 1; p--)
        {
            var near = Named(doc.Paragraphs[p].Start, Math.Min(doc.Paragraphs[p].End, words.Start));
            near.RemoveAll(entity =>
                noun is not null && (!ThingKinds.Fits(noun, entity.Type, entity.Name) || (Papers.Contains(noun) && !IsPaper(entity))));
            if (near.Count == 0)
                continue;
            var ofNoun = noun is null ? [] : Holding(near, noun);
            return ofNoun.Count == 1 ? ofNoun[0] : near.Count == 1 ? near[0] : null;
        }

        return null;
    }

    private static List<Entity> Holding(List<Entity> near, string noun) =>
        near.FindAll(entity => entity.Name.Contains(noun, StringComparison.OrdinalIgnoreCase));

    /// <summary>"The Elm Courier", "the Elm newspaper", "Elm reported".</summary>
    private bool IsPaper(Entity entity) =>
        ThingKinds.IsPress(ThingKinds.HeadOf(entity.Name)) || entity.Mentions.Any(mention => mention.Kind == MentionKind.Name
            && (IsPaperWord(doc.TokenAt(mention.Span.Start) - 1) || IsPaperWord(doc.TokenAt(mention.Span.End - 1) + 1)));

    private bool IsPaperWord(int token) => token >= 0 && token < doc.Tokens.Count && PaperWords.Contains(doc.TextOf(doc.Tokens[token]));

    /// <summary>Whether the article has told before of "a cross-party group of" some people.</summary>
    private bool IsOfNameless(string noun, int start)
    {
        const int longest = 3;   // tokens from the article to the noun
        for (var t = doc.TokenAt(start) - 1; t > 0; t--)
        {
            if (doc.TextOf(doc.Tokens[t]) is not "of" || !doc.TextOf(doc.Tokens[t - 1]).Equals(noun, StringComparison.Ordinal))
                continue;
            for (var before = t - 2; before >= Math.Max(0, t - 1 - longest); before--)
            {
                if (doc.TextOf(doc.Tokens[before]) is "a" or "A")
                    return true;
            }
        }

        return false;
    }

    private List<Entity> Named(int from, int to)
    {
        var near = new List<Entity>();
        var last = mentions.LastEndingBy(to);
        for (var i = last; i >= 0 && last - i < MaxLookBack && mentions[i].Span.Start >= from; i--)
        {
            if (mentions[i].Entity is { Type: EntityType.Organization or EntityType.Facility } entity
                && !near.Contains(entity)
                && !IsPlatform(mentions[i].Span))
                near.Add(entity);
        }

        return near;
    }

    /// <summary>Whether the name is only the platform on which something was said: "wrote on Twitter", "her LinkedIn profile".</summary>
    private bool IsPlatform(TextSpan name)
    {
        if (!SocialSites.Contains(name.In(doc.Text)))
            return false;
        var (before, behind) = (doc.TokenAt(name.Start) - 1, doc.TokenAt(name.End - 1) + 1);
        return (before >= 0 && doc.TextOf(doc.Tokens[before]) is "on" or "via")
            || (behind < doc.Tokens.Count
                && doc.TextOf(doc.Tokens[behind]) is "profile" or "post" or "posts" or "page" or "account" or "feed");
    }
}
