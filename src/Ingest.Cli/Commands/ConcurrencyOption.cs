using System.CommandLine;

namespace Ingest.Cli.Commands;

internal sealed class ConcurrencyOption : Option<int?>
{
    public ConcurrencyOption()
        : base("--concurrency")
    {
        HelpName = "N";
        Description = "Articles that are worked on at once, from 1 to 64. Default: 8.";
        Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 64)
                result.AddError("--concurrency takes a number from 1 to 64.");
        });
    }
}
