using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Ingest.Cli.Commands;

/// <summary>A whole number within bounds; null where none is given.</summary>
internal class WholeNumberOption : Option<int?>
{
    private readonly int _least;
    private readonly int _most;

    public WholeNumberOption(string name, string helpName, string description, int least, int most = int.MaxValue)
        : base(name)
    {
        (_least, _most) = (least, most);
        HelpName = helpName;
        Description = description;
        CustomParser = Parse;
    }

    private int? Parse(ArgumentResult argument)
    {
        var text = argument.Tokens.Single().Value;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= _least
            && number <= _most)
            return number;
        var bounds = _most < int.MaxValue ? $"from {_least} to {_most}" : $"from {_least} on";
        argument.AddError(string.Create(CultureInfo.InvariantCulture, $"{Name} takes a number {bounds}, not '{text}'."));
        return null;
    }
}
