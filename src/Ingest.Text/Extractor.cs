using System.Reflection;
using System.Runtime.ExceptionServices;
using Ingest.Text.Articles;
using Ingest.Text.Articles.Languages;
using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Quotes;

namespace Ingest.Text;

/// <summary>
/// The whole flow in memory: bytes → articles → documents → entities → quotes. Holds no state between calls; safe to share.
/// </summary>
public sealed class Extractor
{
    private readonly EntityRecognizer _recognizer = new();
    private readonly EntityLinker _linker = new();

    private readonly OnDemand<QuoteFinder> _quoteFinder;

    public Extractor()
        : this(ReadModels)
    {
    }

    internal Extractor(Func<QuoteFinder> readModels) => _quoteFinder = new(readModels);

    /// <summary>The version of all that decides on the result, such as <c>0.19.0</c>.</summary>
    public static string Engine { get; } =
        typeof(Extractor).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>One extraction an article, in the order of the file.</summary>
    /// <param name="bytes">The file, whole.</param>
    /// <param name="name">The file's name or path, of which only the last extension counts.</param>
    /// <param name="limits">Null for the defaults.</param>
    /// <param name="cancellationToken">
    /// Ends the work between two files within it, two pages, two articles, or two sentences or passages of one.
    /// </param>
    /// <exception cref="ArticleFormatException">
    /// The file can't be read; or this program failed over it (<see cref="ArticleFormatCodes.Internal"/>), as it would again.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public FileContents<Extraction> Extract(
        ReadOnlyMemory<byte> bytes, string name, ArticleLimits? limits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        try
        {
            return ExtractAll(bytes, name, limits ?? ArticleLimits.Default, cancellationToken);
        }
        catch (Exception e) when (e is not ArticleFormatException && IsOfTheFile(e))
        {
            throw ArticleFormatException.Of(e);
        }
    }

    private FileContents<Extraction> ExtractAll(
        ReadOnlyMemory<byte> bytes, string name, ArticleLimits limits, CancellationToken cancellationToken)
    {
        var articles = ArticleReader.Read(bytes, name, limits, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (articles.Count == 1)
            return new([Extract(articles[0], name, limits, cancellationToken)], articles.Unread);
        // Of those that are looked through.
        var length = articles.Where(article => article.Text.Length <= limits.MaxTextLength && article.Status == PublicationStatus.Usable)
            .Sum(article => (long)article.Text.Length);
        if (length > limits.MaxTextOfAll)
            throw new ArticleFormatException(
                ArticleFormatCodes.TooLarge,
                $"Texts of {length} characters together, where {limits.MaxTextOfAll} are allowed (MaxTextOfAll).",
                articles[0].Format);
        var (extractions, unread) = (new List<Extraction>(articles.Count), articles.Unread.ToList());
        Exception? failure = null;
        for (var i = 0; i < articles.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                extractions.Add(Extract(articles[i], $"{name}#{extractions.Count + 1}", limits, cancellationToken));
            }
            catch (Exception e) when (IsOfTheFile(e))
            {
                // One article of a feed costs none of the others, which are numbered as if it weren't there.
                failure ??= e;
                unread.Add(UnreadFile.Of($"article {i + 1}", ArticleFormatException.Of(e)));
            }
        }

        if (extractions.Count == 0)
            ExceptionDispatchInfo.Throw(failure!);
        return new(extractions, unread);
    }

    // The two large models are read for the first article, side by side: with a second processor, in the time of one.
    private static QuoteFinder ReadModels()
    {
        QuoteFinder? finder = null;
        try
        {
            Parallel.Invoke(() => finder = new QuoteFinder(), EntityRecognizer.Prepare);
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);   // out of memory, which is no fault of the article
        }

        return finder!;
    }

    /// <summary>Whether it comes of the bytes, so that it comes every time.</summary>
    private static bool IsOfTheFile(Exception e) => e is not (OutOfMemoryException or OperationCanceledException);

    private Extraction Extract(Article article, string source, ArticleLimits limits, CancellationToken cancellationToken) =>
        article.Text.Length <= limits.MaxTextLength
            ? Extract(article, source, cancellationToken)
            : throw new ArticleFormatException(
                ArticleFormatCodes.TooLarge,
                $"A text of {article.Text.Length} characters, where {limits.MaxTextLength} are allowed (MaxTextLength).",
                article.Format);

    /// <summary>
    /// What stands in the article; nothing where it may not be used, and nothing where it isn't in English: what the rules and models of
    /// English would find in it is guesswork.
    /// </summary>
    /// <param name="article">The article.</param>
    /// <param name="source">The file's name, for <see cref="Extraction.Source"/>.</param>
    /// <param name="cancellationToken">Ends the work between two sentences, paragraphs or passages.</param>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public Extraction Extract(Article article, string source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        article = article with { Language = LanguageDetector.Of(article.Text, article.Language) };
        if (article.Status != PublicationStatus.Usable || !LanguageDetector.IsEnglish(article.Language))
            return new Extraction(source, article, [], []);
        var quoteFinder = _quoteFinder.Value;
        var doc = LostBlanks.Part(Document.Parse(article.Text, article.Title, cancellationToken));
        var entities = _linker.Link(doc, _recognizer.Recognize(doc, cancellationToken), cancellationToken);
        return new Extraction(source, article, entities, quoteFinder.Find(doc, entities, cancellationToken));
    }
}
