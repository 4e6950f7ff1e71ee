using System.Text.Json;
using Ingest.Text.Documents;
using SharpCompress.Compressors.Xz;

namespace Ingest.Training.Quotes;

/// <summary>An article of PolNeAR with its attributions, spans in UTF-16 units of the text.</summary>
internal sealed record LabelledArticle(string Name, string Text, IReadOnlyList<LabelledAttribution> Attributions)
{
    /// <param name="path">JSON Lines, compressed by xz.</param>
    public static IEnumerable<LabelledArticle> Read(string path)
    {
        using var lines = new StreamReader(new XZStream(File.OpenRead(path)));
        while (lines.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            var offsets = Offsets(text);
            var attributions = json.RootElement.GetProperty("attributions").EnumerateArray()
                .Where(a => a.GetProperty("content").GetArrayLength() > 0 && a.GetProperty("cue").GetArrayLength() > 0)
                .Select(a => new LabelledAttribution(Spans(a, "source", offsets), Spans(a, "cue", offsets), Spans(a, "content", offsets)));
            yield return new LabelledArticle(json.RootElement.GetProperty("doc").GetString()!, text, [.. attributions]);
        }
    }

    /// <summary>The UTF-16 offset of each code point, and of the end.</summary>
    private static List<int> Offsets(string text)
    {
        var offsets = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
            offsets.Add(i);
        offsets.Add(text.Length);
        return offsets;
    }

    private static TextSpan[] Spans(JsonElement attribution, string part, List<int> offsets) =>
        [.. attribution.GetProperty(part)
            .EnumerateArray()
            .Select(span => new TextSpan(offsets[span[0].GetInt32()], offsets[span[1].GetInt32()]))];
}

internal sealed record LabelledAttribution(TextSpan[] Source, TextSpan[] Cue, TextSpan[] Content);
