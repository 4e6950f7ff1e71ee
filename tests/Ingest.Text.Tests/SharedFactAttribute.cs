namespace Ingest.Text.Tests;

/// <summary>A fact about a file that lies beside the checkout, in <c>../shared</c> or where INGEST_SHARED says; skipped where it is absent.</summary>
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string path)
    {
        if (!Path.Exists(Shared.PathOf(path)))
            Skip = $"{Shared.PathOf(path)} isn't on this machine.";
    }
}

/// <summary>Material that may be read but not copied here.</summary>
internal static class Shared
{
    private static readonly string Root = Environment.GetEnvironmentVariable("INGEST_SHARED") ?? Path.Combine(Path.GetDirectoryName(Tree.Root)!, "shared");

    public static string PathOf(string path) => Path.Combine(Root, path);
}
