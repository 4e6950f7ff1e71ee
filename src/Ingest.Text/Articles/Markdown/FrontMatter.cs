namespace Ingest.Text.Articles.Markdown;

/// <summary>
/// The fields above a Markdown text:
/// <code>
/// front := fence (field | part | item | other)* (fence | "..."), with a field at least
/// fence := "---" line-end, and no more on the line
/// field := name ":" [blank value] line-end, no name twice
/// part  := blanks field, of what the last field names: it stands for the article where no field of its name does
/// name  := at most three words of letters, digits, "-", "_", "." and ":", perhaps in quotation marks
/// value := text | quoted | "[" text ("," text)* "]"
/// item  := blanks "-" text line-end
/// other := nothing | "#" text | blank text | "]" | "}"
/// </code>
/// Only these lines may stand there. Where anything else stands before the second fence, the first fence was a rule of Markdown, with the
/// article below it. The values are read as YAML, with all lines and escapes that YAML allows; values that are no YAML, "title: Elm: a
/// town", as above. Names are equal whatever their case, blanks, hyphens and underscores.
/// </summary>
internal sealed class FrontMatter
{
    private const string Fence = "---";

    private readonly Dictionary<string, List<string>> _fields = new(StringComparer.Ordinal), _parts = new(StringComparer.Ordinal);

    /// <summary>Offset of the text behind the front matter; 0 when there is none.</summary>
    public int Length { get; private set; }

    public static FrontMatter Of(string text)
    {
        var front = new FrontMatter();
        List<string>? list = null;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range).TrimEnd();
            if (line is Fence || (line is "..." && front._fields.Count > 0))
            {
                if (range.Start.Value == 0)
                    continue;
                if (front._fields.Count == 0)
                    break;
                front.Length = Math.Min(range.End.Value + 1, text.Length);
                front.TakeYaml(text[(Fence.Length + 1)..range.Start.Value]);
                return front;
            }

            if (range.Start.Value == 0 || !front.Takes(line, ref list))
                break;
        }

        return new FrontMatter();
    }

    public IReadOnlyList<string> Texts(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_fields.TryGetValue(Fold(name), out var values) && values.Count > 0)
                return values;
        }

        foreach (var name in names)
        {
            if (!_fields.ContainsKey(Fold(name)) && _parts.TryGetValue(Fold(name), out var values) && values.Count > 0)
                return values;
        }

        return [];
    }

    public string? Text(params ReadOnlySpan<string> names) => Texts(names) is [var first, ..] ? first : null;

    /// <summary>Whether the line may stand between the fences; if so, its content is noted.</summary>
    /// <param name="line">Without its end.</param>
    /// <param name="list">The values of the last field, which items add to.</param>
    private bool Takes(ReadOnlySpan<char> line, ref List<string>? list)
    {
        var isIndented = line is [' ' or '\t', ..];
        line = line.TrimStart();
        if (line is [] or ['#', ..] or [']' or '}'])
            return true;
        if (line is ['-', ' ', .. var item])
        {
            list?.Add(Unquoted(item));
            return true;
        }

        if (Colon(line) is not (> 0 and var colon) || NameOf(line[..colon]) is not { } name)
            return isIndented;
        list = Values(line[(colon + 1)..].Trim());
        if (!isIndented)
            return _fields.TryAdd(Fold(name), list);
        _parts.TryAdd(Fold(name), list);
        return true;
    }

    private void TakeYaml(string yaml)
    {
        if (YamlFields.In(yaml) is not { Count: > 0 } texts)
            return;
        _fields.Clear();
        _parts.Clear();
        foreach (var (name, text, isPart) in texts)
        {
            var values = isPart ? _parts : _fields;
            if (!values.TryGetValue(Fold(name), out var list))
                values[Fold(name)] = list = [];
            if (CleanText.Of(text) is { Length: > 0 } clean)
                list.Add(clean);
        }
    }

    private static string Fold(string name) => string.Concat(name.Where(c => c is not (' ' or '-' or '_'))).ToLowerInvariant();

    /// <summary>The one before a blank, or that ends the line: "og:title: Elm".</summary>
    private static int Colon(ReadOnlySpan<char> line) =>
        line.IndexOf(": ") is >= 0 and var colon ? colon : line is [.., ':'] ? line.Length - 1 : line.IndexOf(":\t");

    private static string? NameOf(ReadOnlySpan<char> text)
    {
        const int mostBlanks = 2;   // "first published on"
        var name = Unquoted(text);
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('-' or '_' or '.' or ':' or ' '))
                return null;
        }

        return name.Length > 0 && name.AsSpan().Count(' ') <= mostBlanks ? name : null;
    }

    private static List<string> Values(ReadOnlySpan<char> value)
    {
        if (value is not ['[', .. var inner, ']'])
            return value.IsEmpty ? [] : [Unquoted(value)];
        return [.. inner.ToString()
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(item => Unquoted(item))];
    }

    private static string Unquoted(ReadOnlySpan<char> value) => value.Trim().Trim("\"'").ToString();
}
