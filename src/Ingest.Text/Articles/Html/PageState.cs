using System.Net;
using System.Text;
using System.Text.Json;
using Ingest.Text.Articles.Json;

namespace Ingest.Text.Articles.Html;

/// <summary>
/// The data from which a script builds a page, where the page itself shows no article: <c>__NEXT_DATA__</c>, <c>window.__INITIAL_STATE__
/// = {…}</c>, <c>Fusion.globalContent={…}</c>. Each site names it differently, so the longest text in it counts.
/// </summary>
internal static class PageState
{
    // Characters of a script; less holds no article.
    private const int MinLength = 400;

    // Number of assigned objects in one script that are tried: the data come first.
    private const int MaxTries = 4;

    // Words of a part of the text that is no paragraph by itself.
    private const int MinParts = 3;

    /// <summary>Plain or HTML; null where there is none.</summary>
    /// <param name="scripts">The page's scripts, data and code.</param>
    public static string? Body(IEnumerable<string> scripts)
    {
        var longest = (Text: (string?)null, Shown: 0);
        foreach (var script in scripts.Where(script => script.Length >= MinLength))
        {
            foreach (var start in Starts(script).Take(MaxTries))
            {
                if (JsonValues.First(script[start..]) is { } state)
                    Visit(state, ref longest);
            }
        }

        return longest.Text;
    }

    /// <summary>Where an object begins: the script itself, or what is assigned.</summary>
    private static IEnumerable<int> Starts(string script)
    {
        for (var at = script.IndexOf('{'); at >= 0 && at + 1 < script.Length; at = script.IndexOf('{', at + 1))
        {
            var before = script.AsSpan(0, at).TrimEnd();
            if ((before.IsEmpty || before[^1] == '=') && script.AsSpan(at + 1).TrimStart() is ['"', ..])
                yield return at;
        }
    }

    // Recursive: the parser bounds the depth.
    private static void Visit(JsonElement value, ref (string? Text, int Shown) longest)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
                Visit(item, ref longest);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            if (Text(value) is { } text
                && text.Length > longest.Shown
                && Shown(text) is var shown
                && shown > longest.Shown
                && !IsCode(text))
                longest = (text, shown);
            foreach (var property in value.EnumerateObject())
                Visit(property.Value, ref longest);
        }
    }

    private static string? Text(JsonElement value)
    {
        var item = new JsonItem(value);
        var joined = item.Value("contentelements", "blocks", "components", "paragraphs", "body", "content") is { } parts
            ? Joined(parts)
            : null;
        // With parts inside parts, the first body of each counts.
        return JsonBody.In(item) is { } body && body.Contains(' ') && body.Length > (joined?.Length ?? 0) ? body : joined;
    }

    /// <summary>
    /// The paragraphs of a text that is kept in parts: <c>[{ "type": "text", "content": "…" }, { "type": "image", … }]</c>, or in parts
    /// of parts:
    /// <c>[{ "type": "paragraph", "content": [{ "type": "text", "value": "…" }, { "type": "link", "content": […] }] }, …]</c>.
    /// </summary>
    private static string? Joined(JsonElement parts)
    {
        if (parts.ValueKind != JsonValueKind.Array || parts.GetArrayLength() < MinParts)
            return null;
        var texts = parts.EnumerateArray().Where(part => part.ValueKind == JsonValueKind.Object).Select(part => new JsonItem(part))
            .Where(part => part.Text("type", "kind", "typename", "elementtype", "nodetype") is not { } type || IsText(type))
            .Select(TextOfPart)
            .Where(text => !string.IsNullOrWhiteSpace(text)).ToList();
        return texts.Count < MinParts ? null : string.Concat(texts.Select(text => $"<p>{text}</p>"));
    }

    private static string? TextOfPart(JsonItem part) =>
        part.Value("content", "children") is { ValueKind: JsonValueKind.Array } leaves
            ? Leaves(leaves)
            : part.Text("content", "text", "html", "value", "data", "body");

    // Recursive: the parser bounds the depth.
    private static string Leaves(JsonElement parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts.EnumerateArray().Where(part => part.ValueKind == JsonValueKind.Object))
        {
            var item = new JsonItem(part);
            if (item.Value("content", "children") is { ValueKind: JsonValueKind.Array } leaves)
                text.Append(Leaves(leaves));
            else
                text.Append(item.Value("value", "text") is { ValueKind: JsonValueKind.String } leaf
                    ? WebUtility.HtmlEncode(leaf.GetString())
                    : " ");
        }

        return text.ToString();
    }

    /// <summary>Characters without those of tags, which are most of what some embedded posts hold.</summary>
    private static int Shown(string text)
    {
        var shown = 0;
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var open = rest.IndexOf('<');
            shown += open < 0 ? rest.Length : open;
            var end = open < 0 ? -1 : rest[open..].IndexOf('>');
            rest = end < 0 ? [] : rest[(open + end + 1)..];
        }

        return shown;
    }

    // Pages carry what they put into their heads in the same data.
    private static bool IsCode(string text) =>
        text.StartsWith("<script", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<style", StringComparison.OrdinalIgnoreCase);

    private static bool IsText(string type) =>
        type.Contains("text", StringComparison.OrdinalIgnoreCase) || type.Contains("paragraph", StringComparison.OrdinalIgnoreCase)
        || type.Contains("html", StringComparison.OrdinalIgnoreCase) || type.Equals("p", StringComparison.OrdinalIgnoreCase);
}
