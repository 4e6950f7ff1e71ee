using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Ingest.Infra.Tests;

/// <summary>The pinned Bicep CLI, run offline with an environment of its own, so that nobody's azd settings get into a snapshot.</summary>
internal static class BicepCli
{
    public static string Root { get; } = System.IO.Path.GetFullPath(Metadata("Root"));

    public static string Infra { get; } = System.IO.Path.Combine(Root, "infra");

    /// <summary>The executable.</summary>
    public static string Path { get; } = Metadata("Bicep");

    /// <summary>Skips the test where the package has no executable for this machine.</summary>
    public static void SkipElsewhere() => Skip.IfNot(
        OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64,
        "The Bicep CLI is pinned as a package for linux-x64; this machine is something else.");

    /// <param name="folder">Where the files are.</param>
    /// <param name="arguments">Arguments, one by one.</param>
    /// <returns>What it said, standard error after standard output.</returns>
    public static Task<(int ExitCode, string Output)> RunAsync(string folder, params string[] arguments) => RunAsync(folder, [], arguments);

    /// <param name="folder">Where the files are.</param>
    /// <param name="settings">What the environment holds beside that of <see cref="Installation"/>.</param>
    /// <param name="arguments">Arguments, one by one.</param>
    public static async Task<(
        int ExitCode, string Output)> RunAsync(string folder, Dictionary<string, string> settings, params string[] arguments)
    {
        var bicep = Path;
        // NuGet unpacks without the bits that allow running.
        if (OperatingSystem.IsLinux())
            File.SetUnixFileMode(bicep, File.GetUnixFileMode(bicep) | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo(bicep, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys
            .Where(name => name.StartsWith("AZURE_", StringComparison.Ordinal) || name.StartsWith("INGEST_", StringComparison.Ordinal))
            .ToArray())
            start.Environment.Remove(name);
        foreach (var (name, value) in Installation.Environment.Concat(settings))
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    private static string Metadata(string key) =>
        typeof(BicepCli).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
