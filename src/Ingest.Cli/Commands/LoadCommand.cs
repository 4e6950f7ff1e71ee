using System.CommandLine;
using System.Globalization;
using Azure.Core.Pipeline;
using Ingest.Cli.Load;
using Ingest.Cli.Storage;
using Ingest.Cli.Views;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Cli.Commands;

/// <summary>Measures what an article costs.</summary>
internal sealed class LoadCommand : StorageCommand, IExamples
{
    private const int MaxArticles = 1_000_000;

    private readonly Argument<int> _count = new("N") { Description = "Articles, from 1 to 1000000." };
    private readonly WholeNumberOption _seed = new("--seed", "S", "Other articles. Default: 1.", least: 0);
    private readonly Option<bool> _keep = new("--keep")
    {
        Description = "Leave containers and tables, whose names begin with 'load'; of the local storage with --data alone. Default: they "
            + "are deleted.",
    };

    public LoadCommand()
        : base(
            "load",
            "Read N generated articles in containers and tables of their own, and report articles a second, operations and bytes an "
            + "article, "
            + "and memory. Exit code 1 when an article is lost.")
    {
        _count.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1
                && (!int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var count) || count is < 1 or > MaxArticles))
                result.AddError($"N is a number from 1 to {MaxArticles}, not '{result.Tokens[0].Value}'.");
        });
        Add(_count);
        Add(_seed);
        Add(_keep);
        AddCommonOptions(
            "One JSON object a line for each kind of delivery.",
            takesConcurrency: true,
            new DataOption(
                "Where the local storage keeps its data. Default: in memory. Not used when IngestStorage or AzureWebJobsStorage names "
                + "another."));
    }

    public string Examples =>
        """
        ingest load 1000                   on the local storage, for a first look
        IngestStorage='DefaultEndpointsProtocol=…' ingest load 10000 --concurrency 32
        """;

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var count = parsed.GetValue(_count);
        var counter = new OperationCounter();
        await using var session = await StorageSession.CreateAsync(
            SessionOf(parsed),
            LoadInstallation.Settings(TimeProvider.System),
            services => services.AddSingleton<HttpPipelinePolicy>(counter),
            cancellationToken);
        var report = new LoadReport(IsJson(parsed));
        try
        {
            var run =
                new LoadRun(
                    session.Storage, session.Pipeline, session.Audit, counter, new GeneratedArticles(parsed.GetValue(_seed) ?? 1),
                    session.Concurrency, report.Progress);
            var lost = 0;
            await foreach (var phase in run.RunAsync(count, cancellationToken))
                lost += report.Tell(phase);
            var verified = await run.VerifyAsync(cancellationToken);
            lost += report.Tell(verified, count);
            lost += report.Tell(await run.DeleteAsync(count, cancellationToken));
            report.Close();
            return lost == 0 ? ExitCode.Done : ExitCode.Failed;
        }
        finally
        {
            report.Clear();
            if (!parsed.GetValue(_keep))
                await session.DeleteLoadAsync(CancellationToken.None);
        }
    }
}
