using System.Diagnostics;
using System.Security.Cryptography;

namespace Ingest.Tests.Cli;

/// <summary>How Azurite is installed on first use, in a checkout of the test's own and with an npm of the test's own.</summary>
public sealed class AzuriteInstallationTests : IDisposable
{
    private const string LockFile = "infra/azurite/node_modules.lock";

    private readonly CliFixture _cli = new();

    public AzuriteInstallationTests() => _cli.Lay("infra/azurite/package-lock.json", "{}");

    public void Dispose() => _cli.Dispose();

    // So it is on a full disk and in a checkout that can't be written: the lock file can't be opened, and nobody holds it.
    [Fact]
    public async Task A_lock_that_cannot_be_taken_is_an_error_and_nothing_to_wait_for()
    {
        LayBrokenLock();

        var end = await _cli.RunAsync("up", "--once");

        Assert.Equal(1, end.ExitCode);
        Assert.Contains("node_modules.lock", Assert.Single(end.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_installed_needs_no_lock()
    {
        LayBrokenLock();
        var lockFile = await File.ReadAllBytesAsync(Path.Combine(_cli.Folder, "infra/azurite/package-lock.json"));
        _cli.Lay("infra/azurite/node_modules/.installed", Convert.ToHexStringLower(SHA256.HashData(lockFile)));
        _cli.Lay("infra/azurite/start.js", "console.error('Started.'); process.exit(1);");

        var end = await _cli.RunAsync("up", "--once");

        Assert.Equal("ingest: Azurite ended with 1: Started.", Assert.Single(end.ErrorLines));
    }

    [Fact]
    public async Task Who_waits_for_another_installation_says_so()
    {
        _cli.LayProgram("npm", "exit 3");
        var path = Path.Combine(_cli.Folder, LockFile);
        await using var program = await HeldAsync(path);

        var end = await program.EndAsync();

        Assert.Contains("ingest: npm ci in ", end.Error, StringComparison.Ordinal);
        Assert.Contains(" ended with 3:", end.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task Npm_ends_with_the_command_that_is_called_off(string signal, int exitCode)
    {
        var started = _cli.MakePipe("started");
        _cli.LayProgram("npm", $"echo $$ > '{started}'; exec sleep 300");
        await using var program = _cli.Start("up", "--once");
        var npm = int.Parse(await File.ReadAllTextAsync(started), System.Globalization.CultureInfo.InvariantCulture);

        program.Signal(signal);
        var end = await program.EndAsync();

        Assert.Equal(exitCode, end.ExitCode);
        Assert.False(IsRunning(npm), "npm is still running.");
    }

    /// <summary>The program, which has said that it waits for the lock, and the lock is free by now.</summary>
    private async Task<RunningProgram> HeldAsync(string path)
    {
        using var held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var program = _cli.Start("up", "--once");
        await program.SeesErrorAsync("ingest: another 'ingest' installs Azurite in ");
        return program;
    }

    private void LayBrokenLock() => File.CreateSymbolicLink(Path.Combine(_cli.Folder, LockFile), "node_modules.lock");

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            var isRunning = !found.HasExited;
            if (isRunning)
                found.Kill();
            return isRunning;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
