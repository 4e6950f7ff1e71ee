using System.CommandLine;
using Azure.Storage.Blobs.Models;
using Ingest.Blobs;
using Ingest.Cli.Storage;
using Ingest.Cli.Views;
using Ingest.Rows;

namespace Ingest.Cli.Commands;

/// <summary>Takes files out: the blob first, for the rows follow from it; cut off anywhere, the next one ends it.</summary>
internal sealed class DeleteCommand : StorageCommand, IExamples
{
    // One digit names an article where there are few, and a word may be hexadecimal ("facade"); eight digits are no accident.
    private const int LeastDigits = 8;

    private readonly Argument<string[]> _ids = new("ID")
    {
        Arity = ArgumentArity.OneOrMore,
        Description =
            $"An article's id, at least its first {LeastDigits} digits, or the name of its blob. A file with several articles is deleted "
            + "whole.",
    };
    private readonly Option<bool> _rowsOnly = new("--rows-only")
    {
        Description = "Leave the file in the container. It is read again when it changes, or when an 'ingest up' starts.",
    };

    public DeleteCommand()
        : base("delete", "Remove files with all that was found in them: the file in the container, its rows and its extraction.")
    {
        _ids.RefuseOptions();
        _ids.RefuseEmpty();
        Add(_ids);
        Add(_rowsOnly);
        AddCommonOptions("One JSON object a line for each file: what was removed.");
    }

    public string Examples =>
        """
        ingest delete storm.html               by the blob's name
        ingest delete 6a6bac9e                 by the id, or its first eight digits or more
        ingest delete storm.html --rows-only   the file stays
        """;

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var session = await StorageSession.OpenAsync(SessionOf(parsed), cancellationToken);

        // All of them are found before the first one goes.
        var names = new List<string>();
        foreach (var asked in parsed.GetRequiredValue(_ids))
            names.Add(await FindAsync(session.Storage, asked, cancellationToken));

        var print = IsJson(parsed) ? JsonPrinter() : LinePrinter();
        foreach (var name in names.Distinct(StringComparer.Ordinal))
            print(await DeleteAsync(session, name, parsed.GetValue(_rowsOnly), cancellationToken));
        return ExitCode.Done;
    }

    /// <summary>The blob's name.</summary>
    private static async Task<string> FindAsync(IngestStorage storage, string asked, CancellationToken cancellationToken)
    {
        if (await ArticleSearch.FindIdAsync(storage, asked, LeastDigits, cancellationToken) is not { } id)
        {
            if (await storage.Container.GetBlobClient(asked).ExistsAsync(cancellationToken))
                return asked;
            var isPartOfId = asked.Length < LeastDigits && asked.All(char.IsAsciiHexDigit);
            var hint = isPartOfId ? $" Of an id, {LeastDigits} digits are needed to delete." : "";
            throw new CommandException($"There is no article '{asked}'.{hint}");
        }

        var (container, name) =
            BlobPath.Parse((await storage.Articles.ReadAsync(id, cancellationToken))?.Blob ?? $"{storage.Container.Name}/{asked}");
        if (container != storage.Container.Name)
            throw new CommandException(
                $"'{asked}' is of the container {container}, and the articles' container is {storage.Container.Name}.");
        if (id != ArticleId.Of(container, name))
            throw new CommandException(
                $"'{asked}' is one of several articles of '{name}', and a file is deleted whole: ingest delete {name}");
        return name;
    }

    private static async Task<Deletion> DeleteAsync(StorageSession session, string name, bool rowsOnly, CancellationToken cancellationToken)
    {
        var blob = session.Storage.Container.GetBlobClient(name);
        if (!rowsOnly)
            await blob.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);
        var outcome = rowsOnly
            ? await session.Pipeline.ForgetAsync(blob, cancellationToken)
            : await session.Pipeline.IngestAsync(blob, cancellationToken);
        ContestedMessage.Say(name, outcome.ContestedUntil, again: $"ingest delete {name}");
        return new Deletion(
            name, ArticleId.Of(blob.BlobContainerName, name), FileStays: rowsOnly, IsBack: outcome is not IngestOutcome.Gone);
    }

    private static Action<Deletion> LinePrinter()
    {
        var terminal = Terminal.Open();
        return deletion => terminal.Write(TerminalStyles.Line(deletion switch
        {
            { IsBack: true } => $"{deletion.Blob} was dropped anew meanwhile, and stands.",
            { FileStays: true } => $"{deletion.Blob}: rows and extraction are gone; the file stays.",
            _ => $"{deletion.Blob}: file, rows and extraction are gone. "
                + "An account that keeps versions or deleted blobs has file and extraction back until those expire.",
        }, Spectre.Console.Style.Plain));
    }

    private static Action<Deletion> JsonPrinter()
    {
        var lines = new JsonLines();
        return lines.WriteRow;
    }

    /// <param name="Blob">Name of the file.</param>
    /// <param name="Id">Id of its first article.</param>
    /// <param name="FileStays">Whether the file was left in the container.</param>
    /// <param name="IsBack">Whether somebody dropped it anew meanwhile, so that its rows stand.</param>
    private sealed record Deletion(string Blob, string Id, bool FileStays, bool IsBack);
}
