using System.Diagnostics;

namespace Ingest.Tests.Cli;

/// <summary>A folder of its own, in which a test lays files and runs the real program.</summary>
public sealed class CliFixture : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ingest-");

    /// <summary>What the program finds in its environment.</summary>
    public Dictionary<string, string?> Environment { get; } = new() { ["AzureWebJobsStorage"] = null, ["IngestStorage"] = null };

    public string Folder => _folder.FullName;

    public void Lay(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <returns>The path of a named pipe.</returns>
    public string MakePipe(string name)
    {
        var path = Path.Combine(Folder, name);
        using var mkfifo = Process.Start("mkfifo", path);
        mkfifo.WaitForExit();
        Assert.Equal(0, mkfifo.ExitCode);
        return path;
    }

    /// <summary>Lays a script that the program finds as <paramref name="name"/> before all others of that name.</summary>
    public void LayProgram(string name, string script)
    {
        Lay(Path.Combine("bin", name), $"#!/bin/sh\n{script}\n");
        using var chmod = Process.Start("chmod", ["+x", Path.Combine(Folder, "bin", name)]);
        chmod.WaitForExit();
        Environment["PATH"] = $"{Path.Combine(Folder, "bin")}:{System.Environment.GetEnvironmentVariable("PATH")}";
    }

    /// <summary>Has the program work on the installation that the options describe.</summary>
    public void Use(string connectionString, IngestOptions options)
    {
        Environment["AzureWebJobsStorage"] = connectionString;
        Environment["Ingest__ArticlesContainer"] = options.ArticlesContainer;
        Environment["Ingest__ExtractionsContainer"] = options.ExtractionsContainer;
        Environment["Ingest__TablePrefix"] = options.TablePrefix;
    }

    internal RunningProgram Start(params string[] args)
    {
        // Who runs the tests in the background has them, and so the program, ignore SIGINT; env gives it back.
        string[] command = [.. OperatingSystem.IsLinux() ? ["env", "--default-signal=INT"] : Array.Empty<string>(), "dotnet"];
        var start = new ProcessStartInfo(command[0], [.. command[1..], Path.Combine(AppContext.BaseDirectory, "Ingest.Cli.dll"), .. args])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        return new RunningProgram(Process.Start(start)!);
    }

    internal async Task<ProgramEnd> RunAsync(params string[] args)
    {
        await using var program = Start(args);
        return await program.EndAsync();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
