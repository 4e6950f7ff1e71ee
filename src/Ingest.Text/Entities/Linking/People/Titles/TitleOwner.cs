using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Linking.People.Titles;

/// <summary>
/// Finds the owner of an office, where it is a name before the office: "[Harlow] Mayor", "[Harlow Animation] president".
/// </summary>
internal sealed class TitleOwner(Document doc, IReadOnlyList<Mention> mentions)
{
    /// <summary>
    /// Index where the role begins, with its owner. A role does not begin inside an organisation's name, nor behind its owner: "Harlow
    /// Mayor", "the Harlow Animation director".
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
        if (i >= 0 && IsRightBefore(mentions[i], at))
            at = mentions[i].Span.Start;
        return doc.TokenAt(at);
    }

    private bool IsRightBefore(Mention owner, int at) =>
        owner.Type is EntityType.Location or EntityType.Group or EntityType.Organization
        && owner.Span.End == at - 1 && doc.Text[at - 1] == ' ';
}
