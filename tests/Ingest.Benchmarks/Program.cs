using BenchmarkDotNet.Running;
using Ingest.Benchmarks;

BenchmarkSwitcher.FromTypes([typeof(Pages), typeof(PlainTexts), typeof(Names), typeof(Engine), typeof(FirstUse)]).Run(args);
