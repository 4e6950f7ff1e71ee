using System.Text;
using System.Text.Json;
using Ingest.Text.Articles.Archives;

namespace Ingest.Text.Articles.Json;

/// <summary>
/// The values of a JSON text: one, or several in a row as in JSON Lines. Trailing commas, comments, raw line ends within strings and
/// halves of surrogate pairs are forgiven.
/// </summary>
internal static class JsonValues
{
    /// <summary>The values. A line of JSON Lines that cannot be read is noted, as long as another can be read.</summary>
    /// <exception cref="ArticleFormatException">It is no JSON.</exception>
    public static IReadOnlyList<JsonElement> Parse(string text, Unpacking unpacking)
    {
        try
        {
            return Parse(text, unpacking.Limits);
        }
        catch (ArticleFormatException e) when (e.Code is ArticleFormatCodes.Malformed or ArticleFormatCodes.TooDeep)
        {
            if (ParseLines(text, unpacking) is { Count: > 0 } values)
                return values;
            throw;
        }
    }

    /// <summary>The value with which the text begins, whatever comes behind it; null when there is none.</summary>
    public static JsonElement? First(string text)
    {
        try
        {
            var json = Reader(text, ArticleLimits.Default);
            return json.Read() ? JsonElement.ParseValue(ref json) : null;
        }
        catch (Exception e) when (e is JsonException or ArticleFormatException)
        {
            return null;
        }
    }

    /// <summary>
    /// Reads each line by itself, because a broken line says nothing about the others. Empty for a text that is not made of lines.
    /// </summary>
    private static List<JsonElement> ParseLines(string text, Unpacking unpacking)
    {
        var (values, failures) = (new List<JsonElement>(), new List<(string Name, ArticleFormatException Failure)>());
        foreach (var (number, line) in unpacking.UntilEnded(text.Split('\n').Index()).Where(line => !string.IsNullOrWhiteSpace(line.Item)))
        {
            try
            {
                values.AddRange(Parse(line, unpacking.Limits, number).Where(value => value.ValueKind == JsonValueKind.Object));
            }
            catch (ArticleFormatException e)
            {
                failures.Add(($"line {number + 1}", e));
            }
        }

        if (values.Count < failures.Count)
            return [];
        foreach (var (name, failure) in failures)
            unpacking.Unread.Add(name, failure);
        return values;
    }

    private static List<JsonElement> Parse(string text, ArticleLimits limits, int firstLine = 0)
    {
        var json = Reader(text, limits);
        var values = new List<JsonElement>();
        try
        {
            while (json.Read())
                values.Add(JsonElement.ParseValue(ref json));
        }
        catch (JsonException e)
        {
            throw new ArticleFormatException(
                ArticleFormatCodes.Malformed,
                $"The JSON breaks off or goes wrong in line {firstLine + e.LineNumber + 1}, byte {e.BytePositionInLine}.",
                ArticleFormat.Json);
        }

        return values;
    }

    private static Utf8JsonReader Reader(string text, ArticleLimits limits) => new(
        Encoding.UTF8.GetBytes(Mended(text, limits.MaxNesting)),
        new()
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = limits.MaxNesting,
            AllowMultipleValues = true,
        });

    /// <summary>
    /// The text, repaired for a reader of standard JSON:
    /// <code>
    /// string := '"' (escape | any but '"' and '\')* '"'     a control sign in it becomes its escape or a blank
    /// escape := "\u" hex{4} | "\" any                       half of a surrogate pair becomes U+FFFD
    /// </code>
    /// </summary>
    private static string Mended(string text, int maxNesting)
    {
        StringBuilder? mended = null;
        int copied = 0, depth = 0;
        var isInString = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"')
            {
                isInString = !isInString;
            }
            else if (!isInString && c is '{' or '[' or '}' or ']')
            {
                depth += c is '{' or '[' ? 1 : -1;
                if (depth > maxNesting)
                    throw new ArticleFormatException(
                        ArticleFormatCodes.TooDeep, $"The JSON nests more than {maxNesting} deep (MaxNesting).", ArticleFormat.Json);
            }
            else if (isInString && c == '\\')
            {
                var length = IsSurrogate(text, i, 'd') ? 6 : 2;
                if (length == 6 && IsHigh(text, i) && IsSurrogate(text, i + 6, 'd') && !IsHigh(text, i + 6))
                    length = 12;
                else if (length == 6)
                    Replace(i, 6, "\\ufffd");
                i += length - 1;
            }
            else if (c < ' ' && (isInString || c is not ('\t' or '\n' or '\r')))
            {
                Replace(i, 1, isInString && c == '\n' ? "\\n" : " ");
            }
        }

        return mended is null ? text : mended.Append(text, copied, text.Length - copied).ToString();

        void Replace(int at, int length, string by)
        {
            (mended ??= new StringBuilder(text.Length)).Append(text, copied, at - copied).Append(by);
            copied = at + length;
        }
    }

    /// <summary>Whether <c>\uD8xx</c> to <c>\uDFxx</c> stands there.</summary>
    private static bool IsSurrogate(string text, int at, char first) =>
        at + 6 <= text.Length && text[at] == '\\' && text[at + 1] == 'u' && char.ToLowerInvariant(text[at + 2]) == first
        && text[at + 3] is >= '8' and <= '9' or >= 'a' and <= 'f' or >= 'A' and <= 'F'
        && char.IsAsciiHexDigit(text[at + 4])
        && char.IsAsciiHexDigit(text[at + 5]);

    private static bool IsHigh(string text, int at) => text[at + 3] is '8' or '9' or 'a' or 'A' or 'b' or 'B';
}
