using System.Text;
using System.Text.Json;
using SharpCompress.Compressors.Xz;

namespace Ingest.Training.Corpora;

/// <summary>Raw news, a JSON object a line.</summary>
internal static class RawTexts
{
    public static IEnumerable<string> Read(string folder) =>
        Directory.EnumerateFiles(folder, "*.jsonl.xz")
            .Order(StringComparer.Ordinal)
            .SelectMany(path => Lines(path).Select(line => line.GetProperty("text").GetString()!));

    /// <summary>The objects of a compressed JSON Lines file.</summary>
    public static IEnumerable<JsonElement> Lines(string path)
    {
        using var xz = new XZStream(File.OpenRead(path));
        using var reader = new StreamReader(xz, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
                yield return JsonDocument.Parse(line).RootElement;
        }
    }
}
