using System.Text.Json;

namespace Ingest.Text.Articles.Json;

/// <summary>
/// Finds the body among an object's properties: one string, a list of paragraphs, or the same text in several types of content.
/// </summary>
internal static class JsonBody
{
    private static readonly string[] Names =
    [
        "bodies", "bodyxhtml", "bodyhtml", "bodyhtml5", "articlebody", "body", "bodytext", "contenthtml", "contenttext", "content",
        "fulltext", "maintext",
        "articletext", "storytext", "text", "story", "paragraphs", "html", "rawtext",
    ];

    // Nearly always of an object with a body of its own.
    private const string Wrapper = "article";

    /// <summary>Whether a body stands under this name, in any case.</summary>
    public static bool IsName(ReadOnlySpan<char> name) =>
        JsonItem.Plain(JsonItem.Fold(name)) is var plain && (plain == Wrapper || Names.Contains(plain));

    /// <summary>The body as it stands, HTML or plain; null when there is none.</summary>
    public static string? In(JsonItem item)
    {
        foreach (var name in Names)
        {
            if (item.Value(name) is { } value && TextOf(value) is { } text)
                return text;
        }

        if (item.Value(Wrapper) is { ValueKind: JsonValueKind.String } article && TextOf(article) is { } whole)
            return whole;
        // ninjs 1 lets a provider name its own: body_main.
        return item.Beginning("body")
            .Select(value => value.ValueKind == JsonValueKind.String ? JsonItem.TextOf(value) : null)
            .FirstOrDefault(text => text is not null);
    }

    private static string? TextOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return value.ValueKind is JsonValueKind.String or JsonValueKind.Object ? JsonItem.TextOf(value) : null;
        var parts = value.EnumerateArray().ToList();
        var typed = parts.Where(part => part.ValueKind == JsonValueKind.Object)
            .Select(part => (Part: part, Type: TypeOf(new JsonItem(part))))
            .Where(part => part.Type is not null)
            .ToList();
        if (typed.Count > 0)
            return typed.OrderBy(part => Rank(part.Type!))
                .Select(part => JsonItem.TextOf(part.Part))
                .FirstOrDefault(text => text is not null);
        var paragraphs = JsonItem.TextsOf(value).ToList();
        return paragraphs.Count == 0 ? null : string.Join("\n\n", paragraphs);
    }

    private static string? TypeOf(JsonItem part) =>
        part.Text("contenttype", "mimetype") is { } type ? $"{type} {part.Text("role")}" : part.Text("role");

    // Plain text may have lost its paragraphs.
    private static int Rank(string type) =>
        type.Contains("html", StringComparison.OrdinalIgnoreCase) ? 0 : type.Contains("nitf", StringComparison.OrdinalIgnoreCase) ? 1 : 2;
}
