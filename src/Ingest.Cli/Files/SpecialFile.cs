using System.Runtime.InteropServices;

namespace Ingest.Cli.Files;

/// <summary>
/// What has the name of a file and no content of its own: whoever opens a pipe that nobody writes to waits for ever. The library tells it
/// from a file only once it is open, so the system is asked.
/// </summary>
internal static class SpecialFile
{
    // As the runtime hands them on from stat(2), on every system:
    // https://github.com/dotnet/runtime/blob/v10.0.0/src/libraries/Common/src/Interop/Unix/System.Native/Interop.Stat.cs
    private const int TypeMask = 0xF000;

    private const int Pipe = 0x1000, CharacterDevice = 0x2000, BlockDevice = 0x6000, RegularFile = 0x8000, Socket = 0xC000;

    // Its status is 120 bytes, of which the second four are the mode.
    private const int StatusLength = 256, ModeAt = 4;

    // The runtime promises nobody this function. Where it is gone, or its struct is another one, no file is told from a pipe, and none is
    // passed over by mistake.
    private static readonly Lazy<bool> IsUsable = new(() => !OperatingSystem.IsWindows() && Tells(Stat));

    /// <summary>Fills the status of what is at the path; 0 when it is there.</summary>
    internal delegate int ReadStatus(string path, byte[] status);

    /// <summary>"a pipe", "a device" or "a socket", be it that or a link to one; null for files, folders and what isn't there.</summary>
    public static string? KindOf(string path) => IsUsable.Value ? TypeOf(path, Stat) switch
    {
        Pipe => "a pipe",
        CharacterDevice or BlockDevice => "a device",
        Socket => "a socket",
        _ => null,
    } : null;

    /// <summary>Whether the function is there and says of two things, of which that is known, what they are.</summary>
    internal static bool Tells(ReadStatus read)
    {
        try
        {
            return TypeOf(Environment.ProcessPath ?? "", read) == RegularFile && TypeOf("/dev/null", read) == CharacterDevice;
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Null when nothing is there.</summary>
    private static int? TypeOf(string path, ReadStatus read)
    {
        var status = new byte[StatusLength];
        return read(path, status) == 0 ? BitConverter.ToInt32(status, ModeAt) & TypeMask : null;
    }

    [DllImport("libSystem.Native", EntryPoint = "SystemNative_Stat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern int Stat([MarshalAs(UnmanagedType.LPUTF8Str)] string path, [Out] byte[] status);
}
