using Ingest.Text.Documents;
using Ingest.Text.Entities;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>Who answers in an interview, told apart from a page that puts questions to its reader and answers them.</summary>
internal static class Interviewee
{
    private static readonly WordSet Talk = WordSet.InAnyCase(
        """
        answers asked asks chat chatted chats conversation interview interviewed interviews Q&A questions speak speaks spoke talk talked talks tells
        testified testimony
        """);

    /// <summary>
    /// The one person whom the headline names, or who is mentioned most often before the interview begins. Null where there is none or several
    /// are alike; where neither the headline nor what comes before tells that somebody talked or was asked, or that is longer than the
    /// interview; where less than the least share of the questions says "you", or of the answers "I" or "we".
    /// </summary>
    /// <param name="doc">The document.</param>
    /// <param name="entities">Those of the document.</param>
    /// <param name="first">The paragraph of the first question.</param>
    /// <param name="questions">What is asked.</param>
    /// <param name="answers">What is answered.</param>
    /// <param name="least">The share of either, 0 to 1.</param>
    public static Entity? Of(
        Document doc, IReadOnlyList<Entity> entities, int first, IReadOnlyList<TextSpan> questions, IReadOnlyList<TextSpan> answers, double least)
    {
        var start = doc.Paragraphs[first].Start;
        var isInterview = start <= answers[^1].End - start && (HasTalk(doc.Title) || HasTalk(doc.Text.AsSpan(0, start)))
            && Count(doc, questions, SpokenSigns.ToSomebody) >= least * questions.Count
            && Count(doc, answers, SpokenSigns.OfOneself) >= least * answers.Count;
        return isInterview ? Person(doc, entities, start) : null;
    }

    private static Entity? Person(Document doc, IReadOnlyList<Entity> entities, int start)
    {
        var people = entities.Where(entity => entity.Type == EntityType.Person).ToList();
        var named = doc.Title is { } title ? people.FindAll(person => HasWord(title, person.Name[(person.Name.LastIndexOf(' ') + 1)..])) : [];
        if (named.Count == 1)
            return named[0];
        var ranked = (named.Count > 0 ? named : people)
            .ConvertAll(person => (Person: person, Mentions: person.Mentions.Count(mention => mention.Span.Start < start)))
            .Where(person => person.Mentions > 0).OrderByDescending(person => person.Mentions).Take(2).ToList();
        return ranked.Count == 1 || (ranked is [var most, var next] && most.Mentions > next.Mentions) ? ranked[0].Person : null;
    }

    private static int Count(Document doc, IReadOnlyList<TextSpan> turns, SpokenSigns sign) =>
        turns.Count(words => Spoken.In(doc, words).HasFlag(sign));

    /// <summary>"Frequently asked questions" are nobody's.</summary>
    private static bool HasTalk(ReadOnlySpan<char> words)
    {
        var last = ReadOnlySpan<char>.Empty;
        foreach (var range in words.SplitAny(" \n\t,.:;!?()\"“”’'"))
        {
            var word = words[range];
            if (Talk.Contains(word) && !Equals(last, "frequently") && !Equals(last, "asked"))
                return true;
            last = word;
        }

        return false;
    }

    private static bool Equals(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool HasWord(string title, string word)
    {
        for (var at = IndexOf(0); at >= 0; at = IndexOf(at + 1))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetter(title[at - 1])) && (end == title.Length || !char.IsLetter(title[end])))
                return true;
        }

        return false;

        int IndexOf(int start) => title.IndexOf(word, start, StringComparison.OrdinalIgnoreCase);
    }
}
