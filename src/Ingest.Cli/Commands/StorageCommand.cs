using System.CommandLine;
using Ingest.Cli.Storage;

namespace Ingest.Cli.Commands;

/// <summary>A command that works on a storage, with the options that such commands have in common.</summary>
internal abstract class StorageCommand : Command
{
    private DataOption? _data;
    private ConcurrencyOption? _concurrency;
    private JsonOption? _json;

    protected StorageCommand(string name, string description)
        : base(name, description) => SetAction(RunAsync);

    protected abstract Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken);

    /// <summary>Adds them: last, so that the help names the command's own options before them.</summary>
    /// <param name="json">What <c>--json</c> prints; null where the command doesn't take it.</param>
    /// <param name="takesConcurrency">Whether it works on several articles at once.</param>
    /// <param name="data">What <c>--data</c> says; null for the usual.</param>
    protected void AddCommonOptions(string? json = null, bool takesConcurrency = false, DataOption? data = null)
    {
        if (takesConcurrency)
            Add(_concurrency = new ConcurrencyOption());
        if (json is not null)
            Add(_json = new JsonOption(json));
        Add(_data = data ?? new DataOption());
    }

    protected bool IsJson(ParseResult parsed) => _json is not null && parsed.GetValue(_json);

    protected SessionOptions SessionOf(ParseResult parsed) => new(
        parsed.GetValue(_data!), _concurrency is null ? null : parsed.GetValue(_concurrency), VerboseOption.IsSaidIn(parsed));
}
