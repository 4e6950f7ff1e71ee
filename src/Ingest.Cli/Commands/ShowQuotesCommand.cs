using System.CommandLine;
using Ingest.Cli.Storage;
using Ingest.Cli.Views;
using Ingest.Rows;
using Ingest.Text.Quotes;
using Spectre.Console;

namespace Ingest.Cli.Commands;

internal sealed class ShowQuotesCommand : ShowRowsCommand<SpokenRow>
{
    private static readonly string[] Kinds = [.. Enum.GetNames<QuoteKind>().Select(kind => kind.ToLowerInvariant())];

    private readonly Option<string?> _speaker = new("--speaker")
    {
        HelpName = "NAME",
        Description =
            "Only what this one said: the name, or part of it where nobody is called just that; in any case and with or without accents.",
    };
    private readonly Option<string?> _about =
        new("--about") { HelpName = "TEXT", Description = "Only quotes that hold these words, in any case." };
    private readonly Option<string?> _kind =
        new("--kind") { HelpName = "KIND", Description = $"Only {string.Join(", ", Kinds[..^1])} or {Kinds[^1]} ones." };
    private readonly ShareOption _confidence =
        new("--confidence", "Only those at least so sure, from 0 to 1: of quotes at 0.9, about nine in ten are right.");

    public ShowQuotesCommand(ShowOptions options)
        : base(
            "quotes",
            "Who said what, newest article first; all of it, which --json without --limit and --since gives, by speaker.",
            $"Only from {TimeRangeOptions.OfArticles}",
            options)
    {
        _speaker.RefuseEmpty();
        _about.RefuseEmpty();
        Add(_speaker);
        Add(_about);
        Add(_kind);
        Add(_confidence);
        _kind.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, Kinds);
    }

    protected override IAsyncEnumerable<SpokenRow> Find(IngestStorage storage, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (quotes, about, confidence) = (storage.QuotesBySpeaker, parsed.GetValue(_about), parsed.GetValue(_confidence));
        QuoteKind? kind = parsed.GetValue(_kind) is { } word ? Enum.Parse<QuoteKind>(word, ignoreCase: true) : null;
        var range = Range(parsed);
        if (parsed.GetValue(_speaker) is { } speaker)
        {
            return NameSearch.FindAsync(
                speaker,
                name => quotes.FindAsync(name, about: null, range, cancellationToken),
                name => quotes.FindAsync(name, about: null, cancellationToken).AnyAsync(cancellationToken),
                quotes.NamesWithAsync,
                cancellationToken).Where(IsWanted);
        }

        var limit = Limit(parsed);
        if (range.Since is not null || (about is null && limit < int.MaxValue))
            return NewestAsync(storage, range, cancellationToken).Where(IsWanted);
        return limit < int.MaxValue
            ? quotes.NewestAsync(limit + 1, IsWanted, range, cancellationToken)   // one more tells that there is more
            : quotes.FindAsync(speaker: null, about, range, cancellationToken).Where(IsWanted);

        bool IsWanted(SpokenRow spoken) =>
            spoken.IsAbout(about) && (kind ?? spoken.Quote.Kind) == spoken.Quote.Kind && spoken.Quote.Confidence >= confidence;
    }

    /// <summary>
    /// Quotes, newest article first: a request for each that has any, so that a hundred cost some twenty, whatever there is beside them.
    /// </summary>
    private static IAsyncEnumerable<SpokenRow> NewestAsync(IngestStorage storage, TimeRange range, CancellationToken cancellationToken) =>
        from whole in storage.NewestArticlesAsync(range, row => row.Quotes > 0, cancellationToken)
        from quote in whole.Quotes
        let article = whole.Article
        select new SpokenRow(quote, article.Id, article.Blob, article.Title, article.Published) { Time = article.Time };

    protected override Table View(IEnumerable<SpokenRow> rows) => RowTables.Of(rows);
}
