using Ingest.Text.Documents;
using Ingest.Text.Entities;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>Finds the person who answers in an interview. A page that puts questions to its reader and answers them has none.</summary>
internal static class Interviewee
{
    private static readonly WordSet Talk = WordSet.InAnyCase(
        """
        answers asked asks chat chatted chats conversation interview interviewed interviews Q&A questions speak speaks spoke talk talked talks tells
        testified testimony
        """);

    /// <summary>
    /// The only person that the headline names, else the person mentioned most often before the interview begins. Null where there is no
    /// such person, or several are mentioned equally often. Null also where neither the headline nor the introduction tells of a talk or
    /// a question, where the introduction is longer than the interview, or where fewer of the questions than the least share say "you",
    /// or fewer of the answers "I" or "we".
    /// </summary>
    /// <param name="doc">The document.</param>
    /// <param name="entities">Those of the document.</param>
    /// <param name="first">The paragraph of the first question.</param>
    /// <param name="questions">The questions.</param>
    /// <param name="answers">The answers.</param>
    /// <param name="least">The least share of the questions, and of the answers; 0 to 1.</param>
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

    /// <summary>Whether the words tell of a talk or a question; "Frequently asked questions" do not.</summary>
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
