using Ingest.Text.Documents;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>
/// The paragraphs of a transcript, each with its speaker's label:
/// <code>
/// line  := [mark] label ":" words [mark]       "ROE: The bridge is safe."  "Jane Roe: Is it?"  "“ROE: It is.", of a transcript that stands in marks
/// label := (word in capitals | "." | ",")+     of at most six tokens, "of" and the like not among them: "GOAL OF THE DAY"
///        | the name of a person                before words that end like a sentence
/// </code>
/// Words have a letter: figures behind names are a table.
/// One such paragraph is a headline's habit ("UPDATE: …"), and several may be a list ("Jane Roe: Her plan would …"); they make a transcript where one speaks twice, or one
/// in capitals is somebody of the article, or one speaks of himself, to somebody or asks. Where a third of all paragraphs between the first and the last, and at least
/// five, have labels, those without are their speaker's who had the last one: sentences, that is, not headings and "[CLIP: applause]".
/// </summary>
internal static class LabelLines
{
    private const int MaxTokens = 6;

    private const int LeastWithTurns = 5;   // labels

    private const int MostForEach = 3;   // paragraphs

    /// <summary>What each speaker says in turn, and where; empty when the document is no transcript.</summary>
    public static IReadOnlyList<Turn> Find(Document doc, SpeakerResolver speakers)
    {
        var lines = Lines(doc);
        var turns = new List<Turn>();
        for (var p = 0; p < lines.Count; p++)
        {
            if (Parts(doc, lines[p], speakers) is var (label, words))
                turns.Add(new Turn(label, [words], [p]));
        }

        if (turns.Count < 2 || (turns.DistinctBy(turn => turn.Label.In(doc.Text).ToString()).Count() == turns.Count && !turns.Exists(turn => IsSurely(turn, doc, speakers))))
            return [];
        var length = turns[^1].Paragraphs[0] - turns[0].Paragraphs[0] + 1;
        return turns.Count >= LeastWithTurns && length <= MostForEach * turns.Count
            ? [.. turns.Zip(turns[1..].Append(turns[^1]), (turn, next) => WithNext(doc, lines, turn, next))] : turns;
    }

    /// <summary>The paragraphs, each without the marks around the whole of it.</summary>
    private static List<Line> Lines(Document doc)
    {
        var quotations = doc.Quotations.ToDictionary(quotation => quotation.Outer.Start);
        return [.. doc.Paragraphs.Select(paragraph => quotations.GetValueOrDefault(paragraph.Start) is { } quotation && quotation.Outer.End == paragraph.End
            ? new Line(quotation.Inner, IsQuoted: quotation is { IsClosed: true, IsReopened: false }) : new Line(paragraph, IsQuoted: false))];
    }

    /// <summary>Whether a label in capitals means somebody of the article, or the words are spoken.</summary>
    private static bool IsSurely(Turn turn, Document doc, SpeakerResolver speakers)
    {
        if (!Letters.HasSmall(turn.Label.In(doc.Text)) && speakers.ResolveLabel(turn.Label).EntityKey is not null)
            return true;
        for (var t = doc.TokenAt(turn.Words[0].Start); t < doc.Tokens.Count && doc.Tokens[t].Span.Start < turn.Words[0].End; t++)
        {
            if (doc.TextOf(doc.Tokens[t]) is "?" or "I" or "me" or "my" or "My" or "we" or "We" or "us" or "our" or "Our" or "you" or "You" or "your" or "Your")
                return true;
        }

        return false;
    }

    /// <summary>With the paragraphs before that of the next label.</summary>
    private static Turn WithNext(Document doc, List<Line> lines, Turn turn, Turn next)
    {
        int[] more = [.. Enumerable.Range(0, lines.Count).Skip(turn.Paragraphs[0] + 1).TakeWhile(p => p < next.Paragraphs[0])
            .Where(p => IsSentence(lines[p].Span.In(doc.Text)))];
        return new Turn(turn.Label, [.. turn.Words, .. more.Select(p => lines[p].Span)], [.. turn.Paragraphs, .. more]);
    }

    private static bool IsSentence(ReadOnlySpan<char> line) => line[0] is not ('[' or '(') && EndsSentence(line);

    /// <summary>Marks and brackets behind the last point apart.</summary>
    private static bool EndsSentence(ReadOnlySpan<char> text) => text.TrimEnd("\"”’'»)]") is [.., '.' or '?' or '!' or '…'];

    private static (TextSpan Label, TextSpan Words)? Parts(Document doc, Line line, SpeakerResolver speakers)
    {
        var isCapitals = !line.IsQuoted;
        var first = doc.TokenAt(line.Span.Start);
        for (var t = first; t < Math.Min(doc.Tokens.Count - 1, first + MaxTokens) && doc.Tokens[t].Span.End < line.Span.End; t++)
        {
            var text = doc.TextOf(doc.Tokens[t]);
            if (text is ":")
            {
                var next = doc.Tokens[t + 1];
                var words = new TextSpan(next.Span.Start, line.Span.End);
                if (t == first || next.Span.Start == doc.Tokens[t].Span.End || next.Kind == TokenKind.QuotationMark || !HasLetter(words.In(doc.Text)))
                    return null;
                var label = new TextSpan(line.Span.Start, doc.Tokens[t - 1].Span.End);
                return isCapitals || (EndsSentence(words.In(doc.Text)) && doc.TextOf(doc.Tokens[first]) is not ("Dear" or "Hi" or "Hello") && speakers.IsPerson(label))
                    ? (label, words)
                    : null;
            }

            isCapitals &= (IsCapitals(text) && (WordClasses.Of(text) & WordClass.Preposition) == 0) || (t > first && text is "," or ".");
            if (!isCapitals && doc.Tokens[t].Kind != TokenKind.Word)
                return null;
        }

        return null;
    }

    private static bool HasLetter(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (char.IsLetter(c))
                return true;
        }

        return false;
    }

    private static bool IsCapitals(ReadOnlySpan<char> word) => word.Length > 1 && char.IsUpper(word[0]) && !Letters.HasSmall(word);

    /// <param name="Span">Of the paragraph, or of what stands between its marks.</param>
    /// <param name="IsQuoted">Whether it is a quotation of its own: "“UPDATE: The road is closed.”" is no turn, "“Jane Roe: It is closed.”" may be one.</param>
    private readonly record struct Line(TextSpan Span, bool IsQuoted);

    /// <param name="Label">Who speaks.</param>
    /// <param name="Words">What is said.</param>
    /// <param name="Paragraphs">Where.</param>
    public sealed record Turn(TextSpan Label, IReadOnlyList<TextSpan> Words, IReadOnlyList<int> Paragraphs);
}
