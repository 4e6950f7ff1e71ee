using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Ingest.Text;
using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Quotes;

namespace Ingest.Benchmarks;

/// <summary>The first use in a process: models and lists are read, and what reads and uses them is compiled.</summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 12, warmupCount: 0, iterationCount: 1, invocationCount: 1)]
public class FirstUse
{
    private readonly Document _doc = Document.Parse("Ines Okafor spoke in Port Ellery.");

    [Benchmark]
    public int FindNames() => new EntityRecognizer().Recognize(_doc).Count;

    /// <summary>The model of quotes and what it shares with names: the clusters of words.</summary>
    [Benchmark]
    public int FindQuotes() => new QuoteFinder().Find(_doc, []).Count;

    [Benchmark]
    public int Extract() =>
        new Extractor().Extract("Ines Okafor spoke in Port Ellery. \"We go,\" she said."u8.ToArray(), "story.txt")[0].Quotes.Count;
}
