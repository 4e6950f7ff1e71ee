using BenchmarkDotNet.Attributes;
using Ingest.Text.Articles;

namespace Ingest.Benchmarks;

/// <summary>Plain-text articles. One operation is one megabyte: a thousand milliseconds by the mean gives MB/s.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class PlainTexts
{
    private const int Megabytes = 4;

    private byte[][] _texts = [];

    [GlobalSetup]
    public void Load()
    {
        var files = Material.Files("INGEST_TEXTS", "*.txt").Select(File.ReadAllBytes).ToArray();
        var texts = new List<byte[]>();
        for (long length = 0, i = 0; length < Megabytes * 1_000_000L; length += files[i++ % files.Length].Length)
            texts.Add(files[i % files.Length]);
        _texts = [.. texts];
    }

    [Benchmark(OperationsPerInvoke = Megabytes)]
    public int Read() => _texts.Sum(text => ArticleReader.Read(text, "story.txt")[0].Text.Length);
}
