namespace Ingest.Text.Articles.PlainText;

/// <summary>Finds repeats in the body: whole paragraphs, and pulled quotes, which repeat a part of a longer paragraph.</summary>
internal static class Repeats
{
    // Words. Shorter lines may well be said twice.
    private const int MinParagraphWords = 10;
    private const int MinPulledWords = 5;
    private const int MaxPulledWords = 40;

    // Words by which a pulled quote is looked up.
    private const int KeyWords = 4;

    public static void Label(IReadOnlyList<TextLine> lines, LineLabel[] labels, int start, int end)
    {
        var firsts = new HashSet<string>(StringComparer.Ordinal);
        var pulled = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = start; i < end; i++)
        {
            var line = lines[i];
            if (labels[i] != LineLabel.Body)
                continue;
            if (line.Shape.Words >= MinParagraphWords && !firsts.Add(line.Folded))
                labels[i] = LineLabel.Duplicate;
            // Where a script has no blanks there are words, but no key.
            else if (line.Text[0] is '"' or '“' or '\'' or '‘'
                && line.Shape.Words is >= MinPulledWords and <= MaxPulledWords
                && KeyEnd(line.Folded, 0) is > 0 and var keyEnd)
                Add(pulled, line.Folded[..keyEnd], i);
        }

        if (pulled.Count > 0)
            LabelPulled(lines, labels, start, end, pulled);
    }

    private static void Add(Dictionary<string, List<int>> pulled, string key, int index)
    {
        if (!pulled.TryGetValue(key, out var sharing))
            pulled.Add(key, sharing = []);
        // A thousand quotes that begin alike are no pulled quotes, and would be looked up a thousand times.
        if (sharing.Count < 8)
            sharing.Add(index);
    }

    private static void LabelPulled(
        IReadOnlyList<TextLine> lines, LineLabel[] labels, int start, int end, Dictionary<string, List<int>> pulled)
    {
        var keys = pulled.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = start; i < end; i++)
        {
            if (labels[i] != LineLabel.Body)
                continue;
            var folded = lines[i].Folded;
            for (var word = 0; word >= 0 && KeyEnd(folded, word) is > 0 and var keyEnd; word = folded.IndexOf(' ', word + 1))
            {
                if (!keys.TryGetValue(folded.AsSpan(word, keyEnd - word), out var sharing))
                    continue;
                foreach (var quote in sharing)
                {
                    if (quote != i && lines[quote].Folded.Length < folded.Length && folded.AsSpan(word).StartsWith(lines[quote].Folded))
                        labels[quote] = LineLabel.Duplicate;
                }
            }
        }
    }

    /// <summary>
    /// Offset of the blank behind so many words from the blank at <paramref name="start"/> on; −1 when there are fewer.
    /// </summary>
    private static int KeyEnd(string folded, int start)
    {
        var end = start;
        for (var i = 0; i < KeyWords; i++)
        {
            end = folded.IndexOf(' ', end + 1);
            if (end < 0)
                return -1;
        }

        return end + 1;
    }
}
