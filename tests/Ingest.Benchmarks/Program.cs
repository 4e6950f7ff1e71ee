using BenchmarkDotNet.Running;
using Ingest.Benchmarks;

BenchmarkSwitcher.FromTypes([typeof(Pages), typeof(PlainTexts)]).Run(args);
