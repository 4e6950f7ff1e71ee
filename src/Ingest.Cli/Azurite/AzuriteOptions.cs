namespace Ingest.Cli.Azurite;

internal sealed record AzuriteOptions
{
    /// <summary>Where the data stays; null for a temporary folder that goes when Azurite does.</summary>
    public string? Folder { get; init; }

    /// <summary>
    /// Whether nothing is written to any folder. Otherwise Azurite writes all the rows that it has every five seconds, as one string, which
    /// holds half a gigabyte at most.
    /// </summary>
    public bool InMemory { get; init; }

    /// <summary>The ports that other tools look at: https://learn.microsoft.com/azure/storage/common/storage-use-azurite</summary>
    public static (int Blob, int Queue, int Table) UsualPorts { get; } = (10000, 10001, 10002);

    /// <summary>These ports where nothing else has one of them, otherwise any free ones. Null: any.</summary>
    public (int Blob, int Queue, int Table)? PreferredPorts { get; init; }

    /// <summary>These ports and no others, as after a restart. Null: any.</summary>
    public (int Blob, int Queue, int Table)? Ports { get; init; }

    /// <summary>
    /// Whether to answer clients that speak a newer API version than Azurite knows, as those of the Functions host and of newer tools do.
    /// </summary>
    public bool AcceptsNewerVersions { get; init; }

    /// <summary>Hears of what takes long, the installation on first use, and that what it holds can't be saved, and can again.</summary>
    public Action<string> Tell { get; init; } = _ => { };
}
