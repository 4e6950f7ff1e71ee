using Ingest.Text.Documents;
using Ingest.Text.Entities;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>
/// Answers that stand behind their questions without a label:
/// <code>
/// interview := introduction (question+ answer){3,}
/// question  := a paragraph that ends with "?"
/// answer    := paragraphs that end like a sentence, and name not who answers
/// </code>
/// It is one where the headline or the introduction tells that somebody talked or was asked, and one person in it is who answers; where a third of the questions say "you", and
/// half of the answers "I" or "we". Headings that ask ("What is torrenting?") lack one or the other.
/// </summary>
internal static class Interviews
{
    private const int LeastQuestions = 3;

    private const int LongestQuestion = 600;   // letters

    private const int MostForEach = 6;   // paragraphs

    private static readonly WordSet Talk = WordSet.InAnyCase(
        "answers asked asks chat chatted chats conversation interview interviewed interviews Q&A questions speak speaks spoke talk talked talking talks tells");

    /// <param name="doc">The document.</param>
    /// <param name="entities">Its entities.</param>
    /// <param name="taken">Paragraphs that are turns already.</param>
    public static IReadOnlyList<Turn> Find(Document doc, IReadOnlyList<Entity> entities, IReadOnlySet<int> taken)
    {
        var questions = Enumerable.Range(0, doc.Paragraphs.Count).Where(p => IsQuestion(doc, p)).ToList();
        if (questions.Count < LeastQuestions || !HasTalk(doc, questions[0]))
            return [];
        var start = doc.Paragraphs[questions[0]].Start;
        if (Interviewee.Of(doc, entities, start) is not { } person || NameBefore(person, start) is not { } name)
            return [];
        var named = person.Mentions.Where(mention => mention.Kind == MentionKind.Name).Select(mention => mention.Span).ToList();
        var answers = questions.Zip(questions[1..].Append(doc.Paragraphs.Count), (question, next) => Answer(doc, question, next, named, taken)).Where(answer => answer.Count > 0).ToList();
        if (answers.Count < LeastQuestions || answers[^1][^1] - questions[0] > MostForEach * answers.Count
            || questions.Count(p => Spoken.In(doc, doc.Paragraphs[p]).HasFlag(SpokenSigns.ToSomebody)) * 3 < questions.Count
            || answers.Count(answer => answer.Exists(p => Spoken.In(doc, doc.Paragraphs[p]).HasFlag(SpokenSigns.OfOneself))) * 2 < answers.Count)
            return [];
        var speaker = new Speaker(name, person.Key, person.Name);
        return [.. answers.Select(answer => answer.FindAll(p => !taken.Contains(p))).Where(answer => answer.Count > 0)
            .Select(answer => new Turn(speaker, [.. answer.Select(p => doc.Paragraphs[p])], answer, Sieve.Interview))];
    }

    private static bool IsQuestion(Document doc, int paragraph) => doc.Paragraphs[paragraph].In(doc.Text) is [not ('"' or '“' or '‘' or '«'), .., '?'] words && words.Length <= LongestQuestion;

    private static bool HasTalk(Document doc, int first) =>
        HasTalk(doc.Title) || HasTalk(doc.Text.AsSpan(0, doc.Paragraphs[first].Start));

    private static bool HasTalk(ReadOnlySpan<char> words)
    {
        foreach (var range in words.SplitAny(" \n\t,.:;!?()\"“”’'"))
        {
            if (Talk.Contains(words[range]))
                return true;
        }

        return false;
    }

    /// <summary>The name that stands last before the offset, or the first one behind it.</summary>
    private static TextSpan? NameBefore(Entity person, int offset)
    {
        var names = person.Mentions.Where(mention => mention.Kind == MentionKind.Name).Select(mention => mention.Span).Order().ToList();
        return names.Count == 0 ? null : names.FindLast(name => name.Start < offset) is { Length: > 0 } before ? before : names[0];
    }

    /// <summary>The paragraphs of an answer; who answers is named in none but by a label.</summary>
    private static List<int> Answer(Document doc, int question, int next, List<TextSpan> named, IReadOnlySet<int> taken) =>
        [.. Enumerable.Range(question + 1, next - question - 1)
            .TakeWhile(p => LabelReader.EndsSentence(doc.Paragraphs[p].In(doc.Text)) && (taken.Contains(p) || !named.Exists(doc.Paragraphs[p].Contains)))];
}
