using System.CommandLine;
using Ingest.Cli.Files;
using Ingest.Cli.Views;
using Ingest.Rows;
using Ingest.Text;
using Ingest.Text.Articles;
using Microsoft.Extensions.Configuration;

namespace Ingest.Cli.Commands;

/// <summary>Reads files as <c>up</c> would, without any storage.</summary>
internal sealed class ExtractCommand : Command, IExamples
{
    private readonly PathsArgument _paths = new(ArgumentArity.OneOrMore, $"Files and folders; - is standard input. {ArticleFiles.Rule}");
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object a line for each article, in order of path." };
    private readonly Option<bool> _verbatim =
        new("--verbatim") { Description = "Take a file's text as the article's body, unchanged, so that offsets are into the file." };
    private readonly Extractor _extractor = new();

    public ExtractCommand()
        : base("extract", "Read articles and print what is in them. Needs no storage.")
    {
        Add(_paths);
        Add(_json);
        Add(_verbatim);
        SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetRequiredValue(_paths), parsed.GetValue(_json), parsed.GetValue(_verbatim), cancellationToken));
    }

    public string Examples =>
        """
        ingest extract storm.html                      for a person
        ingest extract --json archive > archive.jsonl  for a program
        curl -s https://example.com/ | ingest extract -
        """;

    private async Task<int> RunAsync(string[] paths, bool json, bool verbatim, CancellationToken cancellationToken)
    {
        var options = IngestRegistration.OptionsOf(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        var files = FilesOf(paths);
        var print = json ? JsonPrinter() : ViewPrinter();
        var exitCode = ExitCode.Done;
        await foreach (var (file, extractions, failure) in OrderedParallel.SelectAsync(
            files.ToAsyncEnumerable(), Environment.ProcessorCount, (file, token) => ReadAsync(file, verbatim, options.Limits, token),
            cancellationToken))
        {
            if (failure is not null)
            {
                StandardError.Say($"{file.Path}: {failure}");
                exitCode = ExitCode.Failed;
            }

            foreach (var (i, extraction) in extractions.Index())
                print(extraction, IdOf(file, options.ArticlesContainer, i));
            foreach (var unread in extractions.Unread)
            {
                StandardError.Say($"{file.Path}#{unread.Name}: {unread.Message}");
                exitCode = ExitCode.Failed;
            }
        }

        return exitCode;
    }

    private static IReadOnlyList<ArticleFile> FilesOf(string[] paths)
    {
        var files = ArticleFiles.Find([.. paths.Where(path => path != ArticleFile.StandardInput.Path)], takesPipes: true);
        return paths.Contains(ArticleFile.StandardInput.Path) ? [ArticleFile.StandardInput, .. files] : files;
    }

    private async Task<Reading> ReadAsync(ArticleFile file, bool verbatim, ArticleLimits limits, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var bytes = await file.ReadAsync(limits.MaxBytes, cancellationToken);
            var extractions = verbatim
                ? new([_extractor.Extract(ArticleReader.ReadVerbatim(bytes, file.Path, limits), file.Path, cancellationToken)], [])
                : _extractor.Extract(bytes, file.Path, limits, cancellationToken);
            return new(file, extractions, null);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            // Whatever it is, it is this file's, and ends none of the others.
            return new(file, new([], []), e is ArticleFormatException ? e.Message : Fault.Describe(e));
        }
    }

    private static Action<Extraction, string?> ViewPrinter()
    {
        var terminal = Terminal.Open();
        var isFirst = true;
        return (extraction, _) =>
        {
            if (!isFirst)
                terminal.Write(Spectre.Console.Text.NewLine);
            isFirst = false;
            terminal.Write(ArticleView.Full(ArticleSheet.Of(extraction)));
        };
    }

    private static Action<Extraction, string?> JsonPrinter()
    {
        var lines = new JsonLines();
        return (extraction, id) => lines.WriteJson(ExtractionJson.Serialize(extraction, id));
    }

    /// <summary>The id that the file's article has once it is dropped; null for standard input, which can't be.</summary>
    private static string? IdOf(ArticleFile file, string container, int index) =>
        file == ArticleFile.StandardInput ? null : ArticleId.Of(container, file.BlobName, index + 1);

    private readonly record struct Reading(ArticleFile File, FileContents<Extraction> Extractions, string? Failure);
}
