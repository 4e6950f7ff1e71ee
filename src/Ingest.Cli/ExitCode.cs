using System.Runtime.InteropServices;

namespace Ingest.Cli;

internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Something that was asked for was not done: an unreadable file, an unreachable storage.</summary>
    public const int Failed = 1;

    /// <summary>It can't be asked like that: an unknown option, a path that isn't there.</summary>
    public const int Usage = 2;

    /// <summary>Nobody reads what it prints any more: 128 + SIGPIPE, as shells have it.</summary>
    public const int PipeClosed = 128 + 13;

    /// <summary>Ended before it was done, by Ctrl+C (130) or a request to end (143): 128 + the signal, as shells have it.</summary>
    public static int Of(PosixSignal signal) => signal == PosixSignal.SIGTERM ? 128 + 15 : 128 + 2;
}
