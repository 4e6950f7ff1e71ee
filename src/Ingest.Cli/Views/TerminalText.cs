using System.Text;

namespace Ingest.Cli.Views;

/// <summary>Text of articles as a terminal may have it: one line, and no sign that would steer the terminal.</summary>
internal static class TerminalText
{
    /// <summary>Runs of white space become one blank; control characters go.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
            }
            else if (!char.IsControl(c) && !IsBidiControl(c))
            {
                line.Append(c);
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>As <see cref="Line(string)"/>, ended by "…" between words where it is longer than <paramref name="maxLength"/>.</summary>
    public static string Line(string text, int maxLength)
    {
        var line = Line(text);
        if (line.Length <= maxLength)
            return line;
        var end = line.LastIndexOf(' ', maxLength - 1);
        if (end < maxLength / 2)
            end = char.IsHighSurrogate(line[maxLength - 2]) ? maxLength - 2 : maxLength - 1;
        return line[..end].TrimEnd() + "…";
    }

    // They would turn the rest of the line around.
    private static bool IsBidiControl(char c) => c is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069';
}
