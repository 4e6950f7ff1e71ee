namespace Ingest.Tests;

/// <summary>
/// How long a test waits for what must come. Only a fault takes as long: a loaded machine takes minutes for what an idle one does in seconds.
/// </summary>
internal static class Patience
{
    public static readonly TimeSpan Most = TimeSpan.FromMinutes(5);

    /// <summary>A token that ends the waiting.</summary>
    public static CancellationTokenSource Source() => new(Most);
}
