using System.CommandLine;

namespace Ingest.Cli.Commands;

internal static class OptionRefusal
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
}
