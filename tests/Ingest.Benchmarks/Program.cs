using BenchmarkDotNet.Running;
using Ingest.Benchmarks;

BenchmarkSwitcher.FromTypes([typeof(Pages), typeof(PlainTexts), typeof(Names), typeof(FirstName)]).Run(args);
