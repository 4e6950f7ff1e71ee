namespace Ingest.Cli;

/// <summary>The folder that holds <c>infra/azurite</c>: the repository, or a copy of it.</summary>
internal static class WorkingTree
{
    /// <summary>The nearest one above the working directory, or else above the program; null when there is none.</summary>
    public static string? Root { get; } = Above(Directory.GetCurrentDirectory()) ?? Above(AppContext.BaseDirectory);

    private static string? Above(string folder)
    {
        for (var parent = new DirectoryInfo(folder); parent is not null; parent = parent.Parent)
        {
            if (File.Exists(Path.Combine(parent.FullName, "infra", "azurite", "package-lock.json")))
                return parent.FullName;
        }

        return null;
    }
}
