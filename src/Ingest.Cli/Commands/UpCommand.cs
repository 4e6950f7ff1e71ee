using System.CommandLine;
using Ingest.Cli.Azurite;
using Ingest.Cli.Files;
using Ingest.Cli.Storage;
using Ingest.Cli.Views;
using Ingest.Delivery;

namespace Ingest.Cli.Commands;

/// <summary>The local host: storage, watching and what comes of it.</summary>
internal sealed class UpCommand : StorageCommand, IExamples
{
    private readonly PathsArgument _paths =
        new(
            ArgumentArity.ZeroOrMore,
            $"Files and folders to upload first; what the container holds already is left out. {ArticleFiles.Rule}");
    private readonly Option<bool> _once =
        new("--once") { Description = "End when nothing is left to do: 0 when every file is read or recorded as unreadable, 1 when not." };
    private readonly Option<bool> _telemetry = new("--telemetry")
    {
        Description =
            "Say at the end what it tells OpenTelemetry: articles, failures, rows, and how long each stage and the way from upload to rows "
            + "took.",
    };

    public UpCommand()
        : base("up", "Start the storage, read every article that is dropped, and keep watching until Ctrl+C.")
    {
        Add(_paths);
        Add(_once);
        Add(_telemetry);
        AddCommonOptions(takesConcurrency: true);
    }

    public string Examples =>
        """
        ingest up seeds                  read the folder's articles and watch
        ingest up seeds --once           read them and end
        ingest up seeds --once --telemetry
                                         and say how long it took
        ingest up --data archive         with a storage of its own
        AzureWebJobsStorage='DefaultEndpointsProtocol=…' ingest up
        """;

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var files = ArticleFiles.Find(parsed.GetValue(_paths) ?? []);
        var once = parsed.GetValue(_once);
        using var telemetry = parsed.GetValue(_telemetry) ? new TelemetrySummary() : null;
        var report = new UpReport(Terminal.Open(), idle: once ? "" : "Watching; Ctrl+C ends it.");
        await using var session = await StorageSession.OpenOrCreateAsync(SessionOf(parsed), stays: !once, cancellationToken);
        report.Say($"Storage: {session.Description}.");
        var dropped = await new Drop(session.Storage.Container).UploadAsync(files, cancellationToken);
        if (files.Count > 0)
            report.Say(dropped.Describe(session.Storage.Container.Name));

        if (!once)
            report.Say($"Watching the container {session.Storage.Container.Name}. Ctrl+C ends it.");
        try
        {
            await foreach (var watchEvent in session.Watcher.WatchAsync(once, cancellationToken))
            {
                if (watchEvent is WatchEvent.OutageBegan && session.IsLost)
                    throw new AzuriteException("Azurite has ended. Start again: what was read stays read.");
                report.Tell(watchEvent);
            }
        }
        catch (Exception) when (!once && cancellationToken.IsCancellationRequested)
        {
            // The way in which watching ends. What was cut off is done by the next one.
        }

        report.Close();
        foreach (var line in telemetry?.Lines() ?? [])
            report.Say(line);
        return report.UndoneCount == 0 && dropped.Unopened == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
