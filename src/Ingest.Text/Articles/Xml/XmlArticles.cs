using System.Xml.Linq;
using Ingest.Text.Articles.Archives;

namespace Ingest.Text.Articles.Xml;

/// <summary>The readers of XML by the name of its root.</summary>
internal static class XmlArticles
{
    /// <summary>Whether a root of this name, without prefix, has a reader.</summary>
    public static bool IsRoot(ReadOnlySpan<char> name) => name switch
    {
        "nitf" or "NewsML" or "NewsItem" => true,
        "newsItem" or "packageItem" or "conceptItem" or "knowledgeItem" or "planningItem" or "catalogItem" or "newsMessage" or "contentSet"
            or "contentMeta" or "groupSet" =>
            true,
        "rss" or "feed" or "RDF" or "entry" or "channel" or "Channel" or "CHANNEL" => true,
        _ => false,
    };

    /// <exception cref="ArticleFormatException">There is no article in it.</exception>
    public static IReadOnlyList<Article> Read(string text, Unpacking unpacking)
    {
        var limits = unpacking.Limits;
        var root = XmlTree.Parse(text, limits);
        var articles = unpacking.UntilEnded(Articles(root, limits)).Take(limits.MaxArticles + 1).ToList();
        if (articles.Count > limits.MaxArticles)
            throw new ArticleFormatException(ArticleFormatCodes.TooMany, $"More than {limits.MaxArticles} articles (MaxArticles).");
        return articles.Count > 0
            ? articles
            : throw new ArticleFormatException(ArticleFormatCodes.NoArticle, $"The {Kind(root)} holds no text of an article.");
    }

    private static IEnumerable<Article> Articles(XElement root, ArticleLimits limits) => root.Local() switch
    {
        "nitf" => NitfReader.Read(root, limits) is { } article ? [article] : [],
        "NewsML" or "NewsItem" => NewsML1Reader.Read(root, limits),
        "CHANNEL" => FeedReader.Read(ChannelFormat.ToRss(root), limits),
        "rss" or "feed" or "RDF" or "entry" or "channel" or "Channel" => FeedReader.Read(root, limits),
        _ => NewsMLG2Reader.Read(root, limits),
    };

    // In a message with one item, the item tells more.
    private static string Kind(XElement root) =>
        root.Child("itemSet") is { } set && set.Elements().FirstOrDefault() is { } item
            ? $"{root.Local()} of a {item.Local()}"
            : root.Local();
}
