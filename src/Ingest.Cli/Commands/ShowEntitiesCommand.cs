using System.CommandLine;
using Ingest.Cli.Views;
using Ingest.Tables;
using Ingest.Text.Entities;
using Spectre.Console;

namespace Ingest.Cli.Commands;

internal sealed class ShowEntitiesCommand : ShowRowsCommand<EntityTotal>
{
    // Dates, sums and percentages are in no view.
    private static readonly string[] Types =
        [.. Enum.GetValues<EntityType>().Where(type => !type.IsFigure()).Select(TypeNames.Of)];

    private readonly Option<string?> _type =
        new("--type") { HelpName = "TYPE", Description = $"Only {string.Join(", ", Types[..^1])} or {Types[^1]}." };

    private readonly Option<string?> _named = new("--named")
    {
        HelpName = "WORDS",
        Description = "Only those whose name holds these words, in any case and with or without accents.",
    };

    public ShowEntitiesCommand(ShowOptions options)
        : base("entities", "Who and what the articles name, the most named first.", $"Count only {TimeRangeOptions.OfArticles}", options)
    {
        _type.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, Types);
        _named.RefuseEmpty();
        Add(_type);
        Add(_named);
    }

    protected override IAsyncEnumerable<EntityTotal> Find(IngestStorage storage, ParseResult parsed, CancellationToken cancellationToken)
    {
        EntityType? type = parsed.GetValue(_type) is { } said ? Enum.Parse<EntityType>(said, ignoreCase: true) : null;
        var (named, range) = (parsed.GetValue(_named), Range(parsed));
        // From a beginning on, articles are few; the view of names would be looked through from end to end.
        var totals = range.Since is null
            ? storage.MentionsByEntity.EntitiesAsync(type, named, range, cancellationToken)
            : EntityTotals.OfAsync(
                storage.NewestArticlesAsync(range, row => row.Entities > 0, cancellationToken), type, named, cancellationToken);
        return totals
            .OrderByDescending(total => total.Articles)
            .ThenByDescending(total => total.Mentions)
            .ThenBy(total => total.EntityKey, StringComparer.Ordinal);
    }

    protected override Table View(IEnumerable<EntityTotal> rows) => RowTables.Of(rows);
}
