using System.IO.Enumeration;
using Ingest.Cli.Views;

namespace Ingest.Cli.Files;

internal static class ArticleFiles
{
    /// <summary>What a folder stands for, in the words of the commands' help.</summary>
    public const string Rule = "A folder stands for all files in it and below, but hidden ones, README files and *.expected.json.";

    /// <summary>
    /// The files that the paths stand for, each once, in ordinal order of path. A pipe, a device or a socket in a folder is told on
    /// standard error and passed over; a folder without a file is told there, too.
    /// </summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="takesPipes">Whether a path may itself be a pipe or a device, to be read once and to its end.</param>
    /// <exception cref="CommandException">A path leads nowhere, or to what can't be read.</exception>
    public static IReadOnlyList<ArticleFile> Find(IReadOnlyList<string> paths, bool takesPipes = false)
    {
        foreach (var path in paths)
        {
            if (!Path.Exists(path))
                throw new CommandException($"There is no file or folder '{path}'.", ExitCode.Usage);
            if (!takesPipes && SpecialFile.KindOf(path) is { } kind)
                throw new CommandException($"'{path}' is {kind}, not a file.", ExitCode.Usage);
        }

        return [.. paths.SelectMany(FilesOf)
            .DistinctBy(file => Path.GetFullPath(file.Path), StringComparer.Ordinal)
            .OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    private static IEnumerable<ArticleFile> FilesOf(string path)
    {
        if (!Directory.Exists(path))
            return [new ArticleFile(path, Path.GetFileName(path))];
        var files = Below(path)
            .Select(way => new ArticleFile(Path.Join(path, way), way.Replace(Path.DirectorySeparatorChar, '/')))
            .Where(IsFile)
            .ToList();
        if (files.Count == 0)
            StandardError.Say($"There is no file to read in '{path}'.");
        return files;
    }

    private static bool IsFile(ArticleFile file)
    {
        if (SpecialFile.KindOf(file.Path) is not { } kind)
            return true;
        StandardError.Say($"{file.Path} is {kind}, not a file, and is passed over.");
        return false;
    }

    private static FileSystemEnumerable<string> Below(string folder) =>
        new(
            folder,
            (ref entry) => Path.GetRelativePath(entry.RootDirectory.ToString(), entry.ToFullPath()),
            new EnumerationOptions
            {
                RecurseSubdirectories = true,
                IgnoreInaccessible = false,
                AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
            })
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && IsArticle(entry.FileName),
            // A link to a folder may lead back to where it lies.
            ShouldRecursePredicate = (ref entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };

    private static bool IsArticle(ReadOnlySpan<char> name) =>
        !name.EndsWith(".expected.json", StringComparison.OrdinalIgnoreCase)
        && !Path.GetFileNameWithoutExtension(name).Equals("README", StringComparison.OrdinalIgnoreCase);
}
