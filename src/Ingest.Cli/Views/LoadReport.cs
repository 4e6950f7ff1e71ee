using System.Globalization;
using Ingest.Cli.Load;
using Spectre.Console;

namespace Ingest.Cli.Views;

/// <summary>What a load run measures, a table for a person: a column a kind of delivery.</summary>
internal sealed class LoadReport
{
    private const double MiB = 1024 * 1024;

    private readonly IAnsiConsole _terminal = Terminal.Open();
    private readonly List<LoadPhase> _phases = [];
    private readonly List<string> _notes = [];
    private readonly JsonLines? _json;
    private readonly ProgressLine? _progress;

    public LoadReport(bool json)
    {
        if (json)
            _json = new JsonLines();
        else
            _progress = new ProgressLine(_terminal);
    }

    public void Progress(string name, int done, int all) =>
        _progress?.Show(string.Create(CultureInfo.InvariantCulture, $"{name}: {done}{(all > 0 ? $" of {all}" : "")}"));

    /// <returns>Articles that were not delivered as they should have been.</returns>
    public int Tell(LoadPhase phase)
    {
        _phases.Add(phase);
        _json?.WriteRow(new
        {
            phase.Name,
            phase.Articles,
            phase.Failed,
            Seconds = Math.Round(phase.Elapsed.TotalSeconds, 2),
            ArticlesPerSecond = Math.Round(phase.ArticlesPerSecond, 1),
            Milliseconds =
                new
                {
                    P50 = Math.Round(phase.Milliseconds.P50, 1),
                    P95 = Math
                    .Round(phase.Milliseconds.P95, 1),
                    P99 = Math
                    .Round(phase.Milliseconds.P99, 1)
                },
            OperationsAnArticle = Enum.GetValues<Operation>().Where(one => Count(phase, one) > 0)
                .ToDictionary(one => char.ToLowerInvariant($"{one}"[0]) + $"{one}"[1..], one => Math.Round(Count(phase, one), 2)),
            BytesSentAnArticle = phase.Operations.Sent / phase.Articles,
            BytesReceivedAnArticle = phase.Operations.Received / phase.Articles,
            PeakMemoryMiB = phase.PeakMemory.Select(peak => (int)(peak / MiB)),
        });
        return phase.Failed;
    }

    /// <returns>Articles and rows that are missing or amiss.</returns>
    public int Tell((int Amiss, long Articles, long Bytes) verified, int count)
    {
        _json?.WriteRow(new { Name = "verified", verified.Articles, verified.Amiss, BytesReceived = verified.Bytes });
        _notes.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"Verified: {verified.Articles} of {count} articles there, {(verified.Amiss == 0 ? "nothing" : verified.Amiss)} amiss; "
            + $"{verified.Bytes / MiB:F0} MiB read for it."));
        return verified.Amiss + (verified.Articles == count ? 0 : 1);
    }

    public void Close()
    {
        Clear();
        if (_json is not null)
            return;
        var table = new Table().NoBorder();
        table.AddColumn(new TableColumn(new Paragraph("", TerminalStyles.Faint)).Padding(0, 0, 2, 0));
        foreach (var phase in _phases)
            table.AddColumn(new TableColumn(new Paragraph(phase.Name, TerminalStyles.Faint)).RightAligned().Padding(0, 0, 2, 0));
        Row("articles", phase => $"{phase.Articles}");
        Row("gone wrong", phase => $"{phase.Failed}");
        Row("articles a second", phase => $"{phase.ArticlesPerSecond:F1}");
        Row("ms, 50 %", phase => $"{phase.Milliseconds.P50:F1}");
        Row("ms, 95 %", phase => $"{phase.Milliseconds.P95:F1}");
        Row("ms, 99 %", phase => $"{phase.Milliseconds.P99:F1}");
        foreach (var operation in Enum.GetValues<Operation>().Where(one => _phases.Any(phase => Count(phase, one) > 0)))
            Row(Words(operation), phase => $"{Count(phase, operation):0.##}");
        Row("KiB sent", phase => $"{phase.Operations.Sent / 1024.0 / phase.Articles:F1}");
        Row("KiB received", phase => $"{phase.Operations.Received / 1024.0 / phase.Articles:F1}");
        Row("MiB at first", phase => $"{phase.PeakMemory[0] / MiB:F0}");
        Row("MiB at last", phase => $"{phase.PeakMemory[^1] / MiB:F0}");
        _terminal.Write(table);
        foreach (var note in _notes.Prepend(
            "Times, operations and bytes are those of an article; memory is the peak in the first and in the last fifth of them."))
            _terminal.Write(TerminalStyles.Line(note, TerminalStyles.Faint));

        void Row(string name, Func<LoadPhase, FormattableString> value) =>
            table.AddRow(
                [
                    TerminalStyles.Words(name),
                    .. _phases.Select(phase => TerminalStyles.Words(value(phase).ToString(CultureInfo.InvariantCulture))),
                ]);
    }

    public void Clear() => _progress?.Clear();

    private static double Count(LoadPhase phase, Operation operation) => phase.Operations.Counts[(int)operation] / (double)phase.Articles;

    private static string Words(Operation operation) => operation switch
    {
        Operation.TableRead => "table reads",
        Operation.TableQuery => "table queries",
        Operation.TableWrite => "table writes",
        Operation.TableBatch => "table batches",
        Operation.TableDelete => "table deletions",
        Operation.BlobRead => "blob reads",
        Operation.BlobWrite => "blob writes",
        Operation.BlobList => "blob listings",
        Operation.BlobDelete => "blob deletions",
        _ => operation.ToString(),
    };
}
