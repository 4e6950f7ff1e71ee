using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>
/// Finds the person named beside a description, with a comma between: "Its director, Jane Roe", "Jane Roe, the mayor of Elm".
/// </summary>
internal sealed class ApposedName(Document doc, MentionIndex mentions, SpeakerHead head)
{
    private const int Comma = 2;   // with its blank

    // "several Democrats, including Jane Roe": one of them.
    private static readonly WordSet Partly = WordSet.AsWritten("including among like especially notably");

    /// <summary>The person named behind the description that begins the words: "Its director, [Jane Roe]".</summary>
    public Entity? Behind(TextSpan words)
    {
        if (!SpeakerPhrase.IsDescription(doc, words) && !SpeakerPhrase.EndsInTitle(doc, words) && !head.IsOwner(words))
            return null;
        // "a lawyer for the firm, Acme": the name behind "the firm" is not the lawyer's.
        var end = SpeakerPhrase.HeadEnd(doc, words, mentions);
        var mayBeOrganization = (end < words.End && doc.Text[end] == ',') || !SpeakerPhrase.IsHuman(doc, words);
        foreach (var part in SpeakerPhrase.Appositions(doc, words))
        {
            if (Partly.Contains(doc.TextOf(doc.Tokens[doc.TokenAt(part.Start)])))
                return null;
            if (head.MeantBy(part) is { } entity
                && (entity.Type == EntityType.Person || (entity.Type == EntityType.Organization && mayBeOrganization)))
                return entity;
        }

        return null;
    }

    /// <summary>
    /// The person named behind the name of a group or an office that describes her: "A Democrat, Jane Roe", "The Democrat who won, Jane
    /// Roe", "Board of Trade (BT) chairman, Jane Roe".
    /// </summary>
    public Entity? PersonBehindGroup(TextSpan words) =>
        head.MeantBy(words) is { } named
        && (named.Type == EntityType.Group || (named.Type == EntityType.Organization && SpeakerPhrase.EndsInOffice(doc, words)))
        && Behind(words) is { Type: EntityType.Person } person ? person : null;

    /// <summary>
    /// The person named before the description, where no comma ends the description and a rule took it alone for the speaker: "[Jane
    /// Roe], the mayor of Elm said"; not "Asked about Roe, he said", "In a letter to Roe, the mayor said".
    /// </summary>
    public (TextSpan Name, Entity Person)? Before(TextSpan words)
    {
        var i = mentions.FirstEndingAfter(words.Start - Comma - 1);
        return i < mentions.Count && mentions[i] is { Entity.Type: EntityType.Person } named && named.Span.End == words.Start - Comma
            && doc.Text[named.Span.End] == ',' && SpeakerPhrase.IsDescription(doc, words) && SpeakerPhrase.IsHuman(doc, words)
            && !EndsLead(named.Span)
            ? (named.Span, named.Entity) : null;
    }

    /// <summary>
    /// Whether the name ends the lead of the sentence: "In a letter to [Roe]", "Speaking to Elm Mayor [Roe]". What a preposition governs is
    /// no subject.
    /// </summary>
    private bool EndsLead(TextSpan name)
    {
        if (doc.SentenceAt(name.Start) is not (>= 0 and var sentence))
            return false;
        var (first, at) = (doc.Sentences[sentence].FirstToken, doc.TokenAt(name.Start) - 1);
        while (at > first && doc.IsCapital(at) && (at < doc.TokenAt(name.Start) - 1 || IsTitle(at)))
            at--;
        return at >= first && IsPreposition(at)
            && (IsPreposition(first) || doc.TextOf(doc.Tokens[first]).EndsWith("ing"))
            && !Enumerable.Range(first, at - first).Any(t => doc.Tokens[t].Kind == TokenKind.Punctuation);
    }

    private bool IsTitle(int token) => (Gazetteer.Default.Find(doc.TextOf(doc.Tokens[token])) & WordLists.AnyTitle) != 0;

    /// <summary>"in"; not "after", behind which a clause may stand.</summary>
    private bool IsPreposition(int token) =>
        (WordClasses.Of(doc.TextOf(doc.Tokens[token])) & (WordClass.Preposition | WordClass.Subordinator)) == WordClass.Preposition;
}
