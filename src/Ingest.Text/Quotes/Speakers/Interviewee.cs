using Ingest.Text.Documents;
using Ingest.Text.Entities;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>Who answers in an interview.</summary>
internal static class Interviewee
{
    /// <summary>
    /// The one person whom the headline names, or who is mentioned most often before the interview begins; null where there is none or several are alike.
    /// </summary>
    /// <param name="doc">The document.</param>
    /// <param name="entities">Those of the document.</param>
    /// <param name="start">Where the first question begins.</param>
    public static Entity? Of(Document doc, IReadOnlyList<Entity> entities, int start)
    {
        var people = entities.Where(entity => entity.Type == EntityType.Person).ToList();
        var named = doc.Title is { } title ? people.FindAll(person => HasWord(title, person.Name[(person.Name.LastIndexOf(' ') + 1)..])) : [];
        if (named.Count == 1)
            return named[0];
        var ranked = (named.Count > 0 ? named : people).Select(person => (Person: person, Mentions: person.Mentions.Count(mention => mention.Span.Start < start)))
            .Where(person => person.Mentions > 0).OrderByDescending(person => person.Mentions).Take(2).ToList();
        return ranked.Count == 1 || (ranked is [var most, var next] && most.Mentions > next.Mentions) ? ranked[0].Person : null;
    }

    private static bool HasWord(string title, string word)
    {
        for (var at = title.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = title.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !char.IsLetter(title[at - 1])) && (at + word.Length == title.Length || !char.IsLetter(title[at + word.Length])))
                return true;
        }

        return false;
    }
}
