using System.Text.Json;
using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.Html;

/// <summary>
/// The schema.org article that a page's JSON-LD describes. Pages write it by hand: arrays for objects, strings for arrays, line ends
/// within strings. What cannot be read counts as absent; the page itself remains.
/// </summary>
internal sealed class LinkedArticle
{
    private static readonly JsonDocumentOptions Lenient =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    private readonly List<string> _authors = [];

    private LinkedArticle()
    {
    }

    public string? Headline { get; private set; }

    public string? Published { get; private set; }

    public string? Modified { get; private set; }

    /// <summary>The page's own date, where it has no article or the article no date.</summary>
    public string? PagePublished { get; private set; }

    public string? Section { get; private set; }

    public string? Publisher { get; private set; }

    public string? Language { get; private set; }

    public string? Url { get; private set; }

    /// <summary>The whole text, plain or as HTML; few sites declare it.</summary>
    public string? Body { get; private set; }

    public IReadOnlyList<string> Authors => _authors;

    public static LinkedArticle Of(IEnumerable<string> scripts)
    {
        var article = new LinkedArticle();
        foreach (var script in scripts)
        {
            try
            {
                using var json = JsonDocument.Parse(Printable(script), Lenient);
                article.Visit(json.RootElement);
            }
            catch (JsonException)
            {
            }
        }

        return article;
    }

    // Raw line ends within strings are no JSON, but common; between tokens a blank does as well.
    private static ReadOnlyMemory<char> Printable(string script)
    {
        var text = script.ToCharArray();
        foreach (ref var c in text.AsSpan())
            c = c < ' ' ? ' ' : c;
        return text.AsMemory().Trim([' ', ';']);
    }

    private void Visit(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Visit(item);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            var type = Text(element, "@type");
            if (type is not null
                && (type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("Posting", StringComparison.Ordinal)))
                Take(element);
            else if (type?.EndsWith("Page", StringComparison.Ordinal) == true)
                PagePublished ??= Text(element, "datePublished");
            foreach (var part in new[] { "@graph", "mainEntity", "mainEntityOfPage" })
            {
                if (element.TryGetProperty(part, out var inner))
                    Visit(inner);
            }
        }
    }

    private void Take(JsonElement article)
    {
        Headline ??= Decoded(Text(article, "headline"));
        Published ??= Text(article, "datePublished") ?? Text(article, "dateCreated") ?? Text(article, "uploadDate");
        Modified ??= Text(article, "dateModified");
        Section ??= Decoded(Text(article, "articleSection"));
        Publisher ??= Name(article, "publisher");
        Language ??= Text(article, "inLanguage");
        Url ??= Text(article, "url");
        Body ??= Text(article, "articleBody");
        if (_authors.Count == 0 && article.TryGetProperty("author", out var author))
            TakeAuthors(author);
    }

    private void TakeAuthors(JsonElement author)
    {
        if (author.ValueKind == JsonValueKind.Array)
        {
            foreach (var one in author.EnumerateArray())
                TakeAuthors(one);
        }
        else if ((author.ValueKind == JsonValueKind.Object ? Text(author, "name") : String(author)) is { } said)
        {
            foreach (var name in Byline.NamesOf(Decoded(said)))
            {
                if (!_authors.Contains(name))
                    _authors.Add(name);
            }
        }
    }

    private static string? Name(JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Array)
            value = value.EnumerateArray().FirstOrDefault();
        return Decoded(value.ValueKind == JsonValueKind.Object ? Text(value, "name") : String(value));
    }

    /// <summary>A string, or the first one of an array of strings.</summary>
    private static string? Text(JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out var value))
            return null;
        return value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Select(String).FirstOrDefault(text => text is not null)
            : String(value);
    }

    private static string? String(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text)
                ? text.Trim()
                : null;
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair.
            return null;
        }
    }

    // Many sites write HTML's entities into their JSON.
    private static string? Decoded(string? text) => text is null ? null : CleanText.Of(System.Net.WebUtility.HtmlDecode(text));
}
