using Ingest.Text.Documents;
using Ingest.Text.Entities;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>
/// Finds the entity that the head of a speaker's words means: "Roe" of "Mayor Jane Roe, a friend of Poe". Honours behind the name do not
/// count.
/// </summary>
internal sealed class SpeakerHead(Document doc, MentionIndex mentions, NameBehindOffice offices)
{
    /// <summary>The entity; null where the head only owns what comes next, or means none of the article's entities.</summary>
    public Entity? MeantBy(TextSpan words) => LastIn(words)?.Entity;

    /// <summary>The entity, unless the words mean only a member of a group: "an Iowa Republican".</summary>
    public Entity? SpeakingIn(TextSpan words) => MeantBy(words) is { } entity && !IsMember(words, entity) ? entity : null;

    /// <summary>The entity that a name in the head means.</summary>
    public Entity? NamedBy(TextSpan words) =>
        LastIn(words) is { Kind: MentionKind.Name } named && !IsMember(words, named.Entity) ? named.Entity : null;

    /// <summary>Whether the entity may speak; sums and dates do not.</summary>
    public static bool MaySpeak(Entity entity) => !entity.Type.IsFigure();

    /// <summary>Whether the head only owns what comes next: "Poe and Roe's mother, Jane Roe".</summary>
    public bool IsOwner(TextSpan words)
    {
        var and = doc.TokenAt(SpeakerPhrase.HeadEnd(doc, words, mentions) + 1);
        if (and >= doc.Tokens.Count || doc.TextOf(doc.Tokens[and]) is not "and")
            return false;
        for (var t = and + 1; t < doc.Tokens.Count && doc.Tokens[t].Span.End <= words.End && doc.TextOf(doc.Tokens[t]) is not ","; t++)
        {
            if (doc.Tokens[t].Kind == TokenKind.Clitic)
                return t + 1 < doc.Tokens.Count && char.IsLower(doc.Text[doc.Tokens[t + 1].Span.Start]);
        }

        return false;
    }

    private (Entity Entity, MentionKind Kind)? LastIn(TextSpan words)
    {
        if (IsOwner(words))
            return null;
        var head = WithoutClitic(SpeakerPhrase.HeadEnd(doc, words, mentions));
        for (var i = mentions.FirstEndingAfter(words.Start); i < mentions.Count && mentions[i].Span.Start < head; i++)
        {
            var (span, entity, kind) = mentions[i];
            if (MaySpeak(entity) && (span.End >= head || (entity.Type == EntityType.Person && offices.EndsAt(span.End, head))))
                return (entity, kind);
        }

        return null;
    }

    /// <summary>"an Iowa Republican", "one Muslim".</summary>
    private bool IsMember(TextSpan words, Entity entity) =>
        entity.Type == EntityType.Group && doc.TextOf(doc.Tokens[doc.TokenAt(words.Start)]) is "a" or "A" or "an" or "An" or "one" or "One"
            or "another" or "Another";

    /// <summary>"[Roe]'s" call.</summary>
    private int WithoutClitic(int end)
    {
        var last = doc.TokenAt(end - 1);
        return last < doc.Tokens.Count && doc.Tokens[last].Kind == TokenKind.Clitic && doc.Tokens[last].Span.End == end
            ? doc.Tokens[last].Span.Start : end;
    }
}
