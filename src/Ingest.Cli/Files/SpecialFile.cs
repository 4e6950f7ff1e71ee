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
    private const int TypeMask = 0xF000, Pipe = 0x1000, CharacterDevice = 0x2000, BlockDevice = 0x6000, Socket = 0xC000;

    // Its status is 120 bytes, of which the second four are the mode.
    private const int StatusLength = 256, ModeAt = 4;

    /// <summary>"a pipe", "a device" or "a socket", be it that or a link to one; null for files, folders and what isn't there.</summary>
    public static string? KindOf(string path)
    {
        if (OperatingSystem.IsWindows())
            return null;
        var status = new byte[StatusLength];
        return Stat(path, status) != 0 ? null : (BitConverter.ToInt32(status, ModeAt) & TypeMask) switch
        {
            Pipe => "a pipe",
            CharacterDevice or BlockDevice => "a device",
            Socket => "a socket",
            _ => null,
        };
    }

    [DllImport("libSystem.Native", EntryPoint = "SystemNative_Stat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Stat([MarshalAs(UnmanagedType.LPUTF8Str)] string path, [Out] byte[] status);
}
