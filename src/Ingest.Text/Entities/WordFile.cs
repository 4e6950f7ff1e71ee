using System.Text;

namespace Ingest.Text.Entities;

/// <summary>The files of Data/, which the assembly carries.</summary>
internal static class WordFile
{
    public static byte[] Bytes(string name)
    {
        using var stream = typeof(WordFile).Assembly.GetManifestResourceStream($"Entities.{name}")
            ?? throw new InvalidOperationException($"The assembly carries no Entities.{name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>UTF-8 without a byte-order mark.</summary>
    public static IEnumerable<string> Lines(string name) =>
        Encoding.UTF8.GetString(Bytes(name)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
