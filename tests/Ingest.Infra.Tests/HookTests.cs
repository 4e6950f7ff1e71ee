using System.Diagnostics;

namespace Ingest.Infra.Tests;

/// <summary>What <c>hooks/subscribe.sh</c> says after a deployment, with an az that does all that it is asked.</summary>
public sealed class HookTests : IDisposable
{
    private readonly DirectoryInfo _path = Directory.CreateTempSubdirectory("ingest-hook-");

    public void Dispose() => _path.Delete(recursive: true);

    [SkippableTheory]
    [InlineData("no alert wakes anybody", "But no alert wakes anybody.")]
    [InlineData("", "")]
    public async Task What_the_installation_lacks_is_said_to_who_deploys(string gaps, string said)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "The hook of this system is the other one.");
        var az = Path.Combine(_path.FullName, "az");
        await File.WriteAllTextAsync(az, "#!/bin/sh\necho key\n");
        if (OperatingSystem.IsLinux())
            File.SetUnixFileMode(az, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo("sh", [Path.Combine(BicepCli.Infra, "hooks", "subscribe.sh")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{_path.FullName}:{start.Environment["PATH"]}";
        start.Environment["AZURE_RESOURCE_GROUP"] = "rg-ingest-dev";
        start.Environment["AZURE_SUBSCRIPTION_ID"] = Installation.Subscription;
        start.Environment["INGEST_GAPS"] = gaps;
        foreach (var (name, value) in Installation.Environment)
            start.Environment[name] = value;

        using var hook = Process.Start(start)!;
        var output = hook.StandardOutput.ReadToEndAsync();
        var error = hook.StandardError.ReadToEndAsync();
        await hook.WaitForExitAsync();

        Assert.Equal((0, said), (hook.ExitCode, (await error).Trim()));
        Assert.Contains("hears of the blobs", await output);
    }
}
