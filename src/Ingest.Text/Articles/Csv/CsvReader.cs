using System.Globalization;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using Ingest.Text.Articles.Archives;
using Ingest.Text.Articles.Json;

namespace Ingest.Text.Articles.Csv;

/// <summary>
/// Reads a table with an article in each row. Its columns have the names of JSON's properties. A row without text is skipped, as an
/// object is.
/// </summary>
internal static class CsvReader
{
    /// <param name="text">With its head.</param>
    /// <param name="delimiter">The sign that divides the columns: <see cref="CsvHead.DelimiterOf"/>.</param>
    /// <param name="unpacking">The limits.</param>
    /// <exception cref="ArticleFormatException">No column holds texts, or no row is an article.</exception>
    public static IReadOnlyList<Article> Read(string text, char delimiter, Unpacking unpacking)
    {
        using var parser = new CsvParser(
            new StringReader(text.TrimStart('\ufeff', '\r', '\n')),
            new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter.ToString(), BadDataFound = null });
        parser.Read();
        string[] names = [.. parser.Record ?? []];
        if (!names.Any(name => JsonBody.IsName(name)) && !names.Any(IsDescription))
            throw new ArticleFormatException(
                ArticleFormatCodes.NoArticle,
                $"The table has no column of texts, such as 'text', 'content' or 'body', but '{string.Join("', '", names)}'.",
                ArticleFormat.Csv,
                offset: 0);
        var articles = new List<Article>();
        while (parser.Read())
        {
            unpacking.ThrowIfEnded();
            if (ArticleOf(names, parser, unpacking.Limits) is not { } article)
                continue;
            if (articles.Count == unpacking.Limits.MaxArticles)
                throw new ArticleFormatException(
                    ArticleFormatCodes.TooMany, $"More than {unpacking.Limits.MaxArticles} articles (MaxArticles).", ArticleFormat.Csv);
            articles.Add(article);
        }

        return articles.Count > 0
            ? articles
            : throw new ArticleFormatException(ArticleFormatCodes.NoArticle, "No row of the table holds a text.", ArticleFormat.Csv);
    }

    private static bool IsDescription(string name) => JsonItem.Fold(name) is "description" or "summary";

    /// <summary>The row as an object of strings, its empty fields left out.</summary>
    private static Article? ArticleOf(string[] names, CsvParser parser, ArticleLimits limits)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(names.Length, parser.Count); i++)
        {
            if (names[i].Length > 0 && parser[i] is { Length: > 0 } field)
                fields.TryAdd(names[i], field);
        }

        return JsonArticle.Read(new JsonItem(JsonSerializer.SerializeToElement(fields)), ArticleFormat.Csv, limits);
    }
}
