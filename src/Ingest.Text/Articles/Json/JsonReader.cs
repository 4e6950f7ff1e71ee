using System.Text.Json;
using Ingest.Text.Articles.Archives;

namespace Ingest.Text.Articles.Json;

/// <summary>
/// Reads articles in JSON: items of ninjs, schema.org's articles, objects with the usual field names; alone, in arrays, in a row, or in
/// an object that wraps a list of them.
/// </summary>
internal sealed class JsonReader
{
    // Wrappers within wrappers, and items within items.
    private const int MaxWraps = 8;

    // Properties that hold articles where the object around them is none.
    private static readonly string[] Wrappers =
    [
        "articles", "items", "item", "article", "results", "result", "response", "docs", "data", "entries", "posts", "stories", "news",
        "hits", "source", "newsitems",
        "associations", "graph", "mainentity", "mainentityofpage", "itemlistelement", "haspart",
    ];

    private readonly List<Article> _articles = [];
    private readonly Unpacking _unpacking;
    private string _reason = "The JSON holds no object with the text of an article.";

    private JsonReader(Unpacking unpacking) => _unpacking = unpacking;

    /// <exception cref="ArticleFormatException">The text is no JSON, or contains no article.</exception>
    public static IReadOnlyList<Article> Read(string text, Unpacking unpacking)
    {
        var reader = new JsonReader(unpacking);
        foreach (var value in JsonValues.Parse(text, unpacking))
            reader.Visit(value, 0);
        return reader._articles.Count > 0
            ? reader._articles
            : throw new ArticleFormatException(ArticleFormatCodes.NoArticle, reader._reason, ArticleFormat.Json);
    }

    private void Visit(JsonElement value, int wraps)
    {
        if (wraps > MaxWraps)
            return;
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var one in value.EnumerateArray())
                Visit(one, wraps + 1);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            Visit(new JsonItem(value), wraps);
        }
    }

    private void Visit(JsonItem item, int wraps)
    {
        _unpacking.ThrowIfEnded();
        var dialect = JsonDialect.Of(item);
        if (JsonArticle.Read(item, dialect, _unpacking.Limits) is { } article)
        {
            if (_articles.Count == _unpacking.Limits.MaxArticles)
                throw new ArticleFormatException(
                    ArticleFormatCodes.TooMany, $"More than {_unpacking.Limits.MaxArticles} articles (MaxArticles).", ArticleFormat.Json);
            _articles.Add(article);
            return;
        }

        if (dialect == ArticleFormat.Ninjs)
            _reason = $"The ninjs item of the type '{item.Text("type") ?? "text"}' holds no text.";
        foreach (var name in Wrappers)
        {
            if (item.Value(name) is not { } inner)
                continue;
            // Associated items stand under names that their provider chose.
            if (name == "associations" && inner.ValueKind == JsonValueKind.Object)
            {
                foreach (var association in inner.EnumerateObject())
                    Visit(association.Value, wraps + 1);
            }
            else
            {
                Visit(inner, wraps + 1);
            }
        }
    }
}
