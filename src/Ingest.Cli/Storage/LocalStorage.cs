using System.Diagnostics;
using System.Text.Json;
using Ingest.Cli.Azurite;
using Ingest.Cli.Files;
using Ingest.Cli.Views;

namespace Ingest.Cli.Storage;

/// <summary>
/// An Azurite on a data folder. At most one works on a folder, so the first process to need it starts it, holding the folder's lock as long
/// as it runs; others join in, if the first one means to stay, or wait for their turn.
/// </summary>
internal sealed class LocalStorage : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly AzuriteProcess? _azurite;
    private readonly FileStream? _lock;

    private LocalStorage(string? folder, string connectionString, AzuriteProcess? azurite, FileStream? folderLock) =>
        (Folder, ConnectionString, _azurite, _lock) = (folder, connectionString, azurite, folderLock);

    /// <summary>Where the data lies; null for one in memory.</summary>
    public string? Folder { get; }

    public string ConnectionString { get; }

    /// <summary>Whether this process started the Azurite: no 'ingest up' is running.</summary>
    public bool IsOwn => _azurite is not null;

    /// <summary>Whether the Azurite that this process started has ended: nobody else will start it.</summary>
    public bool IsLost => _azurite is { HasEnded: true };

    public static string DefaultFolder => Path.Combine(WorkingTree.Root ?? Directory.GetCurrentDirectory(), ".azurite");

    /// <param name="folder">Where the data lies; created when it isn't there.</param>
    /// <param name="stays">Whether this process runs until somebody ends it, so that others may join in.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="AzuriteException">Azurite can't be installed or doesn't start.</exception>
    public static async Task<LocalStorage> OpenAsync(string folder, bool stays, CancellationToken cancellationToken)
    {
        folder = Directory.CreateDirectory(folder).FullName;
        var announcement = AnnouncementIn(folder);
        var (waiting, isTold) = (Stopwatch.StartNew(), false);
        while (true)
        {
            if (FileLock.TryTake(Path.Combine(folder, "ingest.lock")) is { } folderLock)
                return await StartAsync(folder, stays, folderLock, Withdraw(announcement), cancellationToken);
            // Read again: whoever has just taken the folder over withdraws what the one before announced.
            if (Read(announcement) is { Stays: true } running && await AzuriteProcess.AnswersAsync(running.Port, cancellationToken)
                && Read(announcement) == running)
                return new LocalStorage(folder, running.ConnectionString, azurite: null, folderLock: null);
            if (!isTold && waiting.Elapsed > FileLock.WaitWithoutWord)
            {
                StandardError.Say($"another 'ingest' is at work on {folder}; waiting until it ends");
                isTold = true;
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <summary>One that nobody else joins, and that leaves nothing.</summary>
    /// <exception cref="AzuriteException">Azurite can't be installed or doesn't start.</exception>
    public static async Task<LocalStorage> OpenInMemoryAsync(CancellationToken cancellationToken)
    {
        var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true, Tell = StandardError.Say }, cancellationToken);
        return new LocalStorage(folder: null, azurite.ConnectionString, azurite, folderLock: null);
    }

    /// <exception cref="UnsavedException">What was written last could not be saved.</exception>
    public async ValueTask DisposeAsync()
    {
        if (_azurite is null)
            return;
        if (Folder is not null)
            File.Delete(AnnouncementIn(Folder));   // first, so that nobody joins what is about to end
        var fault = await _azurite.StopAsync();
        await _azurite.DisposeAsync();
        if (_lock is not null)
            await _lock.DisposeAsync();
        if (fault is not null && Folder is not null)
            throw new UnsavedException(Folder, fault);
    }

    private static string AnnouncementIn(string folder) => Path.Combine(folder, "ingest.json");

    private static async Task<LocalStorage> StartAsync(
        string folder, bool stays, FileStream folderLock, Announcement? last, CancellationToken cancellationToken)
    {
        try
        {
            if (last is not null)
                await LetGoAsync(last.Port, cancellationToken);
            var azurite = await AzuriteProcess.StartAsync(
                new AzuriteOptions
                {
                    Folder = folder,
                    PreferredPorts = AzuriteOptions.UsualPorts,
                    AcceptsNewerVersions = true,
                    Tell = StandardError.Say,
                },
                cancellationToken);
            Announce(AnnouncementIn(folder), new Announcement(azurite.ConnectionString, azurite.Ports.Blob, stays));
            return new LocalStorage(folder, azurite.ConnectionString, azurite, folderLock);
        }
        catch
        {
            await folderLock.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// What the folder's last Azurite said of itself, which nobody joins from now on: it is about to go, or none of this folder.
    /// </summary>
    private static Announcement? Withdraw(string announcement)
    {
        var last = Read(announcement);
        if (last is { Stays: true })
            Announce(announcement, last with { Stays = false });
        return last;
    }

    // The Azurite of a process that was killed sees that a moment later, and saves its data before it goes.
    // Longer than it takes for that, what answers is something else that has the port now.
    private static async Task LetGoAsync(int port, CancellationToken cancellationToken)
    {
        var waiting = Stopwatch.StartNew();
        while (waiting.Elapsed < TimeSpan.FromSeconds(10) && await AzuriteProcess.AnswersAsync(port, cancellationToken))
        {
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private static void Announce(string path, Announcement announcement) =>
        File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(announcement));

    /// <summary>What the folder's last Azurite said of itself; null when there was none or it is just saying it.</summary>
    private static Announcement? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Announcement>(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return null;
        }
    }

    private sealed record Announcement(string ConnectionString, int Port, bool Stays);
}
