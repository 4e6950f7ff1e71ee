using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Ingest.Cli;
using Ingest.Cli.Export;
using Ingest.Cli.Files;
using Parquet;
using Parquet.Schema;

namespace Ingest.Tests.Cli;

[Collection(ProgramCollection.Name)]
public sealed class ExportTests : IDisposable
{
    private const string Quoting =
        "Published: 2024-05-01\n\nThe mayor of Arlen, Joan Whitfield, opened the pier on Tuesday.\n\n“We have waited, and waited, for "
        + "this,” Ms. Whitfield said.\n";

    private readonly CliFixture _cli = new();

    private readonly AzuriteFixture _azurite;

    public ExportTests(AzuriteFixture azurite)
    {
        _azurite = azurite;
        _cli.Use(azurite.ConnectionString, azurite.NewOptions());
    }

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("articles", 2)]
    [InlineData("entities", 3)]
    [InlineData("quotes", 1)]
    public async Task All_formats_say_the_same(string table, int rows)
    {
        _cli.Lay("news/pier.txt", Quoting);
        _cli.Lay("news/ferry.txt", Articles.Ferry);
        await _cli.RunAsync("up", "news", "--once");

        var jsonl = await _cli.RunAsync("export", table);
        var csv = await _cli.RunAsync("export", table, "--format", "csv");
        var parquet = await _cli.RunAsync("export", table, "--out", "out.parquet");

        Assert.Equal((0, 0, 0), (jsonl.ExitCode, csv.ExitCode, parquet.ExitCode));
        var columns = ExportTable.All.Single(one => one.Name == table).Columns.Select(column => column.Name).ToList();
        var expected = jsonl.OutputLines.Select(line => Values(line, columns)).ToList();
        Assert.Equal(rows, expected.Count);
        Assert.Equal(expected, csv.Output.TrimStart('\ufeff').Split("\r\n")[1..^1].Select(Cells));
        Assert.Equal(expected, await ReadParquetAsync(Path.Combine(_cli.Folder, "out.parquet"), columns));
    }

    [Fact]
    public void README_names_the_columns()
    {
        var readme = File.ReadAllLines(Path.Combine(WorkingTree.Root!, "README.md"));

        foreach (var table in ExportTable.All)
            Assert.Contains($"| `{table.Name}` | {string.Join(' ', table.Columns.Select(column => $"`{column.Name}`"))} |", readme);
    }

    [Fact]
    public async Task Articles_come_newest_first_and_only_since_the_day()
    {
        foreach (var day in new[] { "2024-05-02", "2024-05-01", "2024-05-03" })
            _cli.Lay($"news/{day}.txt", Quoting.Replace("2024-05-01", day, StringComparison.Ordinal));
        await _cli.RunAsync("up", "news", "--once");

        var end = await _cli.RunAsync("export", "articles", "--since", "2024-05-02");

        Assert.Equal(["2024-05-03", "2024-05-02"], end.OutputLines.Select(line => Values(line, ["published"]).Single()));
    }

    // Its row has the new title, and the findings are those of the old version.
    [Theory]
    [InlineData("articles")]
    [InlineData("quotes")]
    public async Task An_article_in_the_middle_of_being_written_is_left_out_and_counted(string table)
    {
        var installation = await TestInstallation.OpenAsync(_azurite);
        _cli.Use(_azurite.ConnectionString, installation.Options.Value);
        foreach (var name in new[] { "flood.txt", "calm.txt" })
        {
            await installation.DropAsync(name, "Flood; 2024-05-01; Mara Voss; Mara Voss: We wait");
            await installation.IngestAsync(name);
        }

        await installation.DropAsync("flood.txt", "Storm; 2024-05-01; Mara Voss; Mara Voss: It came");
        await Assert.ThrowsAsync<RequestHooks.WorkerDied>(() => installation.IngestAsync("flood.txt", RequestHooks.DieBefore(5)));

        var end = await _cli.RunAsync("export", table);
        var file = await _cli.RunAsync("export", table, "--out", "out.csv");

        Assert.Equal(
            $"{installation.Storage.Container.Name}/calm.txt",
            Assert.Single(end.OutputLines.Select(line => Values(line, ["blob"]).Single())));
        Assert.All([end, file], export => Assert.Equal(
            (0, "ingest: 1 article is left out: a run is at work there, or was cut off ('ingest verify' tells)."),
            (export.ExitCode, Assert.Single(export.ErrorLines))));
    }

    [Fact]
    public async Task A_file_is_there_when_it_is_whole()
    {
        await _cli.RunAsync("up", "--once");
        _cli.Lay("quotes.csv", "of yesterday");

        var end = await _cli.RunAsync("export", "quotes", "--out", "quotes.csv");

        Assert.Equal((0, "quotes of 0 articles in quotes.csv: 0 rows."), (end.ExitCode, Assert.Single(end.OutputLines)));
        Assert.StartsWith(
            "\ufeffarticleId,blob,",
            Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(_cli.Folder, "quotes.csv"))),
            StringComparison.Ordinal);
        Assert.Equal(["quotes.csv"], Directory.GetFiles(_cli.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_link_stays_a_link_and_the_file_behind_it_is_the_export()
    {
        await _cli.RunAsync("up", "--once");
        _cli.Lay("real/quotes.csv", "of yesterday");
        var link = Path.Combine(_cli.Folder, "link.csv");
        File.CreateSymbolicLink(link, Path.Combine("real", "quotes.csv"));

        await _cli.RunAsync("export", "quotes", "--out", "link.csv");

        Assert.NotNull(File.ResolveLinkTarget(link, returnFinalTarget: true));
        Assert.StartsWith("articleId,", File.ReadAllText(Path.Combine(_cli.Folder, "real", "quotes.csv")), StringComparison.Ordinal);
        Assert.Equal(["quotes.csv"], Directory.GetFiles(Path.Combine(_cli.Folder, "real")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_pipe_is_written_to_and_stays_a_pipe()
    {
        await _cli.RunAsync("up", "--once");
        var pipe = _cli.MakePipe("pipe");
        using var reader = Process.Start(new ProcessStartInfo("cat", [pipe]) { RedirectStandardOutput = true })!;

        var end = await _cli.RunAsync("export", "quotes", "--format", "csv", "--out", "pipe");
        var isPipe = SpecialFile.KindOf(pipe);
        if (isPipe is null)
            reader.Kill();

        Assert.Equal((0, "a pipe"), (end.ExitCode, isPipe));
        Assert.StartsWith("articleId,", (await reader.StandardOutput.ReadToEndAsync()).TrimStart('\ufeff'), StringComparison.Ordinal);
    }

    // Another export may be writing it, and a person may have a file of that name.
    [Fact]
    public async Task A_file_beside_it_whose_name_ends_with_part_is_left_alone()
    {
        await _cli.RunAsync("up", "--once");
        _cli.Lay("quotes.csv.part", "somebody's");
        using var held = new FileStream(Path.Combine(_cli.Folder, "quotes.csv.part"), FileMode.Open, FileAccess.Read, FileShare.None);

        var end = await _cli.RunAsync("export", "quotes", "--out", "quotes.csv");

        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        Assert.Equal(["quotes.csv", "quotes.csv.part"], Directory.GetFiles(_cli.Folder).Select(Path.GetFileName).Order());
        Assert.Equal("somebody's", new StreamReader(held).ReadToEnd());
    }

    [Theory]
    [InlineData("quotes.txt", "jsonl")]
    [InlineData("quotes", null)]
    public async Task A_name_that_says_no_format_is_taken_where_the_format_is_said_or_nothing_is(string file, string? format)
    {
        await _cli.RunAsync("up", "--once");

        var end = await _cli.RunAsync(["export", "quotes", "--out", file, .. format is null ? [] : new[] { "--format", format }]);

        Assert.Equal((0, $"quotes of 0 articles in {file}: 0 rows."), (end.ExitCode, Assert.Single(end.OutputLines)));
    }

    [Theory]
    [InlineData("'.' is a folder; --out takes a file.", "export", "quotes", "--out", ".")]
    [InlineData("There is no folder '/nowhere' for 'a.csv'; make it first.", "export", "quotes", "--out", "/nowhere/a.csv")]
    [InlineData("'.xls' is no format of an export: .csv, .jsonl and .parquet are, or ", "export", "quotes", "--out", "a.xls")]
    [InlineData("'.gz' is no format of an export: ", "export", "articles", "--out", "a.csv.gz")]
    [InlineData("Argument 'xml' not recognized. Must be one of: 'csv' 'jsonl' 'parquet'", "export", "quotes", "--format", "xml")]
    [InlineData("--since takes a day, a time, or days or hours ago, such as ", "export", "quotes", "--since", "yesterday")]
    public async Task What_cannot_be_asked_is_one_line_and_exit_code_2(string reason, params string[] args)
    {
        var end = await _cli.RunAsync(args);

        Assert.Equal(2, end.ExitCode);
        Assert.StartsWith($"ingest: {reason}", Assert.Single(end.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("one, two", "\"one, two\"")]
    [InlineData("he said \"no\"", "\"he said \"\"no\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=HYPERLINK(\"http://example.com\")", "\"'=HYPERLINK(\"\"http://example.com\"\")\"")]
    [InlineData("+1 said", "'+1 said")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("a=1", "a=1")]
    [InlineData("", "")]
    public async Task A_text_is_one_cell_and_no_formula(string text, string cell)
    {
        var output = new MemoryStream();
        var rows = new CsvRows(output, [ExportColumn.Text("a"), ExportColumn.Number("b")]);

        await rows.WriteAsync([text, -1], default);
        await rows.CompleteAsync(default);

        Assert.Equal($"\ufeffa,b\r\n{cell},-1\r\n", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public async Task More_rows_than_a_group_holds_are_all_there()
    {
        var output = new MemoryStream();
        await using var rows = new ParquetRows(output, [ExportColumn.Text("a"), ExportColumn.Number("b")]);
        for (var n = 0; n < 20_000; n++)
            await rows.WriteAsync([n % 3 == 0 ? null : $"Ж{n}", n], default);
        await rows.CompleteAsync(default);

        await using var reader = await ParquetReader.CreateAsync(new MemoryStream(output.ToArray()));
        var read = new List<int>();
        for (var g = 0; g < reader.RowGroupCount; g++)
        {
            using var group = reader.OpenRowGroupReader(g);
            var numbers = new int[group.RowCount];
            await group.ReadAsync<int>(reader.Schema.DataFields[1], numbers);
            read.AddRange(numbers);
        }

        Assert.Equal(3, reader.RowGroupCount);
        Assert.Equal(Enumerable.Range(0, 20_000), read);
    }

    /// <summary>As text, null for what is absent.</summary>
    private static List<string?> Values(string json, IReadOnlyList<string> columns)
    {
        using var line = JsonDocument.Parse(json);
        return [.. columns.Select(column => line.RootElement.TryGetProperty(column, out var value) ? Text(value) : null)];
    }

    private static string Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var time) && value.GetString()!.Contains('T')
            ? time.ToString("O")
            : value.ToString();

    private static List<string?> Cells(string line)
    {
        var (cells, cell, isQuoted) = (new List<string?>(), new StringBuilder(), false);
        foreach (var c in line + ",")
        {
            if (c == '"')
                isQuoted = !isQuoted;   // none of the texts holds one
            else if (c == ',' && !isQuoted)
            {
                cells.Add(cell.Length == 0 ? null : cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        return cells;
    }

    private static async Task<List<List<string?>>> ReadParquetAsync(string path, IReadOnlyList<string> columns)
    {
        await using var reader = await ParquetReader.CreateAsync(path);
        Assert.Equal(columns, reader.Schema.DataFields.Select(field => field.Name));
        using var group = reader.OpenRowGroupReader(0);
        var count = (int)group.RowCount;
        var values = new List<string?[]>();
        foreach (var field in reader.Schema.DataFields)
            values.Add(await ReadAsync(group, field, count));
        return [.. Enumerable.Range(0, count).Select(n => values.Select(column => column[n]).ToList())];
    }

    private static async Task<string?[]> ReadAsync(ParquetRowGroupReader group, DataField field, int count)
    {
        if (field.ClrType == typeof(int))
            return [.. (await ReadAsync<int>(group, field, count)).Select(number => $"{number}")];
        if (field.ClrType == typeof(double))
            return [.. (await ReadAsync<double>(group, field, count)).Select(number => $"{number}")];
        if (field.ClrType == typeof(DateTime))
            return [.. (await ReadAsync<DateTime>(
                group, field, count)).Select(time => new DateTimeOffset(time, TimeSpan.Zero).ToString("O"))];
        var texts = new string[count];
        await group.ReadAsync(field, texts);
        return texts;
    }

    private static async Task<T[]> ReadAsync<T>(ParquetRowGroupReader group, DataField field, int count) where T : struct
    {
        var values = new T[count];
        await group.ReadAsync<T>(field, values);
        return values;
    }
}
