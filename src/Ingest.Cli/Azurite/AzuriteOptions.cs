namespace Ingest.Cli.Azurite;

internal sealed record AzuriteOptions
{
    /// <summary>Where the data stays; null for a temporary folder that goes when Azurite does.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether to take ports 10000 to 10002, which other tools look at, where nothing else has them. Otherwise any free ones.</summary>
    public bool PreferUsualPorts { get; init; }

    /// <summary>These ports and no others, as after a restart. Null: any.</summary>
    public (int Blob, int Queue, int Table)? Ports { get; init; }

    /// <summary>
    /// Whether to answer clients that speak a newer API version than Azurite knows, as those of the Functions host and of newer tools do.
    /// </summary>
    public bool AcceptsNewerVersions { get; init; }

    /// <summary>Hears of what takes long: the installation on first use.</summary>
    public Action<string> Tell { get; init; } = _ => { };
}
