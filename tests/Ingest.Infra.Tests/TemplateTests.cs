using System.Text.Json;

namespace Ingest.Infra.Tests;

/// <summary>What the pinned CLI says of the templates, offline.</summary>
public sealed class TemplateTests
{
    [SkippableFact]
    public async Task Every_file_is_without_a_remark()
    {
        BicepCli.SkipElsewhere();

        var (code, output) = await BicepCli.RunAsync(BicepCli.Infra, "lint", "--pattern", "*.bicep");

        Assert.Equal("", output.Trim());
        Assert.Equal(0, code);
    }

    [SkippableTheory]
    [InlineData("main.bicep")]
    [InlineData("events.bicep")]
    public async Task A_template_builds_without_a_remark(string file)
    {
        BicepCli.SkipElsewhere();

        var (code, output) = await BicepCli.RunAsync(BicepCli.Infra, "build", file, "--stdout");

        Assert.Equal(0, code);
        Assert.StartsWith("{", output);
        Assert.EndsWith("}", output.TrimEnd());
    }

    [SkippableFact]
    public async Task The_command_line_is_told_where_the_app_writes()
    {
        BicepCli.SkipElsewhere();

        var (_, output) = await BicepCli.RunAsync(BicepCli.Infra, "build", "main.bicep", "--stdout");

        using var template = JsonDocument.Parse(output);
        var outputs = template.RootElement.GetProperty("outputs");
        Assert.Equal("[parameters('tablePrefix')]", outputs.GetProperty("Ingest__TablePrefix").GetProperty("value").GetString());
        Assert.All(
            ["blob", "table"], service => Assert.True(outputs.TryGetProperty($"IngestStorage__{service}ServiceUri", out _), service));
    }

    [SkippableFact]
    public async Task Who_deploys_is_told_what_nobody_will_hear_of()
    {
        BicepCli.SkipElsewhere();

        var (_, output) = await BicepCli.RunAsync(BicepCli.Infra, "build", "main.bicep", "--stdout");

        using var template = JsonDocument.Parse(output);
        var root = template.RootElement;
        Assert.Contains("variables('gaps')", root.GetProperty("outputs").GetProperty("INGEST_GAPS").GetProperty("value").GetString());
        var gaps = root.GetProperty("variables").GetProperty("gaps").GetString();
        Assert.All(["empty(parameters('alertEmails'))", "parameters('budget').amount"], gap => Assert.Contains(gap, gaps));
    }

    /// <summary>A change of the templates shows what it changes: <c>bicep snapshot FILE --mode overwrite</c> with the arguments of <see cref="Installation"/>.</summary>
    [SkippableTheory]
    [InlineData("dev.bicepparam")]
    [InlineData("prod.bicepparam")]
    [InlineData("events.bicepparam")]
    public async Task The_committed_snapshot_is_what_the_templates_lead_to(string file)
    {
        BicepCli.SkipElsewhere();

        // INGEST_WRITE_SNAPSHOTS=1 writes them anew.
        var mode = Environment.GetEnvironmentVariable("INGEST_WRITE_SNAPSHOTS") == "1" ? "overwrite" : "validate";
        var (code, output) = await BicepCli.RunAsync(BicepCli.Infra, Installation.Snapshot(file, mode));

        Assert.True(code == 0, output);
    }

    [SkippableFact]
    public async Task Azd_deploys_no_stage_that_there_is_not()
    {
        BicepCli.SkipElsewhere();
        using var copy = new InfraCopy();
        var main = copy.PathOf("main.bicepparam");
        File.WriteAllText(main, File.ReadAllText(main)
            .Replace("readEnvironmentVariable('INGEST_STAGE', 'dev')", "'staging'", StringComparison.Ordinal)
            .Replace("readEnvironmentVariable('AZURE_ENV_NAME')", "'x'", StringComparison.Ordinal));

        var (code, output) = await BicepCli.RunAsync(copy.Path, "build-params", "main.bicepparam", "--stdout");

        Assert.NotEqual(0, code);
        Assert.Contains("\"staging\"", output);
    }
}
