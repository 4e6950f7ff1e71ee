namespace Ingest.Text.Articles.Markdown;

/// <summary>
/// The fields above a Markdown text:
/// <code>
/// front := "---" line-end field* "---" line-end
/// field := name ":" value line-end item*
/// value := text | quoted | "[" text ("," text)* "]"
/// item  := blanks "-" text line-end
/// </code>
/// That is what sites write of YAML; the rest of it is passed over.
/// </summary>
internal sealed class FrontMatter
{
    private const string Fence = "---";

    private readonly Dictionary<string, List<string>> _fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Offset of the text behind it; 0 when there is none.</summary>
    public int Length { get; private init; }

    public static FrontMatter Of(string text)
    {
        var lines = text.AsSpan();
        if (!lines.StartsWith(Fence) || lines.IndexOf("\n---") is not (> 0 and var end))
            return new FrontMatter();
        var close = lines[(end + 1)..];
        var front = new FrontMatter { Length = end + 1 + (close.IndexOf('\n') is >= 0 and var lineEnd ? lineEnd + 1 : close.Length) };
        List<string>? list = null;
        foreach (var range in lines[Fence.Length..end].Split('\n'))
        {
            var line = lines[Fence.Length..end][range].Trim();
            if (line is ['-', ' ', .. var item])
                list?.Add(Unquoted(item));
            else if (line.IndexOf(':') is > 0 and var colon)
                front._fields[line[..colon].Trim().ToString()] = list = Values(line[(colon + 1)..].Trim());
        }

        return front;
    }

    public IReadOnlyList<string> Texts(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_fields.TryGetValue(name, out var values) && values.Count > 0)
                return values;
        }

        return [];
    }

    public string? Text(params ReadOnlySpan<string> names) => Texts(names) is [var first, ..] ? first : null;

    private static List<string> Values(ReadOnlySpan<char> value)
    {
        if (value is not ['[', .. var inner, ']'])
            return value.IsEmpty ? [] : [Unquoted(value)];
        return [.. inner.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(item => Unquoted(item))];
    }

    private static string Unquoted(ReadOnlySpan<char> value) => value.Trim().Trim("\"'").ToString();
}
