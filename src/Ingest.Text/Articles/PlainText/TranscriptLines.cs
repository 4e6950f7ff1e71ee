using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.PlainText;

/// <summary>
/// Finds the lines of a text that are turns of a transcript, by labels that come back in it. A turn is body, however short it is, and no
/// headline. A later stage finds whom a label means.
/// <code>
/// turn   := [time] label [time] ":" [words] | ("Q" | "A") [".", ":"] words | name " -- " role
/// label  := (word with a capital | particle | number)+ [", " description]
/// time   := "10:02" | "[" … "]" | "(" … ")"
/// </code>
/// </summary>
internal static class TranscriptLines
{
    // Fewer lines of a story may begin so: "Roe: I will not resign".
    private const int MinTurns = 3;

    // Words before the colon, of a name and of what describes it.
    private const int LongestName = 6;
    private const int LongestLabel = 12;

    // Characters within the brackets of a time.
    private const int LongestTime = 12;

    private static readonly WordSet Particles = WordSet.InAnyCase("of the de da van von bin al la le and &");

    /// <summary>For each line, whether it is a turn.</summary>
    public static bool[] In(IReadOnlyList<TextLine> lines)
    {
        var labels = new string?[lines.Count];
        var items = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Sign != LineSign.None || LabelOf(lines[i]) is not { } label)
                continue;
            // What is said may be in the next line; an item of a list, "Monday: 9:00", has none.
            var isSaidBelow = !label.HasWords;
            if (isSaidBelow && !(i + 1 < lines.Count && lines[i + 1].Shape.EndsSentence))
                continue;
            labels[i] = label.Name;
            items += isSaidBelow || lines[i].Shape.EndsSentence ? 0 : 1;
        }

        var found = labels.OfType<string>().ToList();
        var speakers = found.Distinct(StringComparer.OrdinalIgnoreCase).Count();
        // At least two people speak, one of them more than once, and most of their turns are sentences.
        var isTranscript = found.Count >= MinTurns && speakers >= 2 && found.Count > speakers && items * 3 <= found.Count;
        return isTranscript ? [.. labels.Select(label => label is not null)] : new bool[lines.Count];
    }

    /// <summary>
    /// The last word of the label, of "Speaker 2" the whole, and whether what is said stands behind it; null where the line begins with
    /// none.
    /// </summary>
    private static (string Name, bool HasWords)? LabelOf(TextLine line)
    {
        var text = WithoutTime(line.Text);
        if (text is ['Q' or 'A', '.' or ':' or ' ', .. var said] && said.TrimStart() is [var first, ..] && char.IsUpper(first))
            return text[1] is not ' ' || (text[0] == 'Q' && line.Shape.EndsSentence) ? (text[..1].ToString(), true) : null;
        if (text.IndexOf(" -- ") is > 0 and var dash && Byline.IsBareName(text[..dash].ToString()) && !line.Shape.EndsSentence)
            return (LastWord(text[..dash]), false);
        var colon = text.IndexOf(": ") is > 0 and var inLine ? inLine : text is [.., ':'] ? text.Length - 1 : -1;
        if (colon <= 0)
            return null;
        var label = WithoutTimeBehind(text[..colon]);
        return IsLabel(label) ? (LastWord(NameIn(label)), HasLetter(text[(colon + 1)..])) : null;
    }

    private static bool IsLabel(ReadOnlySpan<char> label)
    {
        var name = NameIn(label);
        if (label.IsEmpty || !char.IsUpper(label[0]) || name.Count(' ') >= LongestName || label.Count(' ') >= LongestLabel)
            return false;
        foreach (var range in name.Split(' '))
        {
            var word = name[range];
            if (word.IsEmpty || !(char.IsUpper(word[0]) || char.IsAsciiDigit(word[0]) || word[0] == '#' || Particles.Contains(word))
                || word.ContainsAny("\"“”()/"))
                return false;
        }

        return true;
    }

    /// <summary>The name in the label, without its description.</summary>
    private static ReadOnlySpan<char> NameIn(ReadOnlySpan<char> label) =>
        label[..(label.IndexOf(',') is > 0 and var comma ? comma : label.Length)];

    private static bool HasLetter(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (char.IsLetter(c))
                return true;
        }

        return false;
    }

    private static string LastWord(ReadOnlySpan<char> name)
    {
        var word = name[(name.LastIndexOf(' ') + 1)..];
        return (char.IsLetter(word[0]) ? word : name).ToString();
    }

    private static ReadOnlySpan<char> WithoutTime(ReadOnlySpan<char> line)
    {
        var end = line is ['[' or '(', ..] ? line.IndexOfAny("])") + 1 : 0;
        if (end == 0)
        {
            while (end < line.Length && (char.IsAsciiDigit(line[end]) || line[end] == ':'))
                end++;
        }

        return end is > 1 and <= LongestTime ? line[end..].TrimStart() : line;
    }

    /// <summary>"Roe (00:01:05)", and "Roe" of "Roe: 00:01:05".</summary>
    private static ReadOnlySpan<char> WithoutTimeBehind(ReadOnlySpan<char> label) =>
        label.IndexOfAny("([") is > 0 and var open && label[^1] is ')' or ']' ? label[..open].TrimEnd() : label;
}
