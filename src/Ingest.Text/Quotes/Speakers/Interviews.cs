using Ingest.Text.Documents;
using Ingest.Text.Entities;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>
/// Answers that stand behind their questions without a label:
/// <code>
/// interview := introduction (question+ answer){3,}
/// question  := a paragraph that ends with "?"
/// answer    := paragraphs that end like a sentence, and don't name who answers but by a label
/// </code>
/// The answers are those of one person (<see cref="Interviewee"/>).
/// </summary>
internal static class Interviews
{
    private const int LeastAnswers = 3;

    private const int LongestQuestion = 600;   // letters

    private const int MostForEach = 6;   // paragraphs

    // Least share of the questions that say "you", and of the answers that say "I" or "we". A page that puts questions to its reader
    // answers mostly in the third person.
    private const double LeastSpoken = 0.5;

    /// <param name="doc">The document.</param>
    /// <param name="entities">Its entities.</param>
    /// <param name="taken">Paragraphs that are turns already.</param>
    public static IReadOnlyList<Turn> Find(Document doc, IReadOnlyList<Entity> entities, IReadOnlySet<int> taken)
    {
        var questions = Enumerable.Range(0, doc.Paragraphs.Count).Where(p => IsQuestion(doc.Paragraphs[p].In(doc.Text))).ToList();
        if (questions.Count < LeastAnswers)
            return [];
        var answers = questions.Zip(questions[1..].Append(doc.Paragraphs.Count), (question, next) => Answer(doc, question, next))
            .Where(answer => answer.Count > 0).ToList();
        if (answers.Count < LeastAnswers || answers[^1][^1] - questions[0] > MostForEach * answers.Count)
            return [];
        var person = Interviewee.Of(
            doc, entities, questions[0], questions.ConvertAll(p => doc.Paragraphs[p]), answers.ConvertAll(answer => Whole(doc, answer)), LeastSpoken);
        var names = person?.Mentions.Where(mention => mention.Kind == MentionKind.Name).Select(mention => mention.Span).ToList();
        if (names is not [_, ..])
            return [];
        var speaker = new Speaker(NameBefore(names, doc.Paragraphs[questions[0]].Start), person!.Key, person.Name);
        var named = names.Select(name => doc.Sentences[doc.SentenceAt(name.Start)].Paragraph).Where(p => !taken.Contains(p)).ToHashSet();
        // No question follows the last answer and shows its end: the answer goes on while its paragraphs speak in the first person.
        answers[^1] = [answers[^1][0], .. answers[^1].Skip(1).TakeWhile(p => Spoken.In(doc, doc.Paragraphs[p]).HasFlag(SpokenSigns.OfOneself))];
        return [.. answers.ConvertAll(answer => answer.TakeWhile(p => !named.Contains(p)).Where(p => !taken.Contains(p)).ToList())
            .Where(answer => answer.Count > 0)
            .Select(answer => new Turn(speaker, answer.ConvertAll(p => doc.Paragraphs[p]), answer, Sieve.Interview))];
    }

    private static bool IsQuestion(ReadOnlySpan<char> words) =>
        words is [not ('"' or '“' or '‘' or '«'), .., '?'] && words.Length <= LongestQuestion;

    private static List<int> Answer(Document doc, int question, int next) =>
        [.. Enumerable.Range(question + 1, next - question - 1).TakeWhile(p => SentenceEnd.Closes(doc.Paragraphs[p].In(doc.Text)))];

    private static TextSpan Whole(Document doc, List<int> paragraphs) =>
        new(doc.Paragraphs[paragraphs[0]].Start, doc.Paragraphs[paragraphs[^1]].End);

    /// <summary>The last name before the offset, else the first name behind it.</summary>
    private static TextSpan NameBefore(List<TextSpan> names, int offset) =>
        names.FindAll(name => name.Start < offset) is [_, ..] before ? before.Max() : names.Min();
}
