using Ingest.Text.Documents;
using Ingest.Text.Entities;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>
/// Finds the person that "who" means: the one named right before it, "the mayor, [Jane Roe], who said", or the one named before the
/// description right before it, "[Jane Roe], the mayor of Elm who said".
/// </summary>
internal sealed class Antecedent(Document doc, MentionIndex mentions, ApposedName apposed)
{
    private const int Comma = 2;   // with its blank

    private const int LongestDescription = 10;   // tokens

    private static readonly WordSet Articles = WordSet.AsWritten("the a an");

    public Entity? Of(TextSpan relative)
    {
        if (DescribedBefore(relative) is { } person)
            return person;
        var i = mentions.FirstEndingAfter(relative.Start - Comma - 1);
        return i < mentions.Count && mentions[i] is var (span, entity, _) && span.End <= relative.Start
            && SpeakerHead.MaySpeak(entity) && !IsOther(span, entity, relative) ? entity : null;
    }

    private Entity? DescribedBefore(TextSpan relative)
    {
        var first = doc.TokenAt(relative.Start);
        for (var t = first - 1; t > first - LongestDescription && t > 0 && doc.Tokens[t].Kind != TokenKind.Punctuation; t--)
        {
            if (doc.TextOf(doc.Tokens[t - 1]) is ","
                && apposed.Before(doc.SpanOf(t, first)) is var (_, person))
                return person;
        }

        return null;
    }

    /// <summary>
    /// Whether "who" or "which" means something other than the name before it: "An engineer at Acme, who said", "a study by Jane Roe,
    /// which said" mean neither Acme nor Roe.
    /// </summary>
    private bool IsOther(TextSpan named, Entity entity, TextSpan relative) => relative.In(doc.Text) switch
    {
        "which" => entity.Type == EntityType.Person,
        "who" or "whom" => entity.Type is EntityType.Organization or EntityType.Location && IsOwned(named),
        _ => false,
    };

    private bool IsOwned(TextSpan named)
    {
        var before = doc.TokenAt(named.Start) - 1;
        if (before > 0 && Articles.Contains(doc.TextOf(doc.Tokens[before])))
            before--;
        return before >= 0 && RelativeHead.Links.Contains(doc.TextOf(doc.Tokens[before]));
    }
}
