using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>
/// Finds the others who are named beside the speaker and say the same words:
/// <code>
/// joint := first ("," name)* ","? "and" name     "Roe, the mayor, Poe of Elm and the lawyer Doe"
/// </code>
/// A part between commas without a name describes the speaker before it. Names in a phrase or clause about a speaker do not count: "Roe,
/// who met Poe and Doe", "Roe, a friend of Poe and Doe".
/// </summary>
internal sealed class JointSpeakers(Document doc, MentionIndex mentions)
{
    /// <summary>What separates a part from the one before it.</summary>
    private enum Separator : byte
    {
        Comma,
        And,
        CommaAnd,
    }

    /// <summary>How far the next names belong to a phrase or clause about a speaker named before.</summary>
    private enum Told : byte
    {
        Nothing,

        /// <summary>"a friend of Poe": up to the next comma.</summary>
        Phrase,

        /// <summary>"who met Poe": up to a comma with "and".</summary>
        Clause,

        /// <summary>"who met Poe, Doe", "a friend of Poe, Doe": nothing shows where the list ends.</summary>
        List,
    }

    // A longer list of names is no group of speakers.
    private const int MaxOthers = 10;

    /// <param name="source">The words that stand for the speakers.</param>
    /// <param name="first">The entity of the first speaker, which is known.</param>
    /// <returns>The other speakers, in order; none twice, and not more than ten.</returns>
    public IReadOnlyList<JointSpeaker> Of(TextSpan source, Entity first)
    {
        if (StartOf(first, source) is not { } start)
            return [];
        var (found, listed) = (new List<Entity>(), new List<Entity>());
        var parts = Parts(new TextSpan(start, source.End));
        var (told, about) = Tells(parts[0].Words);
        var isDescribed = false;   // "Roe and [his wife], Ann"
        for (var i = 1; i < parts.Count; i++)
        {
            var (words, separator) = parts[i];
            var (tells, next) = Tells(words);
            var named = tells == Told.Clause ? null : NamedBy(words);
            if (told == Told.Phrase && separator == Separator.Comma && named is not null && about is not null && AreAlike(about, named))
                told = Told.List;   // "a friend of Poe, [Doe] and Moe"
            else
                told = After(told, separator);
            if (named is not null && IsEqual(first, named, told, about, isNext: i == 1 && separator == Separator.And))
                listed.Add(named);
            else if (separator == Separator.Comma || told != Told.Nothing || first.Type != EntityType.Person)
                listed.Clear();   // not by "Roe, Poe [and others]"
            if (separator != Separator.Comma || isDescribed)
            {
                found.AddRange(listed);
                listed.Clear();
            }

            isDescribed = separator != Separator.Comma && told == Told.Nothing && named is null && SpeakerPhrase.IsHuman(doc, words);
            if (told == Told.Clause && separator == Separator.Comma && named is not null)
                told = Told.List;
            else if (tells >= told)
                (told, about) = (tells, next);
        }

        var others = found.Where(entity => entity.Key != first.Key).DistinctBy(entity => entity.Key);
        return [.. others.Take(MaxOthers).Select(entity => new JointSpeaker(entity.Key, entity.Name))];
    }

    /// <summary>What is still told of the speaker before, when a separator came.</summary>
    private static Told After(Told told, Separator separator) => (told, separator) switch
    {
        (Told.Phrase, Separator.Comma) or (not Told.List, Separator.CommaAnd) => Told.Nothing,
        _ => told,
    };

    /// <param name="first">The speaker.</param>
    /// <param name="named">Somebody named later.</param>
    /// <param name="told">What is told before that name.</param>
    /// <param name="about">The name that ends the phrase before: in "Roe of [Acme] and Poe", Poe is nothing that Roe could be of.</param>
    /// <param name="isNext">Whether only "and" stands between the two.</param>
    private static bool IsEqual(Entity first, Entity named, Told told, Entity? about, bool isNext) => told switch
    {
        Told.Nothing => AreAlike(first, named) || (isNext && ArePersonAndOrganization(first, named)),
        Told.Phrase => about is not null && AreAlike(first, named) && !AreAlike(about, named),
        _ => false,
    };

    private int? StartOf(Entity entity, TextSpan source)
    {
        for (var i = mentions.FirstEndingAfter(source.Start); i < mentions.Count && mentions[i].Span.Start < source.End; i++)
        {
            if (mentions[i].Entity == entity && source.Contains(mentions[i].Span))
                return mentions[i].Span.Start;
        }

        return null;
    }

    /// <summary>
    /// The parts that commas and "and" divide, at least one, up to any other mark. Brackets are left out, and names stay whole.
    /// </summary>
    private List<(TextSpan Words, Separator Before)> Parts(TextSpan source)
    {
        var parts = new List<(TextSpan Words, Separator Before)>();
        var (words, before) = (default(TextSpan?), Separator.Comma);
        for (var t = doc.TokenAt(source.Start); t < doc.Tokens.Count && doc.Tokens[t].Span.Start < source.End; t++)
        {
            var token = doc.Tokens[t];
            var text = doc.TextOf(token);
            var isPart = mentions.HasInside(token.Span) || token.Kind is not TokenKind.Punctuation;
            if (text is "(")
            {
                while (t < doc.Tokens.Count && doc.Tokens[t].Span.Start < source.End && doc.TextOf(doc.Tokens[t]) is not ")")
                    t++;
            }
            else if (!mentions.HasInside(token.Span) && text is "," or "and")
            {
                var isComma = text is ",";
                if (words is { } whole)
                    parts.Add((whole, before));
                before = isComma ? Separator.Comma : words is null ? Separator.CommaAnd : Separator.And;
                words = null;
            }
            else if (isPart || text is "-" or ".")
            {
                words = new TextSpan(words?.Start ?? token.Span.Start, token.Span.End);
            }
            else
            {
                break;
            }
        }

        if (words is { } last)
            parts.Add((last, before));
        return parts;
    }

    /// <summary>The entity that the head of the words names: "Poe", "the lawyer Poe", "Poe of Elm", "Poe both".</summary>
    private Entity? NamedBy(TextSpan words)
    {
        var first = doc.TextOf(doc.Tokens[doc.TokenAt(words.Start)]);
        if ((WordClasses.Of(first) & (WordClass.Preposition | WordClass.Coordinator)) != 0 || first is "not")
            return null;
        var head = SpeakerPhrase.HeadEnd(doc, words, mentions);
        foreach (var behind in (string[])[" both", " each", " all"])
        {
            if (doc.Text.AsSpan(words.Start, head - words.Start).EndsWith(behind, StringComparison.Ordinal))
                head -= behind.Length;
        }

        return mentions.LastEndingBy(head) is >= 0 and var i
            && mentions[i] is { Kind: MentionKind.Name } named
            && named.Span.End == head
            && named.Span.Start >= words.Start
            ? named.Entity : null;
    }

    private static bool AreAlike(Entity one, Entity other) =>
        one.Type == other.Type ? one.Type is EntityType.Person or EntityType.Organization or EntityType.Location
        : one.Type is EntityType.Organization or EntityType.Location && other.Type is EntityType.Organization or EntityType.Location;

    private static bool ArePersonAndOrganization(Entity one, Entity other) =>
        (one.Type, other.Type) is (EntityType.Person, EntityType.Organization) or (EntityType.Organization, EntityType.Person);

    /// <summary>The clause or phrase about a speaker that may go on behind the words, with the name that ends it.</summary>
    private (Told Told, Entity? About) Tells(TextSpan words)
    {
        var behind = -1;   // where the last preposition ends
        for (var t = doc.TokenAt(words.Start); t < doc.Tokens.Count && doc.Tokens[t].Span.Start < words.End; t++)
        {
            var word = doc.TextOf(doc.Tokens[t]);
            if (mentions.HasInside(doc.Tokens[t].Span) || !char.IsLower(word[0]))
                continue;
            if ((WordClasses.Of(word) & WordClass.Relative) != 0
                || word is "that"
                || (doc.Tokens[t].Span.Start == words.Start && (word.EndsWith("ing") || word.EndsWith("ed"))))
                return (Told.Clause, null);
            if ((WordClasses.Of(word) & WordClass.Preposition) != 0)
                behind = doc.Tokens[t].Span.End;
        }

        if (behind < 0)
            return (Told.Nothing, null);
        return (Told.Phrase, mentions.LastEndingBy(words.End) is >= 0 and var last && mentions[last].Span.Start >= behind
            ? mentions[last].Entity
            : null);
    }
}
