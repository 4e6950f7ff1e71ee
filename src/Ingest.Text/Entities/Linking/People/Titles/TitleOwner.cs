using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Linking.People.Titles;

/// <summary>Whose the office is, as far as a name before it tells: "[Harlow] Police Chief", "[Harlow Animation] President".</summary>
internal sealed class TitleOwner(Document doc, Gazetteer gazetteer, IReadOnlyList<Mention> mentions)
{
    private readonly TitleWords _words = new(doc, gazetteer);

    /// <summary>
    /// Where the role begins with its owner: it doesn't within the name of an organisation, nor behind whose it is. "Mayor" of "Harlow
    /// Mayor" is an office without it.
    /// </summary>
    public int StartOf(int role)
    {
        var at = doc.Tokens[role].Span.Start;
        var i = mentions.LastBeginningBy(at);
        // "[Harlow Animation] President", "[North American] economist", "[Harlow County] Attorney".
        var isWithin = i >= 0 && mentions[i].Span.End > at
            && mentions[i].Type is EntityType.Organization or EntityType.Group or EntityType.Location;
        if (isWithin)
            at = mentions[i--].Span.Start;
        if (i >= 0 && (isWithin || !_words.IsTitle(role)) && IsRightBefore(mentions[i], at))
            at = mentions[i].Span.Start;
        return doc.TokenAt(at);
    }

    private bool IsRightBefore(Mention owner, int at) =>
        owner.Type is EntityType.Location or EntityType.Group or EntityType.Organization
        && owner.Span.End == at - 1 && doc.Text[at - 1] == ' ';
}
