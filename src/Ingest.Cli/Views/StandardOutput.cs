using Microsoft.Win32.SafeHandles;

namespace Ingest.Cli.Views;

/// <summary>Standard output as a stream that fails once nobody reads it, so that a command ends whose reader has seen enough.</summary>
internal static class StandardOutput
{
    private const int EndOfPipe = 32;   // EPIPE of Linux and of macOS

    /// <summary>Has everything that is printed go there.</summary>
    public static void Use()
    {
        if (IsPipe)
            Console.SetOut(new StreamWriter(Open()) { AutoFlush = true });
    }

    public static Stream Open() => IsPipe ? OpenHandle() : Console.OpenStandardOutput();

    /// <summary>Whether that is what happened: the program behind the pipe has closed its end.</summary>
    public static bool IsClosed(Exception fault) => fault is IOException { HResult: EndOfPipe };

    // The console's own stream swallows that a pipe is closed, on Unix. A file must not be opened so: its position belongs to all who
    // write to it, and a FileStream keeps one of its own.
    private static bool IsPipe { get; } = !OperatingSystem.IsWindows() && Console.IsOutputRedirected && !CanSeek();

    private static bool CanSeek()
    {
        using var output = OpenHandle();
        return output.CanSeek;
    }

    private static FileStream OpenHandle() => new(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
}
