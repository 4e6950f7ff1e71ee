using System.Diagnostics;
using System.Reflection;

namespace Ingest.Text.Articles;

/// <summary>The bytes can't be read as an article. Permanent: the same bytes fail the same way every time. With the code
/// <see cref="ArticleFormatCodes.Internal"/> it is this program that failed, and the inner exception says how.</summary>
/// <param name="code">One of <see cref="ArticleFormatCodes"/>.</param>
/// <param name="message">The reason in a sentence.</param>
/// <param name="format">The format in which the bytes were read.</param>
/// <param name="offset">The offset of the fault in the bytes.</param>
/// <param name="inner">The exception that made this program fail, with its stack; null when the bytes are at fault.</param>
public sealed class ArticleFormatException(
    string code, string message, ArticleFormat? format = null, long? offset = null, Exception? inner = null)
    : FormatException(message, inner)
{
    /// <summary>A stable word for the reason, one of <see cref="ArticleFormatCodes"/>.</summary>
    public string Code { get; } = code;

    /// <summary>The format in which the bytes were read; null when it was not known.</summary>
    public ArticleFormat? Format { get; } = format;

    /// <summary>The offset of the fault in the bytes; null when it has no single place.</summary>
    public long? Offset { get; } = offset;

    /// <summary>
    /// Whether a limit of the whole file is exceeded, and not one of a file inside. Then nothing more of the file is read, and nothing of
    /// it is kept.
    /// </summary>
    internal bool EndsAll { get; init; }

    /// <summary>
    /// The exception itself if it is one of these. For any other exception: that this program failed, how, and in which of its methods,
    /// for the failure's row. The exception stays inside, for the log.
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

/// <summary>Reasons why a file cannot be read. The words are stable, because rows and dashboards contain them.</summary>
public static class ArticleFormatCodes
{
    /// <summary>No bytes, or nothing but white space.</summary>
    public const string Empty = "empty";

    /// <summary>Neither text nor a format that is known: an image, a program, noise.</summary>
    public const string UnknownFormat = "unknown-format";

    /// <summary>Readable, but without any text that could be an article.</summary>
    public const string NoArticle = "no-article";

    /// <summary>Of a known format, but broken: cut off, not closed, or not what its head says.</summary>
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
