using System.CommandLine;
using Ingest.Cli.Files;
using Ingest.Cli.Views;
using Ingest.Delivery;
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
    private readonly ConcurrencyOption _concurrency = new("as many as there are processors");
    private readonly Extractor _extractor = new();

    public ExtractCommand()
        : base("extract", "Read articles and print what is in them. Needs no storage.")
    {
        Add(_paths);
        Add(_json);
        Add(_verbatim);
        Add(_concurrency);
        SetAction(RunAsync);
    }

    public string Examples =>
        """
        ingest extract storm.html                      for a person
        ingest extract --json archive > archive.jsonl  for a program
        curl -s https://example.com/ | ingest extract -
        """;

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = IngestRegistration.OptionsOf(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        var files = FilesOf(parsed.GetRequiredValue(_paths));
        var reader = new FileExtraction(
            parsed.GetValue(_verbatim) ? Verbatim : Extract,
            options.Limits,
            new MemoryGate(options.MaxBytesAtOnce, Timeout.InfiniteTimeSpan, TimeProvider.System));
        var print = parsed.GetValue(_json) ? JsonPrinter() : ViewPrinter();
        var exitCode = ExitCode.Done;
        await foreach (var (file, extractions, failure) in OrderedParallel.SelectAsync(
            files.ToAsyncEnumerable(),
            parsed.GetValue(_concurrency) ?? Environment.ProcessorCount,
            (file, token) => ReadAsync(reader, file, token),
            cancellationToken))
        {
            if (failure is not null)
            {
                StandardError.Say($"{file.Path}: {Fault.Describe(failure)}", failure);
                exitCode = ExitCode.Failed;
            }

            foreach (var (i, extraction) in extractions.Index())
                print(extraction, IdOf(file, options.ArticlesContainer, i));
            foreach (var unread in extractions.Unread)
            {
                StandardError.Say($"{file.Path}#{unread.Name}: {unread.Message}");
                if (unread.Fault is { } fault)
                    StandardError.Trace(fault);
                exitCode = ExitCode.Failed;
            }
        }

        return exitCode;

        FileContents<Extraction> Extract(ReadOnlyMemory<byte> bytes, string name, CancellationToken token) =>
            _extractor.Extract(bytes, name, options.Limits, token);

        FileContents<Extraction> Verbatim(ReadOnlyMemory<byte> bytes, string name, CancellationToken token) =>
            new([_extractor.Extract(ArticleReader.ReadVerbatim(bytes, name, options.Limits), name, token)], []);
    }

    private static IReadOnlyList<ArticleFile> FilesOf(string[] paths)
    {
        var files = ArticleFiles.Find([.. paths.Where(path => path != ArticleFile.StandardInput.Path)], takesPipes: true);
        return paths.Contains(ArticleFile.StandardInput.Path) ? [ArticleFile.StandardInput, .. files] : files;
    }

    private static async Task<Reading> ReadAsync(FileExtraction reader, ArticleFile file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return new(file, await reader.ReadAsync(file, cancellationToken), null);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            // Whatever it is, it is this file's, and ends none of the others.
            return new(file, new([], []), e);
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

    private readonly record struct Reading(ArticleFile File, FileContents<Extraction> Extractions, Exception? Failure);
}
