using System.CommandLine;

namespace Ingest.Cli.Commands;

/// <summary>What an argument or an option may not be.</summary>
internal static class ArgumentRefusal
{
    /// <summary>A misspelt option would else be taken for a value of the argument.</summary>
    public static void RefuseOptions(this Argument argument) => argument.Validators.Add(result =>
    {
        foreach (var token in result.Tokens)
        {
            if (token.Value is ['-', _, ..] && !Path.Exists(token.Value))
                result.AddError($"Unrecognized option '{token.Value}'.");
        }
    });

    /// <summary>"" would else be the beginning of every id.</summary>
    public static void RefuseEmpty(this Argument argument) => argument.Validators.Add(result =>
    {
        if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
            result.AddError($"The {argument.Name} is empty.");
    });

    /// <summary>"" would else be found in everything.</summary>
    public static void RefuseEmpty(this Option<string?> option) => option.Validators.Add(result =>
    {
        if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
            result.AddError($"The {option.HelpName} of {option.Name} is empty.");
    });
}
