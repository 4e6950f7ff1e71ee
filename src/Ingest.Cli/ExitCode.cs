namespace Ingest.Cli;

internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Something that was asked for was not done: an unreadable file, an unreachable storage.</summary>
    public const int Failed = 1;

    /// <summary>It can't be asked like that: an unknown option, a path that isn't there.</summary>
    public const int Usage = 2;

    /// <summary>Ended by Ctrl+C before it was done: 128 + SIGINT, as shells have it.</summary>
    public const int Canceled = 130;
}
