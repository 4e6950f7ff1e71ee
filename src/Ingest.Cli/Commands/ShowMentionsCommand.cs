using System.CommandLine;
using Ingest.Cli.Storage;
using Ingest.Cli.Views;
using Ingest.Rows;
using Spectre.Console;

namespace Ingest.Cli.Commands;

internal sealed class ShowMentionsCommand : ShowRowsCommand<MentionRow>
{
    private readonly Argument<string[]> _name = new("NAME")
    {
        Arity = ArgumentArity.OneOrMore,
        Description =
            "The name, in any case and with or without accents; its words need no quotation marks. Part of a name is looked for where "
            + "nothing is called just that.",
    };

    public ShowMentionsCommand(ShowOptions options)
        : base("mentions", "The articles that name somebody or something, newest first.", $"Only {TimeRangeOptions.OfArticles}", options)
    {
        _name.RefuseOptions();
        _name.RefuseEmpty();
        Add(_name);
    }

    protected override IAsyncEnumerable<MentionRow> Find(IngestStorage storage, ParseResult parsed, CancellationToken cancellationToken) =>
        NameSearch.FindAsync(
            string.Join(' ', parsed.GetRequiredValue(_name)),
            name => storage.MentionsByEntity.OfNameAsync(name, Range(parsed), cancellationToken),
            name => storage.MentionsByEntity.OfNameAsync(name, cancellationToken).AnyAsync(cancellationToken),
            storage.MentionsByEntity.NamesWithAsync,
            cancellationToken);

    protected override Table View(IEnumerable<MentionRow> rows) => RowTables.Of(rows);
}
