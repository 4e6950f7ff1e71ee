using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using Ingest.Cli.Files;

namespace Ingest.Cli.Azurite;

/// <summary>The Azurite that <c>infra/azurite/package.json</c> pins, installed beside it on first use.</summary>
internal static class AzuriteInstallation
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>The folder, when Azurite is in it as its lock file says.</summary>
    /// <param name="tell">Hears of it when it has to be installed first, which takes a while.</param>
    /// <param name="cancellationToken">Ends the installation.</param>
    /// <exception cref="AzuriteException">There is no such folder, or npm can't install it.</exception>
    /// <exception cref="IOException">The folder can't be written.</exception>
    public static async Task<string> EnsureAsync(Action<string> tell, CancellationToken cancellationToken)
    {
        var folder = WorkingTree.Root is { } root
            ? Path.Combine(root, "infra", "azurite")
            : throw new AzuriteException(
                "Azurite is installed from infra/azurite of a checkout, and neither the working directory nor the program is in one. "
                + "Run it from there, or set AzureWebJobsStorage to use a storage account.");
        var installation = new InstalledFiles(folder);
        var wanted = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(installation.LockFile, cancellationToken)));

        // Looked at before the lock is taken: where all is installed, the folder need not be one that can be written.
        if (await IsInstalledAsync(installation, wanted, cancellationToken))
            return folder;
        await using var installing = await LockAsync(installation, tell, cancellationToken);
        if (!await IsInstalledAsync(installation, wanted, cancellationToken))
        {
            tell($"Installing Azurite in {folder} with npm ci; this happens once.");
            await RunNpmAsync(folder, cancellationToken);
            await File.WriteAllTextAsync(installation.Stamp, wanted, cancellationToken);
        }

        return folder;
    }

    private static async Task<bool> IsInstalledAsync(InstalledFiles installation, string wanted, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(installation.Stamp, cancellationToken) == wanted;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    // Tests of several projects and `ingest up` may come here at once.
    private static async Task<FileStream> LockAsync(InstalledFiles installation, Action<string> tell, CancellationToken cancellationToken)
    {
        var (waiting, isTold) = (Stopwatch.StartNew(), false);
        while (true)
        {
            if (FileLock.TryTake(installation.Mutex) is { } taken)
                return taken;
            if (!isTold && waiting.Elapsed > FileLock.WaitWithoutWord)
            {
                tell($"another 'ingest' installs Azurite in {installation.Folder}; waiting until it ends");
                isTold = true;
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    private static async Task RunNpmAsync(string folder, CancellationToken cancellationToken)
    {
        using var npm = StartNpm(folder);
        try
        {
            var output = npm.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = await npm.StandardError.ReadToEndAsync(cancellationToken);
            await output;
            await npm.WaitForExitAsync(cancellationToken);
            if (npm.ExitCode != 0)
                throw new AzuriteException($"npm ci in {folder} ended with {npm.ExitCode}: {errors.Trim()}");
        }
        catch (OperationCanceledException)
        {
            // Before the lock is released: the next one would install into the same folder beside it.
            npm.Kill(entireProcessTree: true);
            await npm.WaitForExitAsync(CancellationToken.None);
            throw;
        }
    }

    private static Process StartNpm(string folder)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in new[] { "ci", "--no-audit", "--no-fund", "--loglevel=error" })
            start.ArgumentList.Add(argument);
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new AzuriteException("npm isn't on the path; Node.js 20 or newer brings it.", e);
        }
    }

    /// <param name="Folder">The one that the working tree pins Azurite in.</param>
    private sealed record InstalledFiles(string Folder)
    {
        public string LockFile => Path.Combine(Folder, "package-lock.json");

        /// <summary>Held by whoever installs.</summary>
        public string Mutex => Path.Combine(Folder, "node_modules.lock");

        /// <summary>Written last: without it the installation was cut off.</summary>
        public string Stamp => Path.Combine(Folder, "node_modules", ".installed");
    }
}
