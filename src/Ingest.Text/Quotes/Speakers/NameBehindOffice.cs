using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Linking.People.Titles;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>
/// Finds the person named at the end of an office that is longer than a head:
/// <code>
/// speaker := office NAME honour*           the office is whose name stands behind it
/// office  := word* ("and" word+)? human    "Acme president and chief executive"
///          | word* human "and" word+        "FBI agent and profiler"
///          | word* human preposition word+     "Mayor of Elm", "secretary of state for roads", "director of Elm Works Dr."
///          | NAME preposition office           "University of Elm at Ellery professor"
/// speaker := NAME post                         "Jane Roe CEO"
/// </code>
/// The words may not tell of somebody else: "a friend of Mayor Jane Roe" and "the son of former president of Elm Jane Roe" do not mean
/// her.
/// </summary>
internal sealed class NameBehindOffice(Document doc, MentionIndex mentions)
{
    private static readonly WordSet Honours = WordSet.AsWritten("MP MEP MSP TD QC KC SC CBE OBE MBE PhD MD Jr Jr. Sr Sr.");

    // A post behind a name is the bearer's; "Jane Roe spokesman" is another.
    private static readonly WordSet Posts = WordSet.AsWritten(
        "CEO CFO CMO COO CTO Chair Chairman Chairwoman Co-Founder Cofounder Director Founder President Principal");

    /// <summary>The person named; null where the words name nobody or may describe somebody else.</summary>
    public Entity? Of(TextSpan source)
    {
        var first = doc.TokenAt(source.Start);
        for (var i = mentions.FirstEndingAfter(source.Start); i < mentions.Count && mentions[i].Span.End <= source.End; i++)
        {
            if (mentions[i] is not { Entity.Type: EntityType.Person, Kind: MentionKind.Name } named)
                continue;
            var name = doc.TokenAt(named.Span.Start);
            return named.Span.Start > source.Start && EndsAt(named.Span.End, source.End) && IsOffice(first, name) ? named.Entity : null;
        }

        return null;
    }

    /// <summary>Whether the head of the speaker's words ends with the name, honours and posts apart.</summary>
    public bool EndsAt(int name, int end)
    {
        for (var t = doc.TokenAt(name); t < doc.Tokens.Count && doc.Tokens[t].Span.Start < end; t++)
        {
            if (doc.Tokens[t].Span.Start < name)
                continue;
            if (!Honours.Contains(doc.TextOf(doc.Tokens[t])) && !Posts.Contains(doc.TextOf(doc.Tokens[t])))
                return doc.Tokens[t].Kind == TokenKind.Punctuation
                    || (WordClasses.Of(doc.TextOf(doc.Tokens[t])) & (WordClass.Preposition | WordClass.Relative)) != 0;
        }

        return true;
    }

    private bool IsOffice(int first, int name)
    {
        if (!IsNoun(name - 1))
            return false;
        var (of, isTwofold) = (-1, false);
        for (var t = first; t < name; t++)
        {
            var isInside = mentions.HasInside(doc.Tokens[t].Span);
            if (!isInside && IsBreak(t))
                return false;
            if (of < 0 && !isInside && Is(t, WordClass.Preposition) && !Ends(EntityType.Organization, doc.Tokens[t].Span.Start - 1))
            {
                of = t;
                if (t == first || !IsHuman(t - 1))
                    return false;
            }
            else if (of >= 0 && !isInside && IsHuman(t) && !TitleWords.IsAddressForm(Text(t)) && !IsProfessor(t, of))
            {
                return false;   // a second office belongs to the name; "minister of mines and energy" is one office
            }
            else if (of < 0 && !isInside && Text(t) is "and" && t > first && IsHuman(t - 1))
            {
                isTwofold = true;
            }
        }

        return of >= 0 || isTwofold || IsHuman(name - 1);
    }

    /// <summary>"Dean of Science Professor Jane Roe"; not "a student of Professor Jane Roe".</summary>
    private bool IsProfessor(int token, int of) => Text(token) is "Professor" or "Prof" && token > of + 1 && doc.IsCapital(token - 1);

    /// <summary>Whether the token breaks the office. A comma inside a place does not: "Elm, Ohio, mayor Jane Roe".</summary>
    private bool IsBreak(int token) =>
        Is(token, WordClass.Relative | WordClass.Be | WordClass.Auxiliary)
        || (doc.Tokens[token].Kind == TokenKind.Punctuation && Text(token) is not ("-" or "&" or "/" or "." or "(" or ")")
            && !(Text(token) is "," && Ends(EntityType.Location, doc.Tokens[token].Span.Start)));

    private bool Ends(EntityType type, int at) =>
        mentions.LastEndingBy(at) is var i and >= 0 && mentions[i].Span.End == at && mentions[i].Entity.Type == type;

    private bool IsNoun(int token) =>
        doc.Tokens[token].Kind is TokenKind.Word
            && !Is(
                token,
                WordClass.Preposition | WordClass.Coordinator | WordClass.Determiner | WordClass.Verb | WordClass.Subject
                    | WordClass.Object)
        || Text(token) is ")" or ".";

    private bool IsHuman(int token) => doc.Tokens[token].Kind == TokenKind.Word && SpeakerPhrase.IsOffice(Text(token));

    private bool Is(int token, WordClass @class) => (WordClasses.Of(Text(token)) & @class) != 0;

    private ReadOnlySpan<char> Text(int token) => doc.TextOf(doc.Tokens[token]);
}
