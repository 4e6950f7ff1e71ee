using System.CommandLine;
using Ingest.Cli.Files;
using Ingest.Cli.Storage;

namespace Ingest.Cli.Commands;

/// <summary>Uploads files; who watches the container does the rest.</summary>
internal sealed class DropCommand : StorageCommand, IExamples
{
    private readonly PathsArgument _paths = new(ArgumentArity.OneOrMore, $"Files and folders. {ArticleFiles.Rule}");

    public DropCommand()
        : base("drop", "Upload files into the container where articles are dropped.")
    {
        Add(_paths);
        AddCommonOptions();
    }

    public string Examples =>
        """
        ingest drop storm.html    an 'ingest up' that runs beside it reads it at once
        ingest drop archive       the blob's name is the file's way from the folder: 2024/storm.html
        """;

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var files = ArticleFiles.Find(parsed.GetRequiredValue(_paths));
        await using var session = await StorageSession.OpenOrCreateAsync(SessionOf(parsed), stays: false, cancellationToken);
        var dropped = await new Drop(session.Storage.Container).UploadAsync(files, cancellationToken);
        Console.WriteLine(dropped.Describe(session.Storage.Container.Name));
        if (session.IsAlone && dropped.Uploaded > 0)
            Console.WriteLine("No 'ingest up' is running; the next one reads them.");
        return dropped.Unopened == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
