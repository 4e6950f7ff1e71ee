using System.Diagnostics;
using System.Reflection;

namespace Ingest.Text.Articles;

/// <summary>The bytes can't be read as an article. Permanent: the same bytes fail the same way every time. With the code
/// <see cref="ArticleFormatCodes.Internal"/> it is this program that failed, and the inner exception says how.</summary>
/// <param name="code">One of <see cref="ArticleFormatCodes"/>.</param>
/// <param name="message">The reason in a sentence.</param>
/// <param name="format">What the bytes were taken for.</param>
/// <param name="offset">Where in the bytes it went wrong.</param>
/// <param name="inner">What made this program fail, with its stack; null when it is the bytes that are wrong.</param>
public sealed class ArticleFormatException(
    string code, string message, ArticleFormat? format = null, long? offset = null, Exception? inner = null)
    : FormatException(message, inner)
{
    /// <summary>A stable word for the reason, one of <see cref="ArticleFormatCodes"/>.</summary>
    public string Code { get; } = code;

    /// <summary>What the bytes were taken for; null when they were taken for nothing.</summary>
    public ArticleFormat? Format { get; } = format;

    /// <summary>Where in the bytes it went wrong; null when it is nowhere in particular.</summary>
    public long? Offset { get; } = offset;

    /// <summary>
    /// A limit of the whole file is exceeded, not of one file within: nothing more of it is looked at, and nothing of it is kept.
    /// </summary>
    internal bool EndsAll { get; init; }

    /// <summary>
    /// The reason itself, or, of any other exception, that this program failed, how, and in which of its methods, for the row of the
    /// failure. The exception stays within it, for the log.
    /// </summary>
    internal static ArticleFormatException Of(Exception e)
    {
        if (e is ArticleFormatException reason)
            return reason;
        var method = new StackTrace(e).GetFrames().Select(frame => frame.GetMethod()).FirstOrDefault(IsOurs);
        var place = method is null ? "" : $", in {method.DeclaringType!.Name}.{method.Name}";
        return new ArticleFormatException(
            ArticleFormatCodes.Internal, $"The engine failed over it{place}: {e.GetType().Name}: {e.Message}", inner: e);

        static bool IsOurs(MethodBase? method) =>
            method?.DeclaringType?.Assembly.GetName().Name?.StartsWith("Ingest", StringComparison.Ordinal) == true;
    }
}

/// <summary>Why a file can't be read. Stable: rows and dashboards hold these words.</summary>
public static class ArticleFormatCodes
{
    /// <summary>No bytes, or nothing but white space.</summary>
    public const string Empty = "empty";

    /// <summary>Neither text nor a format that is known: an image, a program, noise.</summary>
    public const string UnknownFormat = "unknown-format";

    /// <summary>Readable, but without any text that could be an article.</summary>
    public const string NoArticle = "no-article";

    /// <summary>Of a format that is known, and broken: cut off, not closed, not what its head says.</summary>
    public const string Malformed = "malformed";

    /// <summary>More bytes than the limit allows, in the file or in what it unpacks to.</summary>
    public const string TooLarge = "too-large";

    /// <summary>More articles, or more files within the file, than the limit allows.</summary>
    public const string TooMany = "too-many";

    /// <summary>Archives in archives, or elements in elements, deeper than the limit allows.</summary>
    public const string TooDeep = "too-deep";

    /// <summary>This program itself failed over an article; the others of the file are read.</summary>
    public const string Internal = "internal";
}
