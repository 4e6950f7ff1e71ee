namespace Ingest.Text.Articles.Archives;

/// <summary>What one file may still cost while archives within archives are unpacked. Counts over all of them.</summary>
internal sealed class Unpacking(ArticleLimits limits)
{
    // Bytes; below this a high ratio costs nothing, and small files of blanks have one.
    private const long RatioCounts = 1024 * 1024;

    private int _depth;
    private int _files;
    private long _bytes;

    public ArticleLimits Limits { get; } = limits;

    /// <summary>The articles of all these files. What holds none is passed over as long as another does; pictures lie in every archive.</summary>
    /// <exception cref="ArticleFormatException">None of them holds an article, or a limit is exceeded.</exception>
    public IReadOnlyList<Article> ReadAll(IEnumerable<PackedFile> files, string what)
    {
        if (++_depth > Limits.MaxDepth)
            throw new ArticleFormatException(ArticleFormatCodes.TooDeep, $"Archives lie more than {Limits.MaxDepth} deep in each other.");
        var articles = new List<Article>();
        ArticleFormatException? failure = null;
        foreach (var file in files)
        {
            if (++_files > Limits.MaxFiles)
                throw new ArticleFormatException(ArticleFormatCodes.TooMany, $"More than {Limits.MaxFiles} files in it.");
            try
            {
                articles.AddRange(ArticleReader.ReadFile(file, this).Select(article => article.Url is null && file.Url is not null ? article with { Url = file.Url } : article));
            }
            catch (ArticleFormatException e) when (!e.IsLimit)
            {
                failure ??= e;
            }

            if (articles.Count > Limits.MaxArticles)
                throw new ArticleFormatException(ArticleFormatCodes.TooMany, $"More than {Limits.MaxArticles} articles.");
        }

        _depth--;
        if (articles.Count > 0)
            return articles;
        throw failure ?? new ArticleFormatException(ArticleFormatCodes.NoArticle, $"The {what} holds no file that is an article.");
    }

    /// <summary>All that the stream gives, within the limits.</summary>
    /// <param name="stream">What unpacks as it is read.</param>
    /// <param name="packedBytes">The size that it has packed.</param>
    /// <exception cref="ArticleFormatException">It gives more than the limits allow.</exception>
    public ReadOnlyMemory<byte> Unpack(Stream stream, long packedBytes)
    {
        var unpacked = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (stream.Read(buffer) is > 0 and var count)
        {
            unpacked.Write(buffer, 0, count);
            _bytes += count;
            if (unpacked.Length > Limits.MaxBytes || _bytes > Limits.MaxUnpackedBytes)
                throw new ArticleFormatException(ArticleFormatCodes.TooLarge, $"It unpacks to more than {Math.Min(Limits.MaxBytes, Limits.MaxUnpackedBytes)} bytes.");
            if (unpacked.Length > RatioCounts && unpacked.Length / Limits.MaxRatio > packedBytes)
                throw new ArticleFormatException(ArticleFormatCodes.TooLarge, $"It unpacks to more than {Limits.MaxRatio} times its size.");
        }

        return unpacked.GetBuffer().AsMemory(0, (int)unpacked.Length);
    }
}
