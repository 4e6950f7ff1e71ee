namespace Ingest.Text.Articles.Json;

/// <summary>Recognises the vocabulary of an object.</summary>
internal static class JsonDialect
{
    private static readonly string[] NinjsOnly =
    [
        "versioncreated", "pubstatus", "bodyxhtml", "bodies", "headlines", "renditions", "associations", "representationtype", "infosource",
        "infosources",
        "descriptions", "eventdetails", "plannedcoverage", "standard", "usageterms", "copyrightholder", "profile", "urgency",
    ];

    public static ArticleFormat Of(JsonItem item)
    {
        // "@type" folds to "type", which ninjs has too, but with its own words for it.
        if (item.Has("context") || (item.Text("type") is { } type && IsLinkedType(type)))
            return ArticleFormat.JsonLd;
        return item.Has("uri") && (NinjsOnly.Any(item.Has) || item.Beginning("body").Any() || !item.Has("title"))
            ? ArticleFormat.Ninjs
            : ArticleFormat.Json;
    }

    /// <summary>
    /// schema.org's article types: <c>NewsArticle</c>, <c>https://schema.org/ReportageNewsArticle</c>, <c>BlogPosting</c>.
    /// </summary>
    public static bool IsLinkedType(string type) =>
        type.EndsWith("Article", StringComparison.Ordinal)
            || type.EndsWith("Posting", StringComparison.Ordinal)
            || type.EndsWith("Report", StringComparison.Ordinal);
}
