using System.Text;
using BenchmarkDotNet.Attributes;
using Ingest.Text.Articles;
using SmartReader;

namespace Ingest.Benchmarks;

/// <summary>Saved news pages, read as articles; SmartReader, the port of Readability, is the baseline. One operation is one page.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class Pages
{
    // A round of them all would take SmartReader half a minute.
    private const int Count = 40;

    private byte[][] _pages = [];

    [GlobalSetup]
    public void Load() => _pages = [.. Material.Files("INGEST_PAGES", "*.html").Take(Count).Select(File.ReadAllBytes)];

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int SmartReaderPages() =>
        // By name: the overload of two strings would fetch the address and take the page for the agent's name.
        _pages.Sum(page => Reader.ParseArticle("https://news.example/", text: Encoding.UTF8.GetString(page)).TextContent?.Length ?? 0);

    [Benchmark(OperationsPerInvoke = Count)]
    public int IngestPages() => _pages.Sum(page => ArticleReader.Read(page, "page.html")[0].Text.Length);
}
