namespace Ingest.Infra.Tests;

/// <summary>The made-up subscription, deployer and names that the snapshots are of.</summary>
internal static class Installation
{
    public const string Subscription = "00000000-0000-0000-0000-000000000001";
    public const string Tenant = "00000000-0000-0000-0000-000000000002";
    public const string Operator = "00000000-0000-0000-0000-000000000003";

    public static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>
    {
        ["AZURE_PRINCIPAL_ID"] = Operator,
        ["INGEST_ALERT_EMAILS"] = "night@example.org",
        ["INGEST_ALLOWED_ADDRESSES"] = "203.0.113.0/28",
        ["INGEST_MONTHLY_BUDGET"] = "800",
        ["INGEST_BUDGET_FROM"] = "2026-12-01",
        ["INGEST_FUNCTION_APP"] = "func-ingest-0123456789abc",
        ["INGEST_DATA_ACCOUNT"] = "stdata0123456789abc",
        ["INGEST_TOPIC"] = "evgt-ingest-0123456789abc",
    };

    /// <summary>Arguments of <c>bicep snapshot</c> for a parameter file of the folder infra.</summary>
    public static string[] Snapshot(string file, string mode) =>
    [
        "snapshot", file, "--mode", mode, "--subscription-id", Subscription, "--tenant-id", Tenant, "--location", "westeurope",
        .. file.StartsWith("events", StringComparison.Ordinal) ? new[] { "--resource-group", "rg-ingest-events" } : [],
    ];
}
