using Ingest.Text.Documents;
using Ingest.Text.Entities;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>
/// The paragraphs of a transcript, each with its speaker's label, perhaps within marks as a whole: "ROE: The bridge is safe."
/// One such paragraph is a headline's habit ("UPDATE: …"), and several may be a list ("Jane Roe: Her plan would …"); they make a transcript where one speaks twice, or one
/// in capitals is somebody of the article, or one speaks of himself, to somebody or asks, or where "Q" and "A" take turns. Where a third of all paragraphs between the
/// first and the last, and at least five, have labels, those without are their speaker's who had the last one: sentences, that is, not headings and "[CLIP: applause]".
/// Labels of other words count beside these, where they are put before questions or three times.
/// </summary>
internal static class LabelLines
{
    private const int LeastWithTurns = 5;   // labels

    private const int MostForEach = 3;   // paragraphs

    private const int LeastOfOthers = 3;   // turns of one label

    /// <summary>What each speaker says in turn; empty when the document is no transcript.</summary>
    public static IReadOnlyList<Turn> Find(Document doc, IReadOnlyList<Entity> entities, SpeakerResolver speakers)
    {
        var lines = Lines(doc);
        var reader = new LabelReader(doc, speakers);
        var labels = lines.Select((line, p) => (Label: reader.Read(line.Span, line.IsQuoted), Paragraph: p)).Where(line => line.Label is not null)
            .Select(line => new Labelled(line.Label!.Value, line.Label.Value.Span.In(doc.Text).ToString(), line.Paragraph)).ToList();
        if (!IsTranscript(doc, labels, speakers))
            return [];
        var others = labels.Where(line => line.Label.Form == LabelForm.Other).GroupBy(line => line.Name)
            .Where(turns => turns.Count() < LeastOfOthers && turns.Any(turn => doc.Text[turn.Label.Words.End - 1] != '?')).Select(turns => turns.Key).ToHashSet();
        labels.RemoveAll(line => others.Contains(line.Name) && line.Label.Form == LabelForm.Other);
        var answers = new Lazy<Entity?>(() => Interviewee.Of(doc, entities, doc.Paragraphs[labels[0].Paragraph].Start));
        var turns = labels.ConvertAll(line => new Turn(SpeakerOf(line.Label, answers, speakers), [line.Label.Words], [line.Paragraph], Sieve.Label));
        var length = turns[^1].Paragraphs[0] - turns[0].Paragraphs[0] + 1;
        return turns.Count >= LeastWithTurns && length <= MostForEach * turns.Count
            ? [.. turns.Zip(turns[1..].Append(turns[^1]), (turn, next) => WithNext(doc, lines, turn, next))] : turns;
    }

    private static bool IsTranscript(Document doc, List<Labelled> labels, SpeakerResolver speakers)
    {
        var letters = labels.Where(line => line.Label.Form is LabelForm.Question or LabelForm.Answer).ToLookup(line => line.Label.Form);
        if (letters.Count < 2)
            labels.RemoveAll(line => letters.Contains(line.Label.Form));
        else if (letters[LabelForm.Question].Count() > 1)
            return true;
        var names = labels.Where(line => line.Label.Form == LabelForm.Name).ToList();
        return names.Count > 1 && (names.DistinctBy(line => line.Name).Count() < names.Count || names.Exists(line => IsSurely(line.Label, doc, speakers)));
    }

    private static Speaker SpeakerOf(LineLabel label, Lazy<Entity?> answers, SpeakerResolver speakers) => label.Form switch
    {
        LabelForm.Question => new Speaker(label.Span, null, null) { Kind = SpeakerKind.Nominal },
        LabelForm.Answer => new Speaker(label.Span, answers.Value?.Key, answers.Value?.Name) { Kind = SpeakerKind.Nominal },
        _ => speakers.ResolveLabel(label.Span),
    };

    /// <summary>The paragraphs, each without the marks around the whole of it.</summary>
    private static List<(TextSpan Span, bool IsQuoted)> Lines(Document doc)
    {
        var quotations = doc.Quotations.ToDictionary(quotation => quotation.Outer.Start);
        return [.. doc.Paragraphs.Select(paragraph => quotations.GetValueOrDefault(paragraph.Start) is { } quotation && quotation.Outer.End == paragraph.End
            ? (quotation.Inner, quotation is { IsClosed: true, IsReopened: false }) : (paragraph, false))];
    }

    /// <summary>Whether a label in capitals means somebody of the article, or the words are spoken.</summary>
    private static bool IsSurely(LineLabel label, Document doc, SpeakerResolver speakers) =>
        (!Letters.HasSmall(label.Span.In(doc.Text)) && speakers.ResolveLabel(label.Span).EntityKey is not null)
        || Spoken.In(doc, label.Words) != SpokenSigns.None;

    /// <summary>With the paragraphs before that of the next label.</summary>
    private static Turn WithNext(Document doc, List<(TextSpan Span, bool IsQuoted)> lines, Turn turn, Turn next)
    {
        int[] more = [.. Enumerable.Range(0, lines.Count).Skip(turn.Paragraphs[0] + 1).TakeWhile(p => p < next.Paragraphs[0])
            .Where(p => IsSentence(lines[p].Span.In(doc.Text)))];
        return turn with { Words = [.. turn.Words, .. more.Select(p => lines[p].Span)], Paragraphs = [.. turn.Paragraphs, .. more] };
    }

    private static bool IsSentence(ReadOnlySpan<char> line) => line[0] is not ('[' or '(') && LabelReader.EndsSentence(line);

    private sealed record Labelled(LineLabel Label, string Name, int Paragraph);
}
