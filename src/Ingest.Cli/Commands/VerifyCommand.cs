using System.CommandLine;
using Ingest.Cli.Storage;
using Ingest.Cli.Views;

namespace Ingest.Cli.Commands;

/// <summary>Holds the tables to each other and to the files.</summary>
internal sealed class VerifyCommand : StorageCommand, IExamples
{
    private readonly Option<bool> _repair =
        new("--repair") { Description = "Mend it: read the files again, and delete what belongs to none." };

    public VerifyCommand()
        : base("verify", "Look for rows, files and extractions that don't go together. Exit code 1 when some don't and aren't mended.")
    {
        Add(_repair);
        AddCommonOptions("One JSON object a line for all that is amiss.", takesConcurrency: true);
    }

    public string Examples =>
        """
        ingest verify                     what is amiss, and whether anything is
        ingest verify --repair            and mend it
        ingest verify --json | jq .kind   for a program
        """;

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var repair = parsed.GetValue(_repair);
        // A table that is lost is amiss too.
        await using var session = repair
            ? await StorageSession.OpenOrCreateAsync(SessionOf(parsed), stays: false, cancellationToken)
            : await StorageSession.OpenAsync(SessionOf(parsed), cancellationToken);
        var report = new VerifyReport(IsJson(parsed), repair);
        await foreach (var step in session.Audit.RunAsync(repair, cancellationToken))
            report.Tell(step);
        return report.Close() == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
