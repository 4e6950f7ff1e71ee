using System.Text.Json;

namespace Ingest.Infra.Tests;

/// <summary>The CLI takes a rule that it doesn't know without a word; and one that isn't named is a warning, or off.</summary>
public sealed class LinterTests
{
    [SkippableFact]
    public void Every_rule_that_the_CLI_has_is_an_error_and_no_other_is_named()
    {
        BicepCli.SkipElsewhere();

        using var config = JsonDocument.Parse(File.ReadAllText(Path.Combine(BicepCli.Infra, "bicepconfig.json")));
        var rules = config.RootElement.GetProperty("analyzers").GetProperty("core").GetProperty("rules").EnumerateObject().ToList();
        var names = rules.ConvertAll(rule => rule.Name);

        Assert.Empty(names.Except(BicepAssembly.LinterRules()));
        Assert.Empty(BicepAssembly.LinterRules().Except(names));
        Assert.All(rules, rule => Assert.Equal("error", rule.Value.GetProperty("level").GetString()));
    }
}
