using System.Text.Json;

namespace Ingest.Infra.Tests;

/// <summary>What has to hold of every installation, read from what the templates lead to.</summary>
public sealed class SnapshotTests
{
    public static TheoryData<string> Stages => ["dev", "prod"];

    [Theory, MemberData(nameof(Stages))]
    public void Everything_is_known_before_it_is_deployed(string stage) => Assert.Empty(Snapshot.Of(stage).Diagnostics);

    [Theory, MemberData(nameof(Stages))]
    public void No_account_takes_a_key_or_an_anonymous_reader_or_an_old_cipher(string stage)
    {
        var accounts = Snapshot.Of(stage).OfType("Microsoft.Storage/storageAccounts");

        Assert.Equal(2, accounts.Length);
        Assert.All(accounts, account =>
        {
            Assert.Equal("False", account.Text("allowSharedKeyAccess"));
            Assert.Equal("False", account.Text("allowBlobPublicAccess"));
            Assert.Equal("False", account.Text("allowCrossTenantReplication"));
            Assert.Equal("True", account.Text("supportsHttpsTrafficOnly"));
            Assert.Equal("TLS1_2", account.Text("minimumTlsVersion"));
        });
        Assert.All(
            Snapshot.Of(stage).OfType("Microsoft.Storage/storageAccounts/blobServices/containers"),
            container => Assert.Equal("None", container.Text("publicAccess")));
    }

    [Theory, MemberData(nameof(Stages))]
    public void Telemetry_and_deployment_take_no_key_or_password_either(string stage)
    {
        var snapshot = Snapshot.Of(stage);

        Assert.Equal("True", Assert.Single(snapshot.OfType("Microsoft.Insights/components")).Text("DisableLocalAuth"));
        Assert.Equal("True", Assert.Single(snapshot.OfType("Microsoft.OperationalInsights/workspaces")).Text("features.disableLocalAuth"));
        var passwords = snapshot.OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies");
        Assert.Equal(["False", "False"], passwords.Select(p => p.Text("allow")));
    }

    [Theory, MemberData(nameof(Stages))]
    public void No_setting_holds_a_secret(string stage)
    {
        var text = File.ReadAllText(Path.Combine(BicepCli.Infra, $"{stage}.snapshot.json"));

        Assert.DoesNotContain("AccountKey", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("listKeys", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("SharedAccessSignature", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void In_production_only_named_addresses_and_trusted_services_reach_the_storage_from_outside()
    {
        var snapshot = Snapshot.Of("prod");

        Assert.Equal("Disabled", snapshot.Account("host").Text("publicNetworkAccess"));
        Assert.Equal("Deny", snapshot.Account("host").Text("networkAcls.defaultAction"));
        Assert.Equal("Deny", snapshot.Account("data").Text("networkAcls.defaultAction"));
        Assert.Equal(
            ["203.0.113.0/28"],
            snapshot.Account("data").At("networkAcls.ipRules")!.Value.EnumerateArray().Select(r => r.GetProperty("value").GetString()));
        Assert.Equal(6, snapshot.OfType("Microsoft.Network/privateEndpoints").Length);
        Assert.Equal("Deny", App(snapshot).Text("siteConfig.ipSecurityRestrictionsDefaultAction"));
        Assert.EndsWith("/subnets/app", App(snapshot).Text("virtualNetworkSubnetId"));
    }

    [Fact]
    public void Production_survives_a_zone_and_development_costs_nothing_asleep()
    {
        Assert.Equal("True", Assert.Single(Snapshot.Of("prod").OfType("Microsoft.Web/serverfarms")).Text("zoneRedundant"));
        Assert.All(
            Snapshot.Of("prod").OfType("Microsoft.Storage/storageAccounts"),
            account => Assert.Equal("Standard_ZRS", account.GetProperty("sku").GetProperty("name").GetString()));
        Assert.Empty(App(Snapshot.Of("dev")).At("functionAppConfig.scaleAndConcurrency.alwaysReady")!.Value.EnumerateArray());
        Assert.DoesNotContain(
            Snapshot.Of("dev").All, r => r.GetProperty("type").GetString()!.StartsWith("Microsoft.Network/", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Stages))]
    public void The_tables_and_containers_are_those_of_the_code(string stage)
    {
        var snapshot = Snapshot.Of(stage);
        var options = new IngestOptions();

        Assert.Equal(
            TablesOfTheCode().Order(StringComparer.Ordinal),
            snapshot.OfType("Microsoft.Storage/storageAccounts/tableServices/tables").Select(Leaf).Order(StringComparer.Ordinal));
        var containers = snapshot.OfType("Microsoft.Storage/storageAccounts/blobServices/containers")
            .Where(c => c.Id().Contains("/stdata", StringComparison.Ordinal))
            .Select(Leaf);
        Assert.Equal(
            new[] { options.ArticlesContainer, options.ExtractionsContainer, "deadletters" }.Order(StringComparer.Ordinal),
            containers.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Stages))]
    public void Deleted_and_overwritten_blobs_can_be_had_back(string stage)
    {
        var blobs =
            Assert.Single(
                Snapshot.Of(stage).OfType("Microsoft.Storage/storageAccounts/blobServices"),
                b => b.Id().Contains("/stdata", StringComparison.Ordinal));

        Assert.Equal("True", blobs.Text("isVersioningEnabled"));
        Assert.Equal("True", blobs.Text("deleteRetentionPolicy.enabled"));
        Assert.Equal("True", blobs.Text("containerDeleteRetentionPolicy.enabled"));
    }

    /// <summary>Small blobs never earn back what the move costs, and of the archive nothing can be read.</summary>
    [Theory, MemberData(nameof(Stages))]
    public void No_rule_moves_a_file_to_another_tier(string stage)
    {
        var rules = Assert.Single(Snapshot.Of(stage).OfType("Microsoft.Storage/storageAccounts/managementPolicies"))
            .At("policy.rules")!.Value;

        Assert.NotEqual(0, rules.GetArrayLength());
        Assert.DoesNotContain("tierTo", rules.GetRawText(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Stages))]
    public void Exactly_one_blob_trigger_is_on(string stage)
    {
        var settings = Settings(Snapshot.Of(stage));

        Assert.Equal(
            ["AzureWebJobs.IngestOnScan.Disabled"], settings.Keys.Where(name => name.EndsWith(".Disabled", StringComparison.Ordinal)));
        Assert.Equal("true", settings["AzureWebJobs.IngestOnScan.Disabled"]);
    }

    [Theory, MemberData(nameof(Stages))]
    public void Both_connections_go_by_the_identity_of_the_app(string stage)
    {
        var settings = Settings(Snapshot.Of(stage));

        foreach (var connection in new[] { "AzureWebJobsStorage", "IngestStorage" })
        {
            Assert.DoesNotContain(connection, settings.Keys);
            Assert.Equal("managedidentity", settings[connection + "__credential"]);
            Assert.Contains("/userAssignedIdentities/id-ingest-", settings[connection + "__clientId"]);
        }

        Assert.StartsWith("sthost", settings["AzureWebJobsStorage__accountName"]);
        Assert.All(["blob", "queue", "table"], service => Assert.Contains("/stdata", settings[$"IngestStorage__{service}ServiceUri"]));
        Assert.EndsWith(
            ";Authorization=AAD', " + settings["AZURE_CLIENT_ID"][1..^1] + ")]", settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"]);
    }

    [Theory, MemberData(nameof(Stages))]
    public void The_app_runs_on_flex_consumption_with_dotnet_10_and_speaks_no_plain_http(string stage)
    {
        var app = App(Snapshot.Of(stage));

        Assert.Equal(
            "dotnet-isolated 10.0", app.Text("functionAppConfig.runtime.name") + " " + app.Text("functionAppConfig.runtime.version"));
        Assert.Equal(
            "FC1",
            Assert.Single(Snapshot.Of(stage).OfType("Microsoft.Web/serverfarms")).GetProperty("sku").GetProperty("name").GetString());
        Assert.Equal("True", app.Text("httpsOnly"));
        Assert.Equal("1.2", app.Text("siteConfig.minTlsVersion"));
        Assert.Equal("Disabled", app.Text("siteConfig.ftpsState"));
        Assert.Equal("ingest", app.GetProperty("tags").GetProperty("azd-service-name").GetString());
    }

    [Theory, MemberData(nameof(Stages))]
    public void Everything_that_can_go_wrong_wakes_somebody(string stage)
    {
        var snapshot = Snapshot.Of(stage);
        var rules = snapshot.OfType("Microsoft.Insights/scheduledQueryRules").Concat(snapshot.OfType("Microsoft.Insights/metricAlerts"));

        Assert.Equal(
            [
                "attempts", "dead-letters", "deletions-unread", "dropped-events", "failure-rate", "lag", "log-cap", "memory", "poison",
                "poison-deletions", "stalled", "worker-died",
            ],
            rules.Select(r => r.Name()["ingest-".Length..^"-0123456789abc".Length]).Order(StringComparer.Ordinal));
        Assert.All(rules, rule => Assert.Contains("/actionGroups/ag-ingest-", rule.At("actions")!.Value.ToString()));
        Assert.Equal(
            "night@example.org",
            Assert.Single(snapshot.OfType("Microsoft.Insights/actionGroups"))
                .At("emailReceivers")!.Value[0]
                .GetProperty("emailAddress")
                .GetString());
        var runbook = File.ReadAllText(Path.Combine(BicepCli.Infra, "README.md"));
        Assert.All(rules, rule => Assert.Contains($"`{rule.Name()["ingest-".Length..^"-0123456789abc".Length]}`", runbook));
    }

    [Theory, MemberData(nameof(Stages))]
    public void What_a_month_costs_is_told_before_it_is_over(string stage)
    {
        var budget = Assert.Single(Snapshot.Of(stage).OfType("Microsoft.Consumption/budgets"));

        Assert.Equal(
            ("800", "Monthly", "2026-12-01T00:00:00Z"), (budget.Text("amount"), budget.Text("timeGrain"), budget.Text("timePeriod.startDate")));
        Assert.Equal(
            ["Actual 100", "Actual 50", "Forecasted 100"],
            budget.At("notifications")!.Value.EnumerateObject()
                .Select(told => $"{told.Value.GetProperty("thresholdType").GetString()} {told.Value.GetProperty("threshold").GetInt32()}")
                .Order(StringComparer.Ordinal));
        Assert.All(
            budget.At("notifications")!.Value.EnumerateObject(),
            told => Assert.Contains(
                "/actionGroups/ag-ingest-", Assert.Single(told.Value.GetProperty("contactGroups").EnumerateArray()).GetString()));
    }

    [Fact]
    public void In_production_the_account_of_the_articles_cannot_be_deleted_by_accident()
    {
        var prod = Snapshot.Of("prod");
        var theLock = Assert.Single(prod.OfType("Microsoft.Authorization/locks"));

        Assert.Equal("CanNotDelete", theLock.Text("level"));
        Assert.StartsWith(prod.Account("data").Id() + "/", theLock.Id());
        Assert.Empty(Snapshot.Of("dev").OfType("Microsoft.Authorization/locks"));
    }

    [Theory, MemberData(nameof(Stages))]
    public void An_update_of_the_app_never_has_two_engines_side_by_side(string stage) =>
        Assert.Equal("Recreate", App(Snapshot.Of(stage)).Text("functionAppConfig.siteUpdateStrategy.type"));

    private static JsonElement App(Snapshot snapshot) => Assert.Single(snapshot.OfType("Microsoft.Web/sites"));

    private static Dictionary<string, string> Settings(Snapshot snapshot) =>
        Assert.Single(snapshot.OfType("Microsoft.Web/sites/config"))
            .GetProperty("properties")
            .EnumerateObject()
            .ToDictionary(p => p.Name, p => p.Value.GetString()!);

    private static string[] TablesOfTheCode() =>
        Enum.GetNames(typeof(IngestStorage).Assembly.GetType("Ingest.Rows.IngestTable", throwOnError: true)!);

    private static string Leaf(JsonElement resource) => resource.Name().Split('/')[^1];
}
