using System.Text;

namespace Ingest.Text.Articles.Lines;

/// <summary>
/// Joins the lines of a paragraph. A hyphen at a line's end goes, unless the word has it elsewhere within a line too, or begins as
/// compounds do.
/// </summary>
internal sealed class LineJoiner
{
    // What stands before a hyphen that is the word's own: "long-term", "self-made".
    private static readonly WordSet CompoundHeads = WordSet.InAnyCase(
        """
        well- long- short- self- non- co- ex- high- low- half- mid- one- two- three- four- five- six- ten- first- second- third-
        full- part- old- so- all- cross- hard- open- far- ever- year- north- south-
        """);

    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);

    private readonly bool _parts;

    /// <param name="lines">All lines of the text, whose words tell which hyphens are the word's own.</param>
    /// <param name="parts">Whether words were parted to fill the lines; where they weren't, a hyphen at a line's end is the word's
    /// own.</param>
    public LineJoiner(IEnumerable<string> lines, bool parts = true)
    {
        _parts = parts;
        foreach (var line in lines)
        {
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                _words.Add(word.Trim(',', '.', ';', ':', '"', '“', '”', '(', ')'));
        }
    }

    public string Join(IReadOnlyList<string> lines)
    {
        var text = new StringBuilder(lines[0]);
        foreach (var line in lines.Skip(1))
        {
            if (text[^1] is not ('-' or '\u2010' or '\u00ad') || text.Length < 2 || !char.IsLetter(text[^2]))
                text.Append(' ');
            else if (_parts && char.IsLower(line[0]) && !IsHyphenated(text, line))
                text.Length--;
            text.Append(line);
        }

        return text.ToString();
    }

    private bool IsHyphenated(StringBuilder text, string next)
    {
        var start = text.Length - 1;
        while (start > 0 && text[start - 1] != ' ')
            start--;
        var head = text.ToString(start, text.Length - start).TrimStart('"', '“', '(');
        var tail = next.Split(' ', 2)[0].TrimEnd(',', '.', ';', ':', '"', '”', ')');
        return CompoundHeads.Contains(head) || _words.Contains(head + tail);
    }
}
