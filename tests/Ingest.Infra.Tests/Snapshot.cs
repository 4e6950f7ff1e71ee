using System.Text.Json;

namespace Ingest.Infra.Tests;

/// <summary>A committed snapshot: every resource that a parameter file leads to, conditions, loops and modules resolved.</summary>
internal sealed class Snapshot
{
    private readonly JsonElement[] _resources;

    private Snapshot(JsonElement[] resources, string[] diagnostics) => (_resources, Diagnostics) = (resources, diagnostics);

    /// <summary>What could not be resolved before a deployment.</summary>
    public IReadOnlyList<string> Diagnostics { get; }

    public IReadOnlyList<JsonElement> All => _resources;

    public static Snapshot Of(string stage, string? folder = null)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder ?? BicepCli.Infra, $"{stage}.snapshot.json")));
        var root = json.RootElement.Clone();
        return new Snapshot(
            [.. root.GetProperty("predictedResources").EnumerateArray()],
            [.. root.GetProperty("diagnostics").EnumerateArray().Select(d => d.GetString()!)]);
    }

    public JsonElement[] OfType(string type) => [.. _resources.Where(r => r.GetProperty("type").GetString() == type)];

    public JsonElement Account(string kind) =>
        Assert.Single(OfType("Microsoft.Storage/storageAccounts"), r => r.Name().StartsWith("st" + kind, StringComparison.Ordinal));
}

internal static class ResourceReading
{
    public static string Name(this JsonElement resource) => resource.GetProperty("name").GetString()!;

    public static string Id(this JsonElement resource) => resource.GetProperty("id").GetString()!;

    /// <summary>The value at the end of the path <c>a.b.c</c> under <c>properties</c>, as text; null when there is none.</summary>
    public static string? Text(this JsonElement resource, string path) => resource.At(path)?.ToString();

    public static JsonElement? At(this JsonElement resource, string path)
    {
        var at = resource.GetProperty("properties");
        foreach (var step in path.Split('.'))
        {
            if (!at.TryGetProperty(step, out var next))
                return null;
            at = next;
        }
        return at;
    }
}
