using BenchmarkDotNet.Attributes;
using Ingest.Text;
using Ingest.Text.Documents;

namespace Ingest.Benchmarks;

/// <summary>
/// The whole engine: bytes of plain text to values. One operation is a thousand tokens: a billion by the mean in microseconds gives tokens
/// a second.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class Engine
{
    private const int Kilotokens = 200;

    private readonly Extractor _extractor = new();
    private readonly List<byte[]> _texts = [];

    [GlobalSetup]
    public void Load()
    {
        var files = Material.Files("INGEST_TEXTS", "*.txt").Select(File.ReadAllBytes).ToArray();
        for (int tokens = 0, i = 0; tokens < Kilotokens * 1000; i++)
        {
            var text = files[i % files.Length];
            tokens += Document.Parse(_extractor.Extract(text, "story.txt")[0].Article.Text).Tokens.Count;
            _texts.Add(text);
        }
    }

    [Benchmark(OperationsPerInvoke = Kilotokens)]
    public int Extract() => _texts.Sum(text => _extractor.Extract(text, "story.txt")[0].Quotes.Count);
}
