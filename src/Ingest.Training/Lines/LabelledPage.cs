using System.Formats.Tar;
using System.Text;
using System.Text.Json;
using Ingest.Text.Articles.Files;
using SharpCompress.Compressors.Xz;

namespace Ingest.Training.Lines;

/// <summary>A page, and what people read out of it; null where the set doesn't say.</summary>
internal sealed record LabelledPage(string Name, string Html, string? Title, string? Authors, string? Date, string Text)
{
    /// <summary>The pages of <c>html/news.tar.xz</c> and <c>html/blogs.tar.xz</c> under the folder, by name.</summary>
    public static IEnumerable<LabelledPage> Read(string folder) =>
        ReadArchive($"{folder}/html/news.tar.xz").Concat(ReadArchive($"{folder}/html/blogs.tar.xz"));

    private static IEnumerable<LabelledPage> ReadArchive(string path)
    {
        var set = Path.GetFileName(path).Split('.')[0];
        var pages = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var truths = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        using var xz = new XZStream(File.OpenRead(path));
        using var tar = new TarReader(xz);
        while (tar.GetNextEntry(copyData: true) is { } entry)
        {
            if (entry.DataStream is not { } data)
                continue;
            using var bytes = new MemoryStream();
            data.CopyTo(bytes);
            var name = Path.GetFileNameWithoutExtension(entry.Name);
            if (entry.Name.EndsWith(".html", StringComparison.Ordinal))
                pages.Add(name, CharacterSet.Decode(bytes.ToArray()));
            else if (entry.Name.EndsWith("truth.json", StringComparison.Ordinal))
                AddAll(JsonDocument.Parse(Encoding.UTF8.GetString(bytes.ToArray())).RootElement, truths);
            else if (entry.Name.EndsWith(".json", StringComparison.Ordinal))
                truths.Add(name, JsonDocument.Parse(Encoding.UTF8.GetString(bytes.ToArray())).RootElement.GetProperty("ground_truth"));
        }

        foreach (var (name, html) in pages)
        {
            if (truths.TryGetValue(name, out var truth))
            {
                yield return new LabelledPage(
                    $"{set}/{name}",
                    html,
                    Said(truth, "title"),
                    Said(truth, "authors") ?? Said(truth, "author"),
                    Said(truth, "date") ?? Said(truth, "publish_date"),
                    Said(truth, "text") ?? Said(truth, "main_content") ?? "");
            }
        }
    }

    private static void AddAll(JsonElement list, Dictionary<string, JsonElement> truths)
    {
        foreach (var truth in list.EnumerateArray())
            truths.Add(Path.GetFileNameWithoutExtension(truth.GetProperty("html_file").GetString()!), truth);
    }

    private static string? Said(JsonElement truth, string name) =>
        truth.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } said
            ? said
            : null;
}
