using System.CommandLine;

namespace Ingest.Cli.Commands;

/// <summary>Asks the tables.</summary>
internal sealed class ShowCommand : Command, IExamples
{
    public ShowCommand()
        : base("show", "Show what is in the tables.")
    {
        var options = new ShowOptions();
        foreach (var option in options.All)
            Add(option);
        Add(new ShowArticlesCommand(options));
        Add(new ShowArticleCommand(options));
        Add(new ShowEntitiesCommand(options));
        Add(new ShowMentionsCommand(options));
        Add(new ShowQuotesCommand(options));
        Add(new ShowFailuresCommand(options));
    }

    public string Examples =>
        """
        ingest show articles --limit 10
        ingest show article storm.html           by the blob's name
        ingest show article 6a6bac9e             by the id, or its first digits
        ingest show entities --type person
        ingest show mentions Anitha Reddy
        ingest show entities --since 7d          whom the last week's articles name
        ingest show quotes --about dam --json
        ingest show quotes --since 2026-11-01 --until 2026-11-30
        """;
}
