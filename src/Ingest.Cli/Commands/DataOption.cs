using System.CommandLine;

namespace Ingest.Cli.Commands;

internal sealed class DataOption : Option<string?>
{
    public DataOption(
        string description = "Where the local storage keeps its data. Default: .azurite at the root of the working tree. "
            + "Not used when IngestStorage or AzureWebJobsStorage names another.")
        : base("--data")
    {
        HelpName = "FOLDER";
        Description = description;
    }
}
