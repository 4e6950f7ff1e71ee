using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Ingest.Text.Documents;
using Ingest.Text.Entities;

namespace Ingest.Benchmarks;

/// <summary>The first name of a process: the model and the lists are read, and what reads them is compiled.</summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 12, warmupCount: 0, iterationCount: 1, invocationCount: 1)]
public class FirstName
{
    private readonly Document _doc = Document.Parse("Ines Okafor spoke in Port Ellery.");

    [Benchmark]
    public int Find() => new EntityRecognizer().Recognize(_doc).Count;
}
