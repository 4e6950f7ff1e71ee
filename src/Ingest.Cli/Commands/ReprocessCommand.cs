using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Ingest.Cli.Storage;
using Ingest.Cli.Views;
using Ingest.Delivery;
using Ingest.Text;
using Ingest.Text.Articles;

namespace Ingest.Cli.Commands;

/// <summary>Has files read again that were read: an engine that knows more has other rows.</summary>
internal sealed class ReprocessCommand : StorageCommand, IExamples
{
    private static readonly string[] Formats = [.. Enum.GetValues<ArticleFormat>().Select(ExtractionJson.FormatName)];

    private readonly Option<bool> _all = new("--all") { Description = "All files that have rows." };
    private readonly Option<Version?> _engineBefore = new("--engine-before")
    {
        HelpName = "V",
        Description = $"Only files that an engine before this version has read, such as {Extractor.Engine}, the one at work now.",
        CustomParser = ParseVersion,
    };
    private readonly Option<string?> _format = new("--format")
    {
        HelpName = "FORMAT",
        Description = $"Only files that hold an article of this format: {string.Join(", ", Formats[..^1])} or {Formats[^1]}.",
    };
    private readonly Option<bool> _restart = new("--restart")
    {
        Description = "Begin with the first file, and not where an earlier run was cut off.",
    };

    public ReprocessCommand()
        : base(
            "reprocess", "Read files again that were read before, and write their rows anew. Cut off, the same command goes on from there.")
    {
        _format.AcceptOnlyFromAmong(Formats);
        Add(_all);
        Add(_engineBefore);
        Add(_format);
        Add(_restart);
        AddCommonOptions("One JSON object a line for each file: what became of it.", takesConcurrency: true);
        Validators.Add(Check);
    }

    public string Examples =>
        $"""
        ingest reprocess --engine-before {Extractor.Engine}    after an update
        ingest reprocess --format pdf              files of one format
        ingest reprocess --all                     everything
        """;

    private void Check(CommandResult command)
    {
        var isLess = command.GetResult(_engineBefore) is not null || command.GetResult(_format) is not null;
        if (command.GetResult(_all) is null && !isLess)
            command.AddError("Which files? --all, or those of --engine-before or --format.");
        else if (command.GetResult(_all) is not null && isLess)
            command.AddError("--all can't be combined with --engine-before or --format.");
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var session = await StorageSession.OpenAsync(SessionOf(parsed), cancellationToken);
        var selection = new ReprocessSelection(parsed.GetValue(_engineBefore), parsed.GetValue(_format));
        var restart = parsed.GetValue(_restart);
        if (!restart && await session.Reprocessing.DoneBeforeAsync(selection, cancellationToken) is > 0 and var done)
            StandardError.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"an earlier run was cut off after {done} files; going on from there (--restart begins anew)"));

        var report = new RedeliveryReport(IsJson(parsed), namesAll: false);
        await foreach (var (watchEvent, share) in session.Reprocessing.RunAsync(
            selection, restart, watchEvent => report.Tell(watchEvent), cancellationToken))
            report.Tell(watchEvent, share);
        return report.Close("No such files.") == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static Version? ParseVersion(ArgumentResult argument)
    {
        var text = argument.Tokens.Single().Value;
        if (Version.TryParse(text, out var version))
            return version;
        argument.AddError($"--engine-before takes a version such as {Extractor.Engine}, not '{text}'.");
        return null;
    }
}
