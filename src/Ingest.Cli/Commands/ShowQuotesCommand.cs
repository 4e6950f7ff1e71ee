using System.CommandLine;
using Ingest.Cli.Views;
using Ingest.Rows;
using Spectre.Console;

namespace Ingest.Cli.Commands;

internal sealed class ShowQuotesCommand : ShowRowsCommand<SpokenRow>
{
    private readonly Option<string?> _speaker = new("--speaker") { HelpName = "NAME", Description = "Only what this one said: the full name, in any case and with or without accents." };
    private readonly Option<string?> _about = new("--about") { HelpName = "TEXT", Description = "Only quotes that hold these words, in any case." };

    public ShowQuotesCommand(ShowOptions options)
        : base("quotes", "Who said what.", options)
    {
        Add(_speaker);
        Add(_about);
    }

    protected override IAsyncEnumerable<SpokenRow> Find(IngestStorage storage, ParseResult parsed, CancellationToken cancellationToken) =>
        storage.QuotesBySpeaker.FindAsync(parsed.GetValue(_speaker), parsed.GetValue(_about), cancellationToken);

    protected override Table View(IEnumerable<SpokenRow> rows) => RowTables.Of(rows);
}
