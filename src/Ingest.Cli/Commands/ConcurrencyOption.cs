namespace Ingest.Cli.Commands;

internal sealed class ConcurrencyOption(string usual = "8") : WholeNumberOption(
    "--concurrency", "N", $"Articles that are worked on at once, from 1 to 64. Default: {usual}.", least: 1, most: 64);
