using System.Globalization;
using System.Text;
using System.Text.Json;
using Ingest.Text.Articles.Dates;

namespace Ingest.Text.Articles.Json;

/// <summary>
/// An object whose properties are found by any of several names, ignoring case, hyphens and underscores: <c>datePublished</c>,
/// <c>date_published</c> and <c>DATE-PUBLISHED</c> are one name. The first property of a name counts; nulls do not.
/// </summary>
internal sealed class JsonItem
{
    // Properties that hold the value of their object, the best first.
    private static readonly string[] Values = ["value", "rendered", "name", "html", "text", "content", "title", "literal", "id", "date"];

    // Arrays in objects in arrays; a value wrapped deeper is no field.
    private const int MaxWraps = 6;

    // Words that some files put before each name. They count only before these names: "content_type" is not one.
    private static readonly string[] Prefixes = ["article", "news", "content", "story"];

    private static readonly WordSet Prefixed =
        WordSet.AsWritten("title headline heading body text content date author authors url link summary");

    private readonly Dictionary<string, JsonElement> _properties = new(StringComparer.Ordinal);

    // The properties that the object has only with such a word before the name, by the plain name.
    private readonly Dictionary<string, JsonElement>? _prefixed;

    public JsonItem(JsonElement item)
    {
        foreach (var property in item.EnumerateObject())
        {
            if (property.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
                _properties.TryAdd(Fold(property.Name), property.Value);
        }

        foreach (var (name, value) in _properties)
        {
            if (Plain(name) is var plain && plain != name && !_properties.ContainsKey(plain))
                (_prefixed ??= new(StringComparer.Ordinal)).TryAdd(plain, value);
        }
    }

    /// <summary>
    /// The plain name, "title" of "articletitle". A property with a word before its name stands for the plain one, where the object has
    /// none.
    /// </summary>
    public static string Plain(string folded)
    {
        foreach (var prefix in Prefixes)
        {
            if (folded.StartsWith(prefix, StringComparison.Ordinal) && Prefixed.Contains(folded.AsSpan(prefix.Length)))
                return folded[prefix.Length..];
        }

        return folded;
    }

    public bool Has(string name) => _properties.ContainsKey(name);

    /// <summary>The first of these properties that the object has.</summary>
    public JsonElement? Value(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (TryGet(name, out var value))
                return value;
        }

        return null;
    }

    /// <summary>The text of the first of these properties that has any.</summary>
    public string? Text(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (TryGet(name, out var value) && TextOf(value) is { } text)
                return text;
        }

        return null;
    }

    /// <summary>All texts of the first of these properties that has any; one for each item of a list.</summary>
    public IReadOnlyList<string> Texts(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (TryGet(name, out var value) && TextsOf(value).ToList() is { Count: > 0 } texts)
                return texts;
        }

        return [];
    }

    /// <summary>Values of the properties whose names begin so, in the file's order.</summary>
    public IEnumerable<JsonElement> Beginning(string start) =>
        _properties.Where(property => property.Key.StartsWith(start, StringComparison.Ordinal)).Select(property => property.Value);

    /// <summary>The first of these that holds a date, in words or as seconds or milliseconds since 1970.</summary>
    public ArticleDate? Date(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Text(name) is { } said && (OfEpoch(said) ?? MachineDate.Of(said)) is { } date)
                return date;
        }

        return null;
    }

    public static string? TextOf(JsonElement value, int wraps = 0)
    {
        if (wraps > MaxWraps)
            return null;
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
            case JsonValueKind.Number or JsonValueKind.True:
                return value.GetRawText().ToLowerInvariant();
            case JsonValueKind.Array:
                // Headlines and descriptions by role: the main one speaks for all.
                return value.EnumerateArray()
                    .OrderBy(one => IsMain(one) ? 0 : 1)
                    .Select(one => TextOf(one, wraps + 1))
                    .FirstOrDefault(text => text is not null);
            case JsonValueKind.Object:
                var item = new JsonItem(value);
                return Values.Select(name => item.Value(name) is { } inner ? TextOf(inner, wraps + 1) : null)
                    .FirstOrDefault(text => text is not null);
            default:
                return null;
        }
    }

    public static IEnumerable<string> TextsOf(JsonElement value) =>
        (value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : Enumerable.Repeat(value, 1)).Select(one => TextOf(one))
            .OfType<string>();

    private bool TryGet(string name, out JsonElement value) =>
        _properties.TryGetValue(name, out value) || _prefixed?.TryGetValue(name, out value) is true;

    private static bool IsMain(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
            && value.TryGetProperty("role", out var role)
            && role.ValueKind == JsonValueKind.String
            && role.GetString() is "main" or "html";

    private static ArticleDate? OfEpoch(string said)
    {
        if (said.Length is < 9 or > 17
            || !double.TryParse(said, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return null;
        // Ten digits of seconds last until 2286; as milliseconds they would be of 1970.
        var seconds = number >= 1e11 ? number / 1000 : number;
        if (seconds is < 1e8 or > 1e10 || said.Length == 14)
            return null;
        var moment = DateTimeOffset.FromUnixTimeSeconds((long)seconds);
        return new ArticleDate(DateOnly.FromDateTime(moment.UtcDateTime), TimeOnly.FromDateTime(moment.UtcDateTime), TimeSpan.Zero);
    }

    public static string Fold(ReadOnlySpan<char> name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c))
                folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }
}
