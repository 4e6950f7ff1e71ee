using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.PlainText;

/// <summary>The headline of a text, and what its first line says besides.</summary>
/// <param name="Text">Without the publisher and without a wire's "UPDATE 2-".</param>
/// <param name="Folded">For comparison: <see cref="Likeness.Fold"/>.</param>
/// <param name="Line">The headline's line: the last of those that repeat it, because the article begins there.</param>
/// <param name="Publisher">From "Headline - Publisher"; null when no line says it so.</param>
internal sealed record Headline(string Text, string Folded, int Line, string? Publisher)
{
    // Lines of a page before its article: menus of some sites fill two screens.
    private const int Reach = 200;

    private static readonly string[] Dividers = [" | ", " - ", " – ", " — ", " :: ", " » "];

    /// <summary>The best headline among the lines before <paramref name="end"/>; null when none looks like one.</summary>
    /// <param name="lines">All lines.</param>
    /// <param name="end">The first line of prose.</param>
    /// <param name="bodyWords">Words of the prose, folded.</param>
    public static Headline? Find(List<TextLine> lines, int end, HashSet<string> bodyWords)
    {
        end = Math.Min(end, Reach);
        var repeats = CountRepeats(lines, end);
        var (best, bestScore) = (-1, 0.0);
        for (var i = 0; i < end; i++)
        {
            if (Score(lines, i, repeats, bodyWords) is var score && score > bestScore)
                (best, bestScore) = (i, score);
        }

        return best < 0 ? null : At(lines, best, end);
    }

    /// <summary>The headline at <paramref name="best"/>, or at the last line before <paramref name="end"/> that repeats it.</summary>
    public static Headline At(List<TextLine> lines, int best, int end)
    {
        var (text, folded) = (WithoutWireMark(lines[best].Text), lines[best].Folded);
        string? publisher = null;
        for (var i = 0; i < end; i++)
        {
            if (lines[i].Folded == folded)
                best = Math.Max(best, i);
            else
                publisher ??= PublisherBehind(lines[i].Text, folded);
        }

        // A headline that was broken goes on in small letters right below.
        while (best + 1 < end
            && lines[best + 1] is { Sign: LineSign.None, GapBefore: false, Shape.EndsSentence: false } next
            && char.IsLower(next.Text[0]))
        {
            text = $"{text} {next.Text}";
            folded += next.Folded[1..];
            best++;
        }

        return new Headline(text, folded, best, publisher);
    }

    private static Dictionary<string, int> CountRepeats(List<TextLine> lines, int end)
    {
        var repeats = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < end; i++)
        {
            repeats[lines[i].Folded] = repeats.GetValueOrDefault(lines[i].Folded) + 1;
            if (WithoutPublisher(lines[i].Text) is { } headline)
                repeats[Likeness.Fold(headline)] = repeats.GetValueOrDefault(Likeness.Fold(headline)) + 1;
        }

        return repeats;
    }

    private static double Score(List<TextLine> lines, int index, Dictionary<string, int> repeats, HashSet<string> bodyWords)
    {
        var line = lines[index];
        var shape = line.Shape;
        var isRepeated = repeats[line.Folded] > 1 && shape.Words >= 3;
        var mayBeByItsSign = line.Sign == LineSign.None || (line.Sign == LineSign.Navigation && isRepeated);
        if (!mayBeByItsSign || shape.Words is < 2 or > 35 || shape.IsBulleted)
            return 0;
        return 1
            + (isRepeated ? 4 : 0)
            // Two words of the text may be anything: its place, its subject.
            + (shape.Words >= 3 ? 4 : 2) * Likeness.ShareOfWords(line.Folded, bodyWords)
            + (shape.Words >= 4 ? 1.5 : 0)
            + (HasWriterBelow(lines, index) ? 1.5 : 0)
            + (IsAtTop(lines, index) ? 1.5 : 0)
            - (shape.IsAllCapitals ? 1 : 0)
            - (shape.EndsSentence && !IsAsked(line.Text) ? 1 : 0)
            - (line.Text.Contains('/') ? 1.5 : 0)
            - Math.Min(index * 0.15, 2.5);
    }

    /// <summary>
    /// A paragraph of its own that opens the file, of the length of a headline: a standfirst may have more of the text's words.
    /// </summary>
    private static bool IsAtTop(List<TextLine> lines, int index) =>
        index == 0 && lines[0] is { GapAfter: true, Shape: { Words: >= 5 and <= 20, Separators: <= 1 } } first
        && (!first.Shape.EndsSentence || IsAsked(first.Text));

    /// <summary>"Will the ferry run again?", "It runs!"</summary>
    private static bool IsAsked(ReadOnlySpan<char> line) =>
        line.TrimEnd("\"”’'") is [.. var words, '?' or '!'] && !words.ContainsAny(".?!");

    /// <summary>Whether the text opens with a question in a paragraph of its own, and prose behind it: its headline.</summary>
    public static bool IsQuestion(List<TextLine> lines) =>
        lines is [{ GapAfter: true, Sign: LineSign.None, Shape: { Words: >= 3 and <= 20 } } first, { IsProse: true }, ..]
        && IsAsked(first.Text) && first.Text[0] is not ('"' or '“' or '‘');

    /// <summary>A byline or a day within the next four lines.</summary>
    private static bool HasWriterBelow(List<TextLine> lines, int index)
    {
        for (var i = index + 1; i < Math.Min(lines.Count, index + 5); i++)
        {
            if (lines[i].Sign is LineSign.Byline or LineSign.Date)
                return true;
        }

        return false;
    }

    /// <summary>The publisher of "Headline - Publisher", where the line begins with the headline.</summary>
    private static string? PublisherBehind(string line, string foldedHeadline)
    {
        foreach (var divider in Dividers)
        {
            var at = line.LastIndexOf(divider, StringComparison.Ordinal);
            if (at > 0 && Likeness.Folds(line.AsSpan(0, at), foldedHeadline))
                return line[(at + divider.Length)..].Trim();
        }

        return null;
    }

    private static string? WithoutPublisher(string line)
    {
        foreach (var divider in Dividers)
        {
            var at = line.LastIndexOf(divider, StringComparison.Ordinal);
            if (at > 0)
                return line[..at];
        }

        return null;
    }

    /// <summary><c>mark := CAPITALS [" " number] "-"</c> before a word, as in "UPDATE 2-Shares fall".</summary>
    private static string WithoutWireMark(string headline)
    {
        var end = 0;
        while (end < headline.Length && (char.IsUpper(headline[end]) || headline[end] == ' ' || char.IsDigit(headline[end])))
            end++;
        var isMark = end >= 3
            && end + 1 < headline.Length
            && headline[end] == '-'
            && headline[end - 1] != ' '
            && char.IsLetter(headline[end + 1])
            && headline.AsSpan(0, end).IndexOfAnyInRange('A', 'Z') == 0 && char.IsUpper(headline[2])
            // "UK-China" is a word, "BREXIT-May" only a guess.
            && (headline.AsSpan(0, end).Contains(' ') || end >= 5);
        return isMark ? headline[(end + 1)..].TrimStart() : headline;
    }
}
