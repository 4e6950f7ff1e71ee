namespace Ingest.Cli.Load;

/// <summary>What one kind of delivery came to.</summary>
/// <param name="Name">Which.</param>
/// <param name="Articles">How many were delivered.</param>
/// <param name="Failed">How many of them were not done, or not as they should have been.</param>
/// <param name="Elapsed">All of it.</param>
/// <param name="Milliseconds">Of one article, from its delivery to its last row: the half, 95 and 99 of a hundred take at most so
/// long.</param>
/// <param name="Operations">Requests to the storage.</param>
/// <param name="PeakMemory">Bytes of the working set, in each fifth of the phase.</param>
internal sealed record LoadPhase(
    string Name, int Articles, int Failed, TimeSpan Elapsed, (double P50, double P95, double P99) Milliseconds, OperationCounts Operations,
    IReadOnlyList<long> PeakMemory)
{
    public double ArticlesPerSecond => Articles / Elapsed.TotalSeconds;
}
