using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ingest.Rows;

/// <summary>The id of an article, which follows from where its file lies: the same blob always has the same id.</summary>
public static class ArticleId
{
    private const int Length = 32;

    /// <summary>
    /// 32 hex digits of the SHA-256, in UTF-8, of <c>container/blob name</c>, and of <c>container/blob name#2</c> for the second article of
    /// a file. A blob may have a name like that itself: its articles are numbered from the first on, so that none has the id of another
    /// file's.
    /// </summary>
    /// <param name="container">Name of the container.</param>
    /// <param name="blobName">Name of the blob within it.</param>
    /// <param name="number">Of the article within its file, from 1.</param>
    public static string Of(string container, string blobName, int number = 1) => OfFile($"{container}/{blobName}", number);

    /// <param name="path">Container and name of the blob.</param>
    /// <param name="number">Of the article within its file, from 1.</param>
    internal static string OfFile(string path, int number = 1)
    {
        var source = number > 1 || IsNumbered(path) ? string.Create(CultureInfo.InvariantCulture, $"{path}#{number}") : path;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)).AsSpan(0, Length / 2));
    }

    internal static bool IsId(string text) => text.Length == Length && text.All(char.IsAsciiHexDigitLower);

    private static bool IsNumbered(string path) =>
        path.LastIndexOf('#') is >= 0 and var at && at + 1 < path.Length && path.AsSpan(at + 1).IndexOfAnyExceptInRange('0', '9') < 0;
}
