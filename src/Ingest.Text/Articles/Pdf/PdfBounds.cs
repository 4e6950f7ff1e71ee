using Ingest.Text.Articles.Archives;

namespace Ingest.Text.Articles.Pdf;

/// <summary>
/// Counts what a PDF has cost so far, against its limits. The library is lenient and reads on past an exception, so <see cref="Fault"/>
/// keeps the first limit that was exceeded.
/// </summary>
internal sealed class PdfBounds(Unpacking unpacking)
{
    // Bytes of the shortest operator and the blank behind it.
    private const int BytesOfOperator = 2;

    private long _bytesOfPage;
    private long _operatorsOfPage;
    private int _lettersOfPage;
    private long _letters;

    public ArticleLimits Limits => unpacking.Limits;

    /// <summary>The first limit that was exceeded; null where none was.</summary>
    public ArticleFormatException? Fault { get; private set; }

    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public void ThrowIfEnded() => unpacking.ThrowIfEnded();

    /// <exception cref="ArticleFormatException">A limit was exceeded before.</exception>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public void ThrowIfOver()
    {
        ThrowIfEnded();
        if (Fault is not null)
            throw Fault;
    }

    public void BeginPage() => (_bytesOfPage, _operatorsOfPage, _lettersOfPage) = (0, 0, 0);

    /// <summary>Unpacks a stream to see whether it is within the limits.</summary>
    public int CountUnpacked(Stream stream, int packedBytes) => Guard(() => unpacking.Unpack(stream, packedBytes, out _).Length);

    /// <summary>Counts a stream that unpacks to so many bytes, or the memory that unpacking takes.</summary>
    public void CountUnpacked(long bytes, long packedBytes) => Guard(() =>
    {
        unpacking.Count(bytes, packedBytes);
        return bytes;
    });

    /// <summary>Counts content that the page draws, unpacked.</summary>
    public void CountContent(long bytes)
    {
        _bytesOfPage += bytes;
        if (_bytesOfPage > Limits.MaxPageBytes)
            throw Refuse($"A page draws more than {Limits.MaxPageBytes} bytes (MaxPageBytes).");
    }

    /// <summary>
    /// Counts operators that the page runs. A form that is drawn a thousand times is unpacked once and runs a thousand times.
    /// </summary>
    public void CountOperators(int count)
    {
        ThrowIfOver();
        _operatorsOfPage += count;
        if (_operatorsOfPage > Limits.MaxPageBytes / BytesOfOperator)
            throw Refuse($"A page runs more operators than {Limits.MaxPageBytes} bytes hold (MaxPageBytes).");
    }

    /// <summary>Counts a letter that the page draws.</summary>
    public void CountLetter(bool isBlank)
    {
        ThrowIfOver();
        if (++_lettersOfPage > Limits.MaxPageLetters)
            throw Refuse($"A page draws more than {Limits.MaxPageLetters} letters (MaxPageLetters).");
        if (!isBlank && ++_letters > Limits.MaxTextLength)
            throw Refuse($"The pages draw more than {Limits.MaxTextLength} letters (MaxTextLength).");
    }

    private T Guard<T>(Func<T> count)
    {
        ThrowIfOver();
        try
        {
            return count();
        }
        catch (ArticleFormatException e)
        {
            Fault = e;
            throw;
        }
    }

    private ArticleFormatException Refuse(string message) =>
        Fault ??= new ArticleFormatException(ArticleFormatCodes.TooLarge, message, ArticleFormat.Pdf);
}
