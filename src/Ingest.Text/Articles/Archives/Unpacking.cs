namespace Ingest.Text.Articles.Archives;

/// <summary>
/// Counts what one file has cost while files inside files are unpacked, over all of them, and collects what could not be read.
/// </summary>
/// <param name="limits">The limits of the file.</param>
/// <param name="cancellationToken">Ends the work between two of its files, pages, items or blocks of bytes.</param>
internal sealed class Unpacking(ArticleLimits limits, CancellationToken cancellationToken)
{
    // Bytes; below this a high ratio costs nothing, and small files of blanks have one.
    private const long RatioCounts = 1024 * 1024;

    private int _depth;
    private int _files;
    private long _bytes;

    public ArticleLimits Limits { get; } = limits;

    public UnreadFiles Unread { get; } = new();

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public void ThrowIfEnded() => CancellationToken.ThrowIfCancellationRequested();

    /// <summary>The parts one by one, until the work is ended.</summary>
    public IEnumerable<T> UntilEnded<T>(IEnumerable<T> parts)
    {
        foreach (var part in parts)
        {
            ThrowIfEnded();
            yield return part;
        }
    }

    /// <summary>
    /// The articles of all these files. Files that cannot be read are noted, as long as another can be read. Files that are not for
    /// reading, such as the pictures in every archive, are skipped.
    /// </summary>
    /// <param name="members">The files.</param>
    /// <param name="what">What contains the files, for messages.</param>
    /// <param name="before">Articles that go before those of the files.</param>
    /// <exception cref="ArticleFormatException">There is no article, or a limit is exceeded.</exception>
    public IReadOnlyList<Article> ReadAll(IEnumerable<Member> members, string what, params IReadOnlyList<Article> before) => Nested(() =>
    {
        var articles = new List<Article>(before);
        var mark = Unread.Mark();
        if (ReadAll(members, what, articles) is not { } failure)
            return articles;
        // Then the archive has one failure, and none for each of its files.
        Unread.Forget(mark);
        throw failure;
    });

    /// <summary>The articles of a file that another file only wraps, and that has no name of its own.</summary>
    public IReadOnlyList<Article> ReadInner(PackedFile file) => Nested(() => ArticleReader.ReadFile(file, this));

    /// <summary>All bytes of the stream, within the limits.</summary>
    /// <param name="stream">A stream that unpacks while it is read.</param>
    /// <param name="packedBytes">The packed size.</param>
    /// <exception cref="ArticleFormatException">The stream gives more bytes than the limits allow.</exception>
    public ReadOnlyMemory<byte> Unpack(Stream stream, long packedBytes) =>
        Unpack(stream, packedBytes, out var fault) is var bytes && fault is null ? bytes : throw fault;

    /// <summary>Like <see cref="Unpack(Stream, long)"/>, but gives the bytes before a fault as well.</summary>
    public ReadOnlyMemory<byte> Unpack(Stream stream, long packedBytes, out Exception? fault)
    {
        var unpacked = new MemoryStream();
        var buffer = new byte[64 * 1024];
        fault = null;
        try
        {
            while (stream.Read(buffer) is > 0 and var count)
            {
                ThrowIfEnded();
                unpacked.Write(buffer, 0, count);
                _bytes += count;
                Check(unpacked.Length, packedBytes);
            }
        }
        catch (Exception e) when (ArchiveFault.Is(e))
        {
            fault = e;
        }

        return unpacked.GetBuffer().AsMemory(0, (int)unpacked.Length);
    }

    /// <summary>Counts bytes that other code unpacks.</summary>
    /// <exception cref="ArticleFormatException">The bytes are more than the limits allow.</exception>
    public void Count(long unpackedBytes, long packedBytes)
    {
        _bytes += unpackedBytes;
        Check(unpackedBytes, packedBytes);
    }

    private IReadOnlyList<Article> Nested(Func<IReadOnlyList<Article>> read)
    {
        if (_depth == Limits.MaxDepth)
            throw new ArticleFormatException(
                ArticleFormatCodes.TooDeep, $"Archives nest more than {Limits.MaxDepth} deep (MaxDepth).");
        _depth++;
        try
        {
            return read();
        }
        finally
        {
            _depth--;
        }
    }

    /// <returns>The reason why there is no article; null when there is one.</returns>
    private ArticleFormatException? ReadAll(IEnumerable<Member> members, string what, List<Article> articles)
    {
        ArticleFormatException? failure = null;
        var hasPictures = false;
        using var rest = members.GetEnumerator();
        while (true)
        {
            ThrowIfEnded();
            var (member, isUnpacked) = ((Member?)null, false);
            try
            {
                if (!rest.MoveNext())
                    break;
                member = rest.Current;
                ThrowIfOver(++_files, Limits.MaxFiles, "files in it", nameof(Limits.MaxFiles));
                if (Accompaniment.IsNamed(member.Name) || member.Unpack() is var bytes && Accompaniment.Is(bytes.Span))
                {
                    hasPictures = true;
                    continue;
                }

                isUnpacked = true;
                articles.AddRange(Read(member, bytes));
                ThrowIfOver(articles.Count, Limits.MaxArticles, "articles", nameof(Limits.MaxArticles));
            }
            catch (Exception e) when (IsOfOne(e, isUnpacked))
            {
                var reason = ReasonOf(e, isUnpacked, member is null ? what : "file");
                failure ??= reason;
                if (member is null)
                    Unread.BreakOff(reason);
                else
                    Unread.Add(member.Label, reason);
            }
        }

        return articles.Count > 0 ? null : failure ?? NothingToRead(what, hasPictures);
    }

    /// <summary>Ends the work on all files where their common limit is exceeded.</summary>
    private static void ThrowIfOver(int count, int limit, string what, string limitName)
    {
        if (count > limit)
            throw new ArticleFormatException(ArticleFormatCodes.TooMany, $"More than {limit} {what} ({limitName}).") { EndsAll = true };
    }

    /// <summary>An exception over the bytes of an unpacked file is a fault of this program, and not a broken archive.</summary>
    private static ArticleFormatException ReasonOf(Exception e, bool isUnpacked, string what) =>
        isUnpacked || e is ArticleFormatException ? ArticleFormatException.Of(e) : ArchiveFault.Of(what);

    private static ArticleFormatException NothingToRead(string what, bool hasPictures) => hasPictures
        ? new ArticleFormatException(ArticleFormatCodes.UnknownFormat, $"The {what} holds only pictures and the like.")
        : new ArticleFormatException(ArticleFormatCodes.NoArticle, $"The {what} holds no file that is an article.");

    /// <summary>
    /// Whether the exception fails only one file: a reason of its own, a fault of the library while the file is unpacked, or a fault of
    /// this program afterwards.
    /// </summary>
    private static bool IsOfOne(Exception e, bool isUnpacked) =>
        e is ArticleFormatException reason ? !reason.EndsAll
            : isUnpacked ? e is not (OutOfMemoryException or OperationCanceledException)
            : ArchiveFault.Is(e);

    private IEnumerable<Article> Read(Member member, ReadOnlyMemory<byte> bytes)
    {
        using (Unread.Within(member.Label))
        {
            var articles = ArticleReader.ReadFile(new PackedFile(member.Name, bytes), this);
            return articles.Select(article => article.Url is null && member.Url is not null ? article with { Url = member.Url } : article);
        }
    }

    private void Check(long unpackedBytes, long packedBytes)
    {
        if (unpackedBytes > Limits.MaxBytes)
            throw new ArticleFormatException(
                ArticleFormatCodes.TooLarge, $"A file unpacks to more than {Limits.MaxBytes} bytes (MaxBytes).");
        if (_bytes > Limits.MaxUnpackedBytes)
            throw new ArticleFormatException(
                ArticleFormatCodes.TooLarge,
                $"All files together unpack to more than {Limits.MaxUnpackedBytes} bytes (MaxUnpackedBytes).")
            { EndsAll = true };
        if (unpackedBytes > RatioCounts && unpackedBytes / Limits.MaxRatio > packedBytes)
            throw new ArticleFormatException(
                ArticleFormatCodes.TooLarge, $"A file unpacks to more than {Limits.MaxRatio} times its size (MaxRatio).");
    }
}
