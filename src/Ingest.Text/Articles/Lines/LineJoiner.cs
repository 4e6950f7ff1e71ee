using System.Text;

namespace Ingest.Text.Articles.Lines;

/// <summary>
/// Joins the lines of a paragraph. It drops a hyphen at a line's end, unless the word has this hyphen inside a line elsewhere, or begins
/// like a compound.
/// </summary>
internal sealed class LineJoiner
{
    // Words before a hyphen that belongs to the word: "long-term", "self-made".
    private static readonly WordSet CompoundHeads = WordSet.InAnyCase(
        """
        well- long- short- self- non- co- ex- high- low- half- mid- one- two- three- four- five- six- ten- first- second- third-
        full- part- old- so- all- cross- hard- open- far- ever- year- north- south-
        """);

    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);

    private readonly bool _parts;

    /// <param name="lines">All lines of the text, whose words tell which hyphens are the word's own.</param>
    /// <param name="parts">Whether words were divided to fill the lines. If not, a hyphen at a line's end belongs to the word.</param>
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
