using Ingest.Text.Documents;
using Ingest.Text.Entities;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>
/// Finds the turns of a transcript, whose paragraphs begin with the speaker's label and may stand in quotation marks as a whole: "ROE:
/// The bridge is safe."
/// One such paragraph may be a headline's habit ("UPDATE: …"), several may be a list ("CEO: Jane Roe", "Jane Roe: Her plan would …").
/// They are a transcript where most of them are sentences, fewer than half name the person in their label, and they sound spoken: one
/// speaker comes back, and one turn in five asks or says "I" or "we"; or no speaker comes back, and one turn in three does so or a label
/// in capitals means a person of the article. Without colons, two names must come back.
/// Where labels are close together, a paragraph without a label continues the last speaker's turn if it is a sentence; headings and
/// "[CLIP: applause]" are not. Whatever looks like a label ends a turn. "Q" and "A" alone make turns of an interview, not of a page of
/// help. Any words with capitals make a turn beside other labels, where they ask or come back with spoken words.
/// </summary>
internal static class LabelLines
{
    private const int LeastWithTurns = 5;   // labels

    private const int MostForEach = 3, MostForEachOfMany = 25;   // paragraphs; the latter where two speak often

    private const int Often = 3;   // turns

    private const double LeastSpoken = 0.3;   // least share with such signs, of the questions and of the answers that are labelled

    /// <summary>What each speaker says in turn; empty when the document is no transcript.</summary>
    public static IReadOnlyList<Turn> Find(Document doc, IReadOnlyList<Entity> entities, SpeakerResolver speakers)
    {
        var lines = Lines(doc);
        var labels = LabelsOf(doc, lines, speakers);
        var isTranscript = IsTranscript(doc, labels, speakers);
        var answers = Answers(doc, entities, labels);
        if (!isTranscript && answers is null)
            return [];
        var others = Others(doc, labels);
        var turns = labels.FindAll(line => line.Label.Form switch
        {
            LabelForm.Answer => answers is not null,
            LabelForm.Other => others.Contains(line.Name) || IsQuestion(doc, line),
            _ => true,
        }).ConvertAll(line => new Turn(SpeakerOf(line.Label, answers, speakers), [line.Label.Words], [line.Paragraph], Sieve.Label));
        GoOn(doc, lines, labels, turns);
        return turns.ConvertAll(turn => turn with { Words = [.. turn.Words.Where(words => IsSaid(words.In(doc.Text)))] })
            .FindAll(turn => turn.Words.Count > 0);
    }

    private static List<Labelled> LabelsOf(Document doc, List<Line> lines, SpeakerResolver speakers)
    {
        var reader = new LabelReader(doc, speakers);
        var labels = new List<Labelled>();
        for (var p = 0; p < lines.Count; p++)
        {
            if (reader.Read(lines[p].Span, lines[p].IsQuoted) is { } label)
                labels.Add(new Labelled(label, label.Span.In(doc.Text).ToString(), p));
        }

        var bare = labels.Where(line => line.Label.Form == LabelForm.BareName).GroupBy(line => line.Name);
        if (bare.Count(turns => turns.Count() > 1) < 2)
            labels.RemoveAll(line => line.Label.Form == LabelForm.BareName);
        return labels;
    }

    /// <summary>Gives the turns the paragraphs behind them that have no label.</summary>
    private static void GoOn(Document doc, List<Line> lines, List<Labelled> labels, List<Turn> turns)
    {
        var length = turns[^1].Paragraphs[0] - turns[0].Paragraphs[0] + 1;
        var most = labels.GroupBy(line => line.Name).Count(named => named.Count() >= Often) > 1 ? MostForEachOfMany : MostForEach;
        var isClose = turns.Count >= LeastWithTurns && length <= most * turns.Count;
        var isAsked = labels.TrueForAll(line => line.Name == labels[0].Name);
        for (var (i, l) = (0, 0); i < turns.Count; i++)
        {
            var at = turns[i].Paragraphs[0];
            while (l < labels.Count && labels[l].Paragraph <= at)
                l++;
            var next = l < labels.Count ? labels[l].Paragraph : lines.Count;
            if (isClose && l < labels.Count)
                turns[i] = WithNext(doc, lines, turns[i], next, isAsked);
            else if (turns[i].Words[0].Length == 0)   // a label alone: its words are in the next paragraph
                turns[i] = WithNext(doc, lines, turns[i], Math.Min(next, at + 2), isAsked: false);
        }
    }

    /// <summary>The person who answers where "Q" and "A" take turns; null where they do not, or where the page is one of help.</summary>
    private static Entity? Answers(Document doc, IReadOnlyList<Entity> entities, List<Labelled> labels)
    {
        var questions = labels.FindAll(line => line.Label.Form == LabelForm.Question);
        var answers = labels.FindAll(line => line.Label.Form == LabelForm.Answer);
        return questions.Count > 1 && answers.Count > 1
            ? Interviewee.Of(
                doc,
                entities,
                questions[0].Paragraph,
                questions.ConvertAll(line => line.Label.Words),
                answers.ConvertAll(line => line.Label.Words),
                LeastSpoken)
            : null;
    }

    /// <summary>Labels that name nobody, and come back with spoken words: a paper, a name that was taken for something else.</summary>
    private static HashSet<string> Others(Document doc, List<Labelled> labels) =>
        [.. labels.Where(line => line.Label.Form == LabelForm.Other).GroupBy(line => line.Name)
            .Where(turns => turns.Count() >= Often && turns.Count(turn => IsSpoken(doc, turn.Label.Words)) * 3 >= turns.Count())
            .Select(turns => turns.Key)];

    private static bool IsQuestion(Document doc, Labelled line) =>
        line.Label.Words is { Length: > 0, End: var end } && doc.Text[end - 1] == '?';

    private static bool IsTranscript(Document doc, List<Labelled> labels, SpeakerResolver speakers)
    {
        var names = labels.FindAll(line => line.Label.Form is LabelForm.Name or LabelForm.BareName);
        if (names.Count < 2)
            return false;
        var sentences = names.Count(line => line.Label.Words.Length == 0 || SentenceEnd.Closes(line.Label.Words.In(doc.Text)));
        var ends = names.Skip(1).Select(line => line.Label.Span.Start).Append(names[^1].Label.Words.End);
        var turns = names.Zip(ends, (line, end) => (line.Label, Words: new TextSpan(line.Label.Words.Start, end))).ToList();
        var spoken = turns.Count(turn => IsSpoken(doc, turn.Words));
        if (sentences * 2 <= names.Count || turns.Count(turn => TellsOf(doc, turn.Label.Span, turn.Words)) * 2 >= names.Count)
            return false;
        return names.DistinctBy(line => line.Name).Count() < names.Count ? spoken * 5 >= names.Count
            : spoken * 3 >= names.Count
                || names.Exists(line => !Letters.HasSmall(line.Name) && speakers.PersonLabelled(line.Label.Span) is not null);
    }

    /// <summary>Whether the words name the person in their label: "Roe: Win at last.⏎ Jane Roe has led all year".</summary>
    private static bool TellsOf(Document doc, TextSpan label, TextSpan words)
    {
        var name = label.In(doc.Text);   // "ROE, MAYOR OF ELM"
        var end = name.IndexOfAny(',', '(') is > 0 and var comma ? label.Start + comma : label.End;
        var surname = doc.TextOf(doc.Tokens[doc.TokenAt(end - 1)]);
        for (var t = doc.TokenAt(words.Start); t < doc.Tokens.Count && doc.Tokens[t].Span.Start < words.End; t++)
        {
            if (doc.TextOf(doc.Tokens[t]).Equals(surname, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsSpoken(Document doc, TextSpan words) => (Spoken.In(doc, words) & (SpokenSigns.OfOneself | SpokenSigns.Asks)) != 0;

    private static Speaker SpeakerOf(SpeakerLabel label, Entity? answers, SpeakerResolver speakers) => label.Form switch
    {
        LabelForm.Question => new Speaker(label.Span, null, null) { Kind = SpeakerKind.Nominal },
        LabelForm.Answer => new Speaker(label.Span, answers?.Key, answers?.Name) { Kind = SpeakerKind.Nominal },
        _ => speakers.ResolveLabel(label.Span),
    };

    /// <summary>The paragraphs, each without quotation marks around the whole of it.</summary>
    private static List<Line> Lines(Document doc)
    {
        var quotations = doc.Quotations.ToDictionary(quotation => quotation.Outer.Start);
        return [.. doc.Paragraphs.Select(paragraph =>
            quotations.GetValueOrDefault(paragraph.Start) is { } quotation && quotation.Outer.End == paragraph.End
                ? new Line(quotation.Inner, IsQuoted: quotation is { IsClosed: true, IsReopened: false })
                : new Line(paragraph, IsQuoted: false))];
    }

    /// <summary>
    /// The turn with the paragraphs before the next label. Where only the answers have labels, the question right before that label stays
    /// out.
    /// </summary>
    private static Turn WithNext(Document doc, List<Line> lines, Turn turn, int next, bool isAsked)
    {
        if (isAsked && next > turn.Paragraphs[0] + 1 && doc.Text[lines[next - 1].Span.End - 1] == '?')
            next--;
        var first = turn.Paragraphs[0] + 1;
        int[] more = [.. Enumerable.Range(first, Math.Max(0, next - first)).Where(p => IsSentence(lines[p].Span.In(doc.Text)))];
        return turn with { Words = [.. turn.Words, .. more.Select(p => lines[p].Span)], Paragraphs = [.. turn.Paragraphs, .. more] };
    }

    private static bool IsSentence(ReadOnlySpan<char> line) => line[0] is not ('[' or '(') && SentenceEnd.Closes(line);

    /// <summary>
    /// Whether somebody says the words: nobody says "(Applause.)", "[CLIP: a song.]"; somebody says "(Laughs) Not yet."
    /// </summary>
    private static bool IsSaid(ReadOnlySpan<char> words) =>
        !words.IsEmpty && words is not (['(' or '[', .., ')' or ']'] or ['(' or '[', .., ')' or ']', '.']);

    /// <param name="Span">Of the paragraph, or of what stands between its marks.</param>
    /// <param name="IsQuoted">Whether the paragraph is a quotation of its own.</param>
    private readonly record struct Line(TextSpan Span, bool IsQuoted);

    private sealed record Labelled(SpeakerLabel Label, string Name, int Paragraph);
}
