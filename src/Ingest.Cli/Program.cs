using Ingest.Cli;
using Ingest.Cli.Commands;
using Ingest.Cli.Views;

StandardOutput.Use();
var ingest = new IngestCommand
{
    new UpCommand(),
    new DropCommand(),
    new DeleteCommand(),
    new RetryCommand(),
    new ReprocessCommand(),
    new VerifyCommand(),
    new LoadCommand(),
    new ExtractCommand(),
    new ShowCommand(),
    new ExportCommand(),
};
return await CommandLine.RunAsync(ingest, args);
