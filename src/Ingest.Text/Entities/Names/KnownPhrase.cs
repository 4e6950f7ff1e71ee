using System.Numerics;
using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Completes a name that the lists contain as a whole, where the tagger split it or left part of it out: "European Union", and not a
/// nationality beside a union. A body shared by two places begins with the first of them: "[Kitts and Nevis Port Authority]".
/// </summary>
internal static class KnownPhrase
{
    private static readonly (WordLists List, EntityType Type)[] Types =
    [
        (WordLists.Organization, EntityType.Organization), (WordLists.Place, EntityType.Location), (WordLists.Event, EntityType.Event),
        (WordLists.Work, EntityType.Work), (WordLists.Product, EntityType.Product), (WordLists.Group, EntityType.Group),
        (WordLists.Demonym, EntityType.Group), (WordLists.Misc, EntityType.Misc),
    ];

    /// <summary>The mentions with the phrases in place of their pieces; in order, without overlap.</summary>
    public static List<Mention> Join(Document doc, List<Mention> mentions)
    {
        var joined = new List<Mention>(mentions.Count);
        var next = 0;
        foreach (var sentence in doc.Sentences)
        {
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                while (next < mentions.Count && mentions[next].Span.End <= doc.Tokens[i].Span.Start)
                    joined.Add(mentions[next++]);
                if (PhraseAt(doc, i, sentence.EndToken) is not { } phrase)
                    continue;
                if (BodyOf(doc, mentions, next, phrase) is { } body)
                    phrase = body;
                else if (!Improves(mentions, next, phrase.Span))
                    continue;
                while (next < mentions.Count && mentions[next].Span.Start < phrase.Span.End)
                    next++;
                joined.Add(phrase);
                i = doc.TokenAt(phrase.Span.End - 1);
            }
        }

        joined.AddRange(mentions.Skip(next));
        return joined;
    }

    /// <summary>The whole organisation, where the tagger found only its end: "Kitts and [Nevis Port Authority]".</summary>
    private static Mention? BodyOf(Document doc, List<Mention> mentions, int next, Mention place)
    {
        if (place.Type != EntityType.Location || !place.Span.In(doc.Text).Contains(" and ", StringComparison.Ordinal))
            return null;
        while (next < mentions.Count && mentions[next].Span.End <= place.Span.End)
        {
            if (!place.Span.Contains(mentions[next].Span))
                return null;
            next++;
        }

        return next < mentions.Count && mentions[next].Type == EntityType.Organization
            && mentions[next].Span.Start > place.Span.Start && mentions[next].Span.Start < place.Span.End
            ? mentions[next] with { Span = new TextSpan(place.Span.Start, mentions[next].Span.End) } : null;
    }

    /// <summary>
    /// Whether the phrase overlaps only pieces of itself. A longer name that contains the phrase, or the same name, stays.
    /// </summary>
    private static bool Improves(List<Mention> mentions, int next, TextSpan phrase)
    {
        for (; next < mentions.Count && mentions[next].Span.Start < phrase.End; next++)
        {
            if (!phrase.Contains(mentions[next].Span) || mentions[next].Span == phrase)
                return false;
        }

        return true;
    }

    private static Mention? PhraseAt(Document doc, int first, int limit)
    {
        var text = doc.TextOf(doc.Tokens[first]);
        if (!doc.IsCapital(first) || (Gazetteer.Default.Find(text) & WordLists.PhraseStart) == 0)
            return null;
        for (var end = Math.Min(limit, first + Gazetteer.MaxWords); end > first + 1; end--)
        {
            if (!doc.IsCapital(end - 1))
                continue;
            var span = doc.SpanOf(first, end);
            var lists = Gazetteer.Default.Find(span.In(doc.Text));
            // The phrase must be in only one list, else the tagger decides.
            foreach (var (list, type) in Types)
            {
                if ((lists & list) != 0 && BitOperations.PopCount((uint)(lists & WordLists.Named)) == 1)
                    return new Mention(span, type);
            }
        }

        return null;
    }
}
