using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Linking.Pronouns;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>
/// Finds the person that "the roads minister" or "the Elm-born actor" means where nobody else was named so far, and the article began with
/// that person: "Jane Roe has opened the dam.⏎ The roads minister said …".
/// </summary>
internal sealed class LonePerson(Document doc, MentionIndex mentions, IReadOnlyList<Entity> entities)
{
    // In sentences; further back, the description is of somebody without a name.
    private const int Reach = 2;

    private const WordClass Verbs = WordClass.Verb | WordClass.Be | WordClass.Auxiliary;

    // In tokens, with the article.
    private const int Longest = 6;

    // Whoever writes is often not named at all.
    private static readonly WordSet Writers = WordSet.InAnyCase("author writer");

    private static readonly WordSet Others = WordSet.InAnyCase("other same first second third next last new late another");

    /// <summary>The person; null when the words may mean somebody else.</summary>
    public Entity? Of(TextSpan words)
    {
        if (NounOf(words) is not { } noun || Sole(words.Start) is not var (person, first, last))
            return null;
        var isNear = doc.SentenceAt(words.Start) - doc.SentenceAt(last) <= Reach;
        return isNear && Leads(first) && !IsHeldByAnother(noun, person) ? person : null;
    }

    /// <summary>The noun of a description that names nobody: "minister" of "the roads minister".</summary>
    private string? NounOf(TextSpan words)
    {
        var (first, last) = (doc.TokenAt(words.Start), doc.TokenAt(words.End - 1));
        if (doc.TextOf(doc.Tokens[first]) is not ("the" or "The") || last == first || last - first >= Longest
            || (first > 0 && doc.TextOf(doc.Tokens[first - 1]) is "by"))
            return null;
        for (var t = first + 1; t <= last; t++)
        {
            if (doc.Tokens[t].Kind is not (TokenKind.Word or TokenKind.Number) && doc.TextOf(doc.Tokens[t]) is not "-")
                return null;
            var word = doc.TextOf(doc.Tokens[t]);
            if (Others.Contains(word) || (WordClasses.Of(word) & (WordClass.Preposition | WordClass.Coordinator)) != 0)
                return null;
        }

        var noun = doc.TextOf(doc.Tokens[last]);
        var isSmall = char.IsLower(noun[0]) || !Letters.HasSmall(noun);   // "minister", "MP"
        return isSmall && Epithet.IsNoun(noun) && !Writers.Contains(noun) ? noun.ToString() : null;
    }

    /// <summary>The only person named before the offset, the first mention, and where the last one begins.</summary>
    private (Entity Person, TextSpan First, int Last)? Sole(int offset)
    {
        (Entity Person, TextSpan First, int Last)? sole = null;
        for (var i = 0; i < mentions.Count && mentions[i].Span.End <= offset; i++)
        {
            var (span, entity, kind) = mentions[i];
            if (entity.Type != EntityType.Person)
                continue;
            if (sole is { } known && known.Person != entity)
                return null;
            sole = (entity, sole?.First ?? span, span.Start);
        }

        return sole;
    }

    /// <summary>Whether the name is the subject of its sentence, or who says it.</summary>
    private bool Leads(TextSpan name)
    {
        if (doc.SentenceAt(name.Start) is not (>= 0 and var sentence))
            return false;
        var (before, behind) = (doc.TokenAt(name.Start) - 1, doc.TokenAt(name.End - 1) + 1);
        if (behind < doc.Tokens.Count && doc.TextOf(doc.Tokens[behind]) is "said" or "says" or "has" or "had")
            return true;
        if (before >= 0 && doc.TextOf(doc.Tokens[before]) is "said" or "says")
            return true;
        for (var t = doc.Sentences[sentence].FirstToken; t <= before; t++)
        {
            var word = doc.TextOf(doc.Tokens[t]);
            if ((WordClasses.Of(word) & (Verbs | WordClass.Preposition | WordClass.Relative)) != 0
                || doc.Tokens[t].Kind == TokenKind.Clitic || CueVerbs.Find(word) is not null)
                return false;
        }

        return true;
    }

    /// <summary>Whether the article calls another so: "the home secretary" is whom it names later as the home secretary.</summary>
    private bool IsHeldByAnother(string noun, Entity person)
    {
        foreach (var entity in entities)
        {
            if (entity != person && entity.Type == EntityType.Person && entity.Role is { } role && Holds(role, noun))
                return true;
        }

        return false;
    }

    private static bool Holds(string role, string noun) =>
        role.Contains(noun, StringComparison.OrdinalIgnoreCase) && !role.StartsWith("shadow", StringComparison.OrdinalIgnoreCase);
}
