using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Ingest.Cli.Commands;

/// <summary>A number from 0 to 1; 0 where none is given.</summary>
internal sealed class ShareOption : Option<double>
{
    public ShareOption(string name, string description)
        : base(name)
    {
        HelpName = "SHARE";
        Description = description;
        CustomParser = Parse;
    }

    private double Parse(ArgumentResult argument)
    {
        var text = argument.Tokens.Single().Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1)
            return share;
        argument.AddError($"{Name} takes a number from 0 to 1 such as 0.8, not '{text}'.");
        return 0;
    }
}
