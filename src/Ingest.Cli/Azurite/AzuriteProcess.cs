using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Ingest.Cli.Azurite;

/// <summary>A running Azurite: blob, queue and table services. It ends with this process, however this one ends.</summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    // Rows in memory may take half of the machine's; by itself node ends at two to four GiB.
    private static readonly long MaxHeapMiB = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2 / 1024 / 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // How start.js begins a line about the data: what it holds can't be saved, and why; it is saved again.
    private const string UnsavedLine = "unsaved: ", SavedLine = "saved";

    // Between the look at a port and Azurite's taking it, another may take it.
    private const int MaxTries = 5;

    // The account and key that every storage emulator has: https://learn.microsoft.com/azure/storage/common/storage-use-azurite
    private const string Account = "devstoreaccount1";

    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Process _process;
    private readonly string? _temporaryFolder;
    private readonly Task<string> _errors;
    private string? _unsaved;

    private AzuriteProcess(Process process, (int Blob, int Queue, int Table) ports, string? temporaryFolder, Action<string> tell)
    {
        (_process, Ports, _temporaryFolder) = (process, ports, temporaryFolder);
        _errors = ReadErrorsAsync(tell);
    }

    public (int Blob, int Queue, int Table) Ports { get; }

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
        + $"BlobEndpoint=http://127.0.0.1:{Ports.Blob}/{Account};"
        + $"QueueEndpoint=http://127.0.0.1:{Ports.Queue}/{Account};"
        + $"TableEndpoint=http://127.0.0.1:{Ports.Table}/{Account};";

    /// <summary>Whether it ended by itself, or somebody ended it.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Returns when all three services answer. Installs Azurite when that hasn't been done.</summary>
    /// <exception cref="AzuriteException">It can't be installed or doesn't start.</exception>
    public static async Task<AzuriteProcess> StartAsync(AzuriteOptions options, CancellationToken cancellationToken)
    {
        var installation = await AzuriteInstallation.EnsureAsync(options.Tell, cancellationToken);
        for (var tries = 1; ; tries++)
        {
            var ports = options.Ports ?? FindPorts(tries == 1 ? options.PreferredPorts : null);
            try
            {
                return await StartAsync(installation, ports, options, cancellationToken);
            }
            catch (AzuriteException e) when (options.Ports is null
                && tries < MaxTries
                && e.Message.Contains("EADDRINUSE", StringComparison.Ordinal))
            {
                // Others then.
            }
        }
    }

    private static async Task<AzuriteProcess> StartAsync(
        string installation, (int Blob, int Queue, int Table) ports, AzuriteOptions options, CancellationToken cancellationToken)
    {
        var temporary = options.Folder is null ? Directory.CreateTempSubdirectory("ingest-azurite-").FullName : null;
        var folder = Directory.CreateDirectory(options.Folder ?? temporary!).FullName;
        var azurite = new AzuriteProcess(Start(installation, folder, ports, options), ports, temporary, options.Tell);
        try
        {
            await azurite.WaitUntilReadyAsync(cancellationToken);
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it, unless it has ended.</summary>
    /// <returns>
    /// Why what it held could not be saved before it went; null when it was, or when it ended by itself and could until then.
    /// </returns>
    public async Task<string?> StopAsync()
    {
        if (_process.HasExited)
        {
            await _errors;
            return _unsaved;
        }

        // End of input asks it to go, which saves what it holds in memory: seconds, when that is much.
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var isDone = _process.HasExited;
        if (!isDone)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        var errors = await _errors;
        return !isDone ? $"it took more than {Patience.TotalSeconds} seconds"
            : _process.ExitCode == 0 ? null
            : _unsaved ?? $"Azurite ended with {_process.ExitCode}: {errors}";
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
        if (_temporaryFolder is not null)
            Directory.Delete(_temporaryFolder, recursive: true);
    }

    private static Process Start(string installation, string folder, (int Blob, int Queue, int Table) ports, AzuriteOptions options)
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            .. options.InMemory ? [$"--max-old-space-size={MaxHeapMiB}"] : Array.Empty<string>(),
            Path.Combine(installation, "start.js"), "--silent", "--disableTelemetry",
            .. options.InMemory ? ["--inMemoryPersistence"] : new[] { "--location", folder },
            "--blobPort", $"{ports.Blob}", "--queuePort", $"{ports.Queue}", "--tablePort", $"{ports.Table}",
            .. options.AcceptsNewerVersions ? ["--skipApiVersionCheck"] : Array.Empty<string>(),
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new AzuriteException("node isn't on the path; Azurite needs Node.js 20 or newer.", e);
        }
    }

    private static (int Blob, int Queue, int Table) FindPorts((int Blob, int Queue, int Table)? preferred)
    {
        if (preferred is { } ports && FreePorts(ports.Blob, ports.Queue, ports.Table) is not null)
            return ports;
        return FreePorts(0, 0, 0) is [var b, var q, var t] ? (b, q, t) : throw new AzuriteException("No free ports.");
    }

    /// <summary>The ports, when nobody listens on them; 0 stands for any. Null when one is taken.</summary>
    private static int[]? FreePorts(params int[] ports)
    {
        var listeners = ports.Select(port => new TcpListener(IPAddress.Loopback, port)).ToList();
        try
        {
            listeners.ForEach(listener => listener.Start());
            return [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        catch (SocketException)
        {
            return null;
        }
        finally
        {
            listeners.ForEach(listener => listener.Dispose());
        }
    }

    /// <summary>Reads standard error all along, so that it never waits for a reader.</summary>
    /// <returns>All that it said there but what it says of its data.</returns>
    private async Task<string> ReadErrorsAsync(Action<string> tell)
    {
        var others = new List<string>();
        while (await _process.StandardError.ReadLineAsync(CancellationToken.None) is { } line)
        {
            if (line.StartsWith(UnsavedLine, StringComparison.Ordinal))
            {
                _unsaved = line[UnsavedLine.Length..];
                tell(
                    $"Azurite can't save what it holds: {_unsaved}. It tries again every few seconds; "
                    + "should it end meanwhile, what came since then is lost.");
            }
            else if (line == SavedLine)
            {
                _unsaved = null;
                tell("Azurite has saved what it holds; nothing is lost.");
            }
            else
            {
                others.Add(line);
            }
        }

        return string.Join('\n', others).Trim();
    }

    /// <summary>It says which ports it has: that one answers doesn't tell who does.</summary>
    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        var waiting = Stopwatch.StartNew();
        var missing = new List<int> { Ports.Blob, Ports.Queue, Ports.Table };
        while (missing.Count > 0)
        {
            var left = Patience - waiting.Elapsed;
            var said = _process.StandardOutput.ReadLineAsync(cancellationToken).AsTask();
            if (left <= TimeSpan.Zero || await Task.WhenAny(said, Task.Delay(left, cancellationToken)) != said)
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw new AzuriteException($"Azurite doesn't answer on port {missing[0]} after {Patience.TotalSeconds} seconds.");
            }

            if (await said is not { } port)
            {
                await _process.WaitForExitAsync(cancellationToken);
                throw new AzuriteException($"Azurite ended with {_process.ExitCode}: {await _errors}");
            }

            if (int.TryParse(port, CultureInfo.InvariantCulture, out var number))   // what else node may say is none of ours
                missing.Remove(number);
        }
    }

    /// <summary>Whether anything on this machine takes connections there.</summary>
    internal static async Task<bool> AnswersAsync(int port, CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
