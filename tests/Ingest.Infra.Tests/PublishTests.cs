using System.Diagnostics;
using System.Text.Json;

namespace Ingest.Infra.Tests;

/// <summary>What `azd` publishes has to run on what the templates make. The project is evaluated, not built: its packages are not everywhere.</summary>
public sealed class PublishTests
{
    private static readonly string[] Properties = ["PublishReadyToRun", "RuntimeIdentifier", "SelfContained", "PublishDir"];

    [Fact]
    public async Task The_published_app_is_compiled_ahead_for_the_plans_system()
    {
        var app = await File.ReadAllTextAsync(Path.Combine(BicepCli.Infra, "app.bicep"));

        var published = await EvaluateAsync("-p:_IsPublishing=true", "-p:Configuration=Release");

        Assert.Contains("kind: 'functionapp,linux'", app);
        Assert.Equal(["true", "linux-x64", "false", "bin/Release/net10.0/publish/"], published);
    }

    [Theory]
    [InlineData("-p:_IsPublishing=false")]
    [InlineData("-p:_IsPublishing=true", "-p:PublishReadyToRun=false")]
    public async Task Everything_else_asks_for_no_compiler(params string[] settings)
    {
        var built = await EvaluateAsync(settings);

        Assert.NotEqual("true", built[0]);
        Assert.Equal("", built[1]);
    }

    private static async Task<string[]> EvaluateAsync(params string[] settings)
    {
        var project = Path.Combine(BicepCli.Root, "src", "Ingest.Functions", "Ingest.Functions.csproj");
        var start = new ProcessStartInfo("dotnet", ["msbuild", project, $"-getProperty:{string.Join(',', Properties)}", .. settings])
        {
            RedirectStandardOutput = true,
        };
        // What `dotnet test` tells its children of the build that it belongs to.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        using var evaluation = Process.Start(start)!;
        var output = await evaluation.StandardOutput.ReadToEndAsync();
        await evaluation.WaitForExitAsync();
        Assert.True(evaluation.ExitCode == 0, output);
        using var json = JsonDocument.Parse(output);
        return [.. Properties.Select(name => json.RootElement.GetProperty("Properties").GetProperty(name).GetString()!)];
    }
}
