using System.CommandLine;
using Ingest.Rows;

namespace Ingest.Cli.Commands;

/// <summary>The options that bound rows by their time.</summary>
internal sealed class TimeRangeOptions
{
    /// <summary>What the time of an article is, in the words of the commands' help.</summary>
    public const string OfArticles = "articles published from then on, or uploaded where they give no date.";

    private readonly TimeOption _since;
    private readonly TimeOption _until;

    /// <param name="command">The command that gets them.</param>
    /// <param name="since">What the first of them bounds, and by which time.</param>
    public TimeRangeOptions(Command command, string since)
    {
        _since = new("--since", $"{since} {TimeOption.Rule}");
        _until = new("--until", "Only those before then, a day itself included; as --since takes it.", takesWholeDay: true);
        command.Add(_since);
        command.Add(_until);
        command.Validators.Add(result =>
        {
            if (_since.SaidIn(result) >= _until.SaidIn(result))
                result.AddError("--until is not after --since: there is nothing between them.");
        });
    }

    public TimeRange Of(ParseResult parsed) => new(parsed.GetValue(_since), parsed.GetValue(_until));
}
