namespace Ingest.Cli.Commands;

internal sealed class ConcurrencyOption() : WholeNumberOption(
    "--concurrency", "N", "Articles that are worked on at once, from 1 to 64. Default: 8.", least: 1, most: 64);
