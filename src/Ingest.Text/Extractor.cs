using System.Reflection;
using Ingest.Text.Articles;
using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Quotes;

namespace Ingest.Text;

/// <summary>The whole flow in memory: bytes → articles → documents → entities → quotes. Holds no state between calls; safe to share.</summary>
public sealed class Extractor
{
    private readonly EntityRecognizer _recognizer = new();
    private readonly EntityLinker _linker = new();

    // The two large models are read for the first article, side by side: with a second processor, in the time of one.
    private readonly Lazy<QuoteFinder> _quoteFinder = new(() =>
    {
        QuoteFinder? finder = null;
        Parallel.Invoke(() => finder = new QuoteFinder(), EntityRecognizer.Prepare);
        return finder!;
    });

    /// <summary>The version of all that decides on the result, such as <c>0.7.0</c>.</summary>
    public static string Engine { get; } =
        typeof(Extractor).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>One extraction an article, in the order of the file.</summary>
    /// <inheritdoc cref="ArticleReader.Read"/>
    public FileContents<Extraction> Extract(ReadOnlyMemory<byte> bytes, string name, ArticleLimits? limits = null)
    {
        var articles = ArticleReader.Read(bytes, name, limits);
        var extractions = new Extraction[articles.Count];
        for (var i = 0; i < articles.Count; i++)
            extractions[i] = Extract(articles[i], articles.Count == 1 ? name : $"{name}#{i + 1}");
        return new(extractions, articles.Unread);
    }

    /// <summary>
    /// What stands in the article; nothing where it may not be used, and nothing where it isn't in English: what the rules and models of
    /// English would find in it is guesswork.
    /// </summary>
    public Extraction Extract(Article article, string source)
    {
        ArgumentNullException.ThrowIfNull(article);
        article = article with { Language = LanguageDetector.Of(article.Text, article.Language) };
        if (article.Status != PublicationStatus.Usable || !LanguageDetector.IsEnglish(article.Language))
            return new Extraction(source, article, [], []);
        var quoteFinder = _quoteFinder.Value;
        var doc = LostBlanks.Part(Document.Parse(article.Text, article.Title));
        var entities = _linker.Link(doc, _recognizer.Recognize(doc));
        return new Extraction(source, article, entities, quoteFinder.Find(doc, entities));
    }
}
