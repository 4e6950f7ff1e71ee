namespace Ingest.Cli.Files;

/// <summary>A file that one process at a time holds open, so that the others know of it.</summary>
internal static class FileLock
{
    /// <summary>Most holders are done within it; who waits longer wants to know for what.</summary>
    public static readonly TimeSpan WaitWithoutWord = TimeSpan.FromSeconds(3);

    // Somebody else has the file: ERROR_SHARING_VIOLATION of Windows, EAGAIN of Linux and of macOS.
    private static readonly int[] TakenFile = [unchecked((int)0x80070020), 11, 35];

    /// <returns>The lock, which ends when it is disposed; null when another process holds it.</returns>
    /// <exception cref="IOException">The file can't be opened, whoever holds it: waiting is of no use.</exception>
    /// <exception cref="UnauthorizedAccessException">As before.</exception>
    public static FileStream? TryTake(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (TakenFile.Contains(e.HResult))
        {
            return null;
        }
    }
}
