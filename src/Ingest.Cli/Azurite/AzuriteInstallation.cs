using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace Ingest.Cli.Azurite;

/// <summary>The Azurite that <c>infra/azurite/package.json</c> pins, installed beside it on first use.</summary>
internal static class AzuriteInstallation
{
    /// <summary>The folder, when Azurite is in it as its lock file says.</summary>
    /// <param name="tell">Hears of it when it has to be installed first, which takes a while.</param>
    /// <param name="cancellationToken">Ends the installation.</param>
    /// <exception cref="AzuriteException">There is no such folder, or npm can't install it.</exception>
    public static async Task<string> EnsureAsync(Action<string> tell, CancellationToken cancellationToken)
    {
        var folder = WorkingTree.Root is { } root
            ? Path.Combine(root, "infra", "azurite")
            : throw new AzuriteException(
                "Azurite is installed from infra/azurite of a checkout, and neither the working directory nor the program is in one. "
                + "Run it from there, or set AzureWebJobsStorage to use a storage account.");
        var modules = Path.Combine(folder, "node_modules");
        var wanted =
            Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(
                Path.Combine(folder, "package-lock.json"), cancellationToken)));
        var stamp = Path.Combine(modules, ".installed");   // last thing written: without it the installation was cut off

        using var installing = await LockAsync(modules + ".lock", cancellationToken);
        if (!File.Exists(stamp) || await File.ReadAllTextAsync(stamp, cancellationToken) != wanted)
        {
            tell($"Installing Azurite in {folder} with npm ci; this happens once.");
            await RunNpmAsync(folder, cancellationToken);
            await File.WriteAllTextAsync(stamp, wanted, cancellationToken);
        }

        return folder;
    }

    // Tests of several projects and `ingest up` may come here at once.
    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Directory.Exists(Path.GetDirectoryName(path)))
            {
                await Task.Delay(200, cancellationToken);
            }
        }
    }

    private static async Task RunNpmAsync(string folder, CancellationToken cancellationToken)
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
            using var npm = Process.Start(start)!;
            var output = npm.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = await npm.StandardError.ReadToEndAsync(cancellationToken);
            await output;
            await npm.WaitForExitAsync(cancellationToken);
            if (npm.ExitCode != 0)
                throw new AzuriteException($"npm ci in {folder} ended with {npm.ExitCode}: {errors.Trim()}");
        }
        catch (Win32Exception e)
        {
            throw new AzuriteException("npm isn't on the path; Node.js 20 or newer brings it.", e);
        }
    }
}
