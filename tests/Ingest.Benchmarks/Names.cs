using BenchmarkDotNet.Attributes;
using Ingest.Text.Documents;
using Ingest.Text.Entities;

namespace Ingest.Benchmarks;

/// <summary>
/// The names of plain-text articles, found and joined. One operation is a thousand tokens: a billion by the mean in microseconds gives
/// tokens a second.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class Names
{
    private const int Kilotokens = 200;

    private readonly EntityRecognizer _recognizer = new();
    private readonly EntityLinker _linker = new();
    private readonly List<(Document Doc, IReadOnlyList<Mention> Mentions)> _articles = [];

    [GlobalSetup]
    public void Load()
    {
        var files = Material.Files("INGEST_TEXTS", "*.txt").Select(File.ReadAllText).ToArray();
        for (int tokens = 0, i = 0; tokens < Kilotokens * 1000; i++)
        {
            var doc = Document.Parse(files[i % files.Length]);
            tokens += doc.Tokens.Count;
            _articles.Add((doc, _recognizer.Recognize(doc)));
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Kilotokens)]
    public int Recognize() => _articles.Sum(article => _recognizer.Recognize(article.Doc).Count);

    [Benchmark(OperationsPerInvoke = Kilotokens)]
    public int RecognizeAndLink() => _articles.Sum(article => _linker.Link(article.Doc, _recognizer.Recognize(article.Doc)).Count);

    /// <summary>What a result takes by itself: it is allocated in any case.</summary>
    [Benchmark(OperationsPerInvoke = Kilotokens)]
    public int KeepMentions() => _articles.Sum(article => article.Mentions.ToArray().Length);
}
