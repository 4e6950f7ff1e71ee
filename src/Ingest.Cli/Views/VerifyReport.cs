using System.Globalization;
using Ingest.Audit;
using Spectre.Console;

namespace Ingest.Cli.Views;

/// <summary>What is amiss, a line each; in the last line how far the search is.</summary>
internal sealed class VerifyReport
{
    private readonly IAnsiConsole _terminal = Terminal.Open();
    private readonly JsonLines? _json;
    private readonly ProgressLine? _progress;
    private readonly Dictionary<string, long> _looked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _contested = new(StringComparer.Ordinal);   // once a file, and not for each of its articles
    private readonly bool _isRepair;
    private int _found;
    private int _repaired;
    private int _underWay;

    public VerifyReport(bool json, bool isRepair)
    {
        _isRepair = isRepair;
        if (json)
            _json = new JsonLines();
        else
            _progress = new ProgressLine(_terminal);
    }

    public void Tell(AuditEvent step)
    {
        switch (step)
        {
            case AuditEvent.Looked(var what, var count, var closely):
                if (!closely)
                    _looked[what] = count;
                _progress?.Show(string.Create(
                    CultureInfo.InvariantCulture, $"{(closely ? "Looking closely at" : "Reading")} {what}: {count}"));
                break;
            case AuditEvent.Contested(var blob, var until) when _contested.Add(blob):
                _progress?.Clear();
                ContestedMessage.Say(blob, until);
                break;
            case AuditEvent.UnderWay:
                _underWay++;
                break;
            case AuditEvent.Found(var one):
                _found++;
                _repaired += one.Repaired == true ? 1 : 0;
                Tell(one);
                break;
        }
    }

    /// <summary>What is amiss still.</summary>
    public int Close()
    {
        _progress?.Clear();
        if (_json is null)
        {
            foreach (var line in Summary())
                _terminal.Write(TerminalStyles.Line(line, TerminalStyles.Faint));
        }

        return _found - _repaired;
    }

    private void Tell(Discrepancy one)
    {
        if (_json is not null)
        {
            _json.WriteRow(one);
            return;
        }

        _progress!.Clear();
        _terminal.Write(TerminalStyles.Line(
            $"{one.Blob ?? one.ArticleId}: {Describe(one)}{End(one)}", one.Repaired == true ? Style.Plain : TerminalStyles.Warning));
    }

    /// <summary>What became of it: a row or extraction is deleted as it was read, everything else mended by reading the file.</summary>
    internal static string End(Discrepancy one) => one switch
    {
        { Repaired: null } => "",
        { Repaired: true } => " Mended.",
        { Kind: DiscrepancyKind.RowStray or DiscrepancyKind.ExtractionStray } or { Kind: DiscrepancyKind.ArticleStray, Blob: null } =>
            " Not mended: somebody has written or deleted it since; verify again.",
        _ => " Not mended: five tries to read the file failed; 'ingest show failures' says more.",
    };

    private IEnumerable<string> Summary()
    {
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{_looked.Values.Sum()} rows, files and extractions looked at; {(_found == 0 ? "nothing" : _found)} amiss"
            + $"{(_repaired > 0 ? $", {_repaired} mended" : "")}.");
        if (_underWay > 0)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{_underWay} files are being read, wait for their turn, or were cut off less than five minutes ago; verify again after "
                + $"that.");
        if (_found > 0 && !_isRepair)
            yield return "'ingest verify --repair' mends it: files are read again, and what belongs to none is deleted.";
    }

    private static string Describe(Discrepancy one) => one.Kind switch
    {
        DiscrepancyKind.Unread => "the file has no rows; nobody has read it.",
        DiscrepancyKind.Outdated => "the file was overwritten, and its rows are those of the version before.",
        DiscrepancyKind.Gone => "the file is gone, and its rows are there.",
        DiscrepancyKind.CutOff => $"a run was cut off, and none came after it (article {one.ArticleId}).",
        DiscrepancyKind.ArticleMissing => $"article {one.ArticleId} of the file has no row.",
        DiscrepancyKind.ArticleStray => $"article {one.ArticleId} belongs to no file.",
        DiscrepancyKind.FindingMissing => $"entities or quotes of article {one.ArticleId} are missing.",
        DiscrepancyKind.RowMissing => $"{Row(one)} is missing.",
        DiscrepancyKind.RowDiffers => $"{Row(one)} says something else than the article.",
        DiscrepancyKind.RowStray => $"{Row(one)} belongs to no article.",
        DiscrepancyKind.ExtractionMissing => $"the extraction of article {one.ArticleId} is missing.",
        DiscrepancyKind.ExtractionStray => "the extraction belongs to no article.",
        _ => one.Kind.ToString(),
    };

    private static string Row(Discrepancy one) => $"{one.Table} ({one.PartitionKey}, {one.RowKey})";
}
