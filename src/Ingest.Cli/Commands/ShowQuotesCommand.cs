using System.CommandLine;
using Ingest.Cli.Storage;
using Ingest.Cli.Views;
using Ingest.Rows;
using Spectre.Console;

namespace Ingest.Cli.Commands;

internal sealed class ShowQuotesCommand : ShowRowsCommand<SpokenRow>
{
    private readonly Option<string?> _speaker = new("--speaker") { HelpName = "NAME", Description = "Only what this one said: the name, or part of it where nobody is called just that; in any case and with or without accents." };
    private readonly Option<string?> _about = new("--about") { HelpName = "TEXT", Description = "Only quotes that hold these words, in any case." };

    public ShowQuotesCommand(ShowOptions options)
        : base("quotes", "Who said what.", options)
    {
        Add(_speaker);
        Add(_about);
    }

    protected override IAsyncEnumerable<SpokenRow> Find(IngestStorage storage, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (quotes, about) = (storage.QuotesBySpeaker, parsed.GetValue(_about));
        return parsed.GetValue(_speaker) is not { } speaker
            ? quotes.FindAsync(speaker: null, about, cancellationToken)
            : NameSearch.FindAsync(speaker, name => quotes.FindAsync(name, about: null, cancellationToken), quotes.NamesWithAsync, cancellationToken)
                .Where(spoken => spoken.IsAbout(about));
    }

    protected override Table View(IEnumerable<SpokenRow> rows) => RowTables.Of(rows);
}
