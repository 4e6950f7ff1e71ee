using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Ingest.Cli.Export;
using Ingest.Cli.Storage;
using Ingest.Cli.Views;
using Ingest.Rows;
using Ingest.Tables;
using Spectre.Console;

namespace Ingest.Cli.Commands;

internal sealed class ExportTableCommand : StorageCommand
{
    /// <summary>Articles that are read at once.</summary>
    private const int Concurrency = 16;

    private readonly ExportTable _table;
    private readonly Option<ExportFormat?> _format = new("--format")
    {
        Description = "Default: what the file's name ends with, .csv, .jsonl or .parquet; without an ending, jsonl.",
    };
    private readonly Option<string?> _out = new("--out")
    {
        HelpName = "FILE",
        Description = "Where to. It is there when all of it is. Default: standard output.",
    };
    private readonly TimeRangeOptions _range;

    public ExportTableCommand(ExportTable table)
        : base(table.Name, $"{string.Join(", ", table.Columns.Select(column => column.Name))}.")
    {
        _table = table;
        _format.AcceptOnlyFromAmong("csv", "jsonl", "parquet");
        Add(_format);
        _range = new(this, $"Only {TimeRangeOptions.OfArticles}");
        Add(_out);
        AddCommonOptions();
        Validators.Add(Check);
    }

    private void Check(CommandResult command)
    {
        if (command.GetValue(_out) is null && command.GetResult(_format)?.Tokens is [{ Value: "parquet" }] && !Console.IsOutputRedirected)
            command.AddError("Parquet is binary: use --out FILE.");
        if (command.GetValue(_out) is not { } file)
            return;
        if (file.Length == 0)
            command.AddError("The FILE of --out is empty.");
        else if (NamedFormat(file) is null && Path.GetExtension(file) is { Length: > 0 } extension && command.GetResult(_format) is null)
            command.AddError($"'{extension}' is no format of an export: .csv, .jsonl and .parquet are, or --format says which.");
        else if (NamedFormat(file) is { } named && command.GetResult(_format)?.Tokens is [{ Value: var asked }]
            && !asked.Equals(named.ToString(), StringComparison.OrdinalIgnoreCase))
            command.AddError($"'{file}' would be read as {named.ToString().ToLowerInvariant()}, by its name, and --format says {asked}: "
                + "leave one of them out.");
        else if (Directory.Exists(file))
            command.AddError($"'{file}' is a folder; --out takes a file.");
        else if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder))
            command.AddError($"There is no folder '{folder}' for '{Path.GetFileName(file)}'; make it first.");
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetValue(_out);
        var format = parsed.GetValue(_format) ?? NamedFormat(file) ?? ExportFormat.Jsonl;
        await using var session = await StorageSession.OpenAsync(SessionOf(parsed), cancellationToken);
        if (file is null)
        {
            await using var output = new BufferedStream(StandardOutput.Open(), 64 * 1024);
            Say(await WriteAsync(session.Storage, format, _range.Of(parsed), output, (_, _) => { }, cancellationToken));
            return ExitCode.Done;
        }

        var terminal = Terminal.Open();
        var (progress, rows, articles, leftOut) = (new ProgressLine(terminal), 0L, 0L, 0L);
        await using var export = ExportFile.Create(file);
        try
        {
            leftOut = await WriteAsync(session.Storage, format, _range.Of(parsed), export.Stream, Tell, cancellationToken);
            await export.CompleteAsync();
        }
        finally
        {
            progress.Clear();
        }

        Say(leftOut);
        terminal.Write(TerminalStyles.Line(
            string.Create(CultureInfo.InvariantCulture, $"{_table.Name} of {articles} articles in {file}: {rows} rows."),
            TerminalStyles.Faint));
        return ExitCode.Done;

        void Tell(long rowCount, long articleCount)
        {
            (rows, articles) = (rowCount, articleCount);
            if (articles % 100 == 0)
                progress.Show(string.Create(CultureInfo.InvariantCulture, $"{articles} articles, {rows} rows"));
        }
    }

    private static void Say(long leftOut)
    {
        if (leftOut == 0)
            return;
        var articles = string.Create(CultureInfo.InvariantCulture, $"{leftOut} {(leftOut == 1 ? "article is" : "articles are")}");
        StandardError.Say($"{articles} left out: a run is at work there, or was cut off ('ingest verify' tells).");
    }

    /// <returns>Articles that were left out, for their rows may be of two versions.</returns>
    private async Task<long> WriteAsync(
        IngestStorage storage,
        ExportFormat format,
        TimeRange range,
        Stream output,
        Action<long, long> tell,
        CancellationToken cancellationToken)
    {
        var (writer, rows, articles, leftOut) = (Writer(format, output), 0L, 0L, 0L);
        try
        {
            var days = storage.ArticlesByDay.NewestFirstAsync(range, cancellationToken);
            var read = OrderedParallel.SelectAsync(days, Concurrency, (day, token) => ReadAsync(storage, day, token), cancellationToken);
            await foreach (var whole in read)
            {
                if (whole?.Article.Status == ArticleStatus.Writing)
                {
                    leftOut++;
                    continue;
                }

                foreach (var row in whole is null ? [] : _table.RowsOf(whole))
                {
                    await writer.WriteAsync(row, cancellationToken);
                    rows++;
                }

                tell(rows, articles += whole is null ? 0 : 1);
            }

            await writer.CompleteAsync(cancellationToken);
            return leftOut;
        }
        finally
        {
            if (writer is IAsyncDisposable disposable)
                await disposable.DisposeAsync();
        }
    }

    /// <summary>Null when it was removed since it was listed, or can't be read any more.</summary>
    private async Task<WholeArticle?> ReadAsync(IngestStorage storage, DayRow day, CancellationToken cancellationToken)
    {
        var whole = _table.NeedsFindings
            ? await storage.Articles.ReadWholeAsync(day.ArticleId, cancellationToken)
            : await storage.Articles.ReadAsync(day.ArticleId, cancellationToken) is { } article ? new WholeArticle(article, [], []) : null;
        return whole?.Article.Status == ArticleStatus.Failed ? null : whole;
    }

    private IRowWriter Writer(ExportFormat format, Stream output) => format switch
    {
        ExportFormat.Csv => new CsvRows(output, _table.Columns),
        ExportFormat.Parquet => new ParquetRows(output, _table.Columns),
        _ => new JsonRows(output, _table.Columns),
    };

    /// <summary>Of what the file's name ends with; null when that is none of them.</summary>
    private static ExportFormat? NamedFormat(string? file) =>
        Enum.TryParse<ExportFormat>(Path.GetExtension(file)?.TrimStart('.'), ignoreCase: true, out var format) ? format : null;
}
