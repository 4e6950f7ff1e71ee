using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Ingest.Cli.Commands;

/// <summary>A moment: a day, or a day and a time, in UTC unless it says otherwise.</summary>
internal sealed class TimeOption : Option<DateTimeOffset?>
{
    public TimeOption(string name, string description)
        : base(name)
    {
        HelpName = "TIME";
        Description = $"{description} A day, or a day and a time: 2026-11-23, 2026-11-23T14:30Z; in UTC unless it says otherwise.";
        CustomParser = Parse;
    }

    private DateTimeOffset? Parse(ArgumentResult argument)
    {
        var text = argument.Tokens.Single().Value;
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, utc, out var time) && char.IsAsciiDigit(text[0]) && text.Contains('-'))
            return time;
        argument.AddError($"{Name} takes a day or a time such as 2026-11-23 or 2026-11-23T14:30Z, not '{text}'.");
        return null;
    }
}
