using System.Collections.Frozen;

namespace Ingest.Text.Articles;

internal static class FieldOrigins
{
    public static readonly IReadOnlyDictionary<string, FieldOrigin> None = FrozenDictionary<string, FieldOrigin>.Empty;

    /// <summary>The article with this origin for every field that it has and whose origin isn't known yet.</summary>
    public static Article From(this Article article, FieldOrigin origin)
    {
        var origins = new Dictionary<string, FieldOrigin>(article.Origins, StringComparer.Ordinal);
        foreach (var (field, isPresent) in Fields(article))
        {
            if (isPresent)
                origins.TryAdd(field, origin);
        }

        return article with { Origins = origins };
    }

    /// <summary>In the order of the JSON contract.</summary>
    private static IEnumerable<(string Field, bool IsPresent)> Fields(Article article) =>
    [
        ("title", article.Title is not null),
        ("byline", article.Byline.Count > 0),
        ("publisher", article.Publisher is not null),
        ("section", article.Section is not null),
        ("dateline", article.Dateline is not null),
        ("published", article.Published is not null),
        ("modified", article.Modified is not null),
        ("embargo", article.Embargo is not null),
        ("status", article.Status != PublicationStatus.Usable),
        ("version", article.Version is not null),
        ("language", article.Language is not null),
        ("url", article.Url is not null),
        ("keywords", article.Keywords.Count > 0),
    ];
}
