using System.CommandLine;
using System.CommandLine.Help;

namespace Ingest.Cli.Commands;

internal sealed class IngestCommand : RootCommand, IExamples
{
    public IngestCommand()
        : base("Takes articles from files or blobs, and tells who is in them and who said what.")
    {
        var help = Options.OfType<HelpOption>().Single();
        var helpWithExamples = new HelpWithExamples((HelpAction)help.Action!);
        help.Action = helpWithExamples;
        Add(new VerboseOption());
        SetAction(helpWithExamples.Invoke);
    }

    public string Examples =>
        """
        ingest up seeds                   start the storage, read the folder's articles, keep watching
        ingest drop storm.html            hand in one more
        ingest show quotes --about dam    who spoke of it
        ingest extract page.html --json   one file, no storage
        """;
}
