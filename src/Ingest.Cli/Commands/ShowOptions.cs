using System.CommandLine;
using Ingest.Cli.Storage;

namespace Ingest.Cli.Commands;

/// <summary>The options of everything that shows rows.</summary>
internal sealed class ShowOptions
{
    /// <summary>Rows of a table for a person. A program gets all of them.</summary>
    private const int RowsForPerson = 100;

    private readonly WholeNumberOption _limit =
        new("--limit", "N", $"At most so many. Default: {RowsForPerson}, and with --json all.", least: 1) { Recursive = true };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON object a line.", Recursive = true };
    private readonly DataOption _data = new() { Recursive = true };

    public IEnumerable<Option> All => [_json, _limit, _data];

    public bool Json(ParseResult parsed) => parsed.GetValue(_json);

    public int Limit(ParseResult parsed) => parsed.GetValue(_limit) ?? (Json(parsed) ? int.MaxValue : RowsForPerson);

    public SessionOptions Session(ParseResult parsed) =>
        new(parsed.GetValue(_data), Concurrency: null, VerboseOption.IsSaidIn(parsed));
}
