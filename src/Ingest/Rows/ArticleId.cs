using System.Security.Cryptography;
using System.Text;

namespace Ingest.Rows;

/// <summary>The id of an article, which follows from where its file lies: the same blob always has the same id.</summary>
public static class ArticleId
{
    private const int Length = 32;

    /// <summary>32 hex digits of the SHA-256 of <c>container/blob name</c>, in UTF-8.</summary>
    /// <param name="container">Name of the container.</param>
    /// <param name="blobName">Name of the blob within it; <c>name#2</c> for the second article of a file.</param>
    public static string Of(string container, string blobName) => OfFile($"{container}/{blobName}");

    /// <summary>Id of the file's first article.</summary>
    /// <param name="path">Container and name of the blob.</param>
    internal static string OfFile(string path) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)).AsSpan(0, Length / 2));

    internal static bool IsId(string text) => text.Length == Length && text.All(char.IsAsciiHexDigitLower);
}
