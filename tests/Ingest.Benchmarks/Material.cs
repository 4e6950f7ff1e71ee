namespace Ingest.Benchmarks;

/// <summary>What is read: files that lie outside the repository, in the folder that an environment variable names.</summary>
internal static class Material
{
    public static IEnumerable<string> Files(string variable, string pattern)
    {
        var folder = Environment.GetEnvironmentVariable(variable)
            ?? throw new InvalidOperationException($"Set {variable} to a folder of {pattern}.");
        return Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal);
    }
}
