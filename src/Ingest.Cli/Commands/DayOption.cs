using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Ingest.Cli.Commands;

internal sealed class DayOption : Option<DateOnly?>
{
    public DayOption(string name, string description)
        : base(name)
    {
        HelpName = "DAY";
        Description = description;
        CustomParser = Parse;
    }

    private DateOnly? Parse(ArgumentResult argument)
    {
        var text = argument.Tokens.Single().Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        argument.AddError($"{Name} takes a day such as 2026-11-23, not '{text}'.");
        return null;
    }
}
