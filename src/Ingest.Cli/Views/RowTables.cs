using System.Globalization;
using Ingest.Rows;
using Ingest.Tables;
using Spectre.Console;

namespace Ingest.Cli.Views;

/// <summary>Lists of rows for a person's eyes, the columns that name the row last, for they are what the next command asks for.</summary>
internal static class RowTables
{
    private const int QuoteLength = 300;

    /// <summary>As many digits of an id as a person will copy; <c>show article</c> takes them.</summary>
    private const int ShortId = 8;

    public static Table Of(IEnumerable<DayRow> rows)
    {
        var table = Columns("date", "title", "publisher", ">quotes", ">names", "id");
        foreach (var row in rows)
        {
            table.AddRow(
                Day(row.Published, row.Time),
                TerminalStyles.Words(row.Title ?? row.Blob),
                TerminalStyles.Words(row.Publisher),
                Number(row.Quotes),
                Number(row.Entities),
                TerminalStyles.Words(row.ArticleId[..ShortId], TerminalStyles.Faint));
        }

        return table;
    }

    public static Table Of(IEnumerable<MentionRow> rows)
    {
        var table = Columns("date", "name", "role", ">times", "article", "id");
        foreach (var row in rows)
        {
            table.AddRow(
                Day(row.Published, row.Time),
                TerminalStyles.Words(row.Name, TerminalStyles.Name),
                TerminalStyles.Words(row.Role, TerminalStyles.Faint),
                Number(row.Mentions),
                TerminalStyles.Words(row.Title ?? row.Blob),
                TerminalStyles.Words(row.ArticleId[..ShortId], TerminalStyles.Faint));
        }

        return table;
    }

    public static Table Of(IEnumerable<EntityTotal> rows)
    {
        var table = Columns("name", "type", ">articles", ">times");
        foreach (var row in rows)
            table.AddRow(
                TerminalStyles.Words(row.Name, TerminalStyles.Name),
                TerminalStyles.Words(TypeNames.Of(row.Type), TerminalStyles.Faint),
                Number(row.Articles),
                Number(row.Mentions));
        return table;
    }

    public static Table Of(IEnumerable<SpokenRow> rows)
    {
        var table = Columns("date", "speaker", "quote", ">sure", "id");
        foreach (var row in rows)
        {
            var quote = QuoteLine.Of(row.Quote);
            table.AddRow(
                Day(row.Published, row.Time),
                TerminalStyles.Speaker(quote),
                TerminalStyles.Quote(quote, QuoteLength),
                TerminalStyles.Confidence(quote),
                TerminalStyles.Words(row.ArticleId[..ShortId], TerminalStyles.Faint));
        }

        return table;
    }

    public static Table Of(IEnumerable<FailureRow> rows)
    {
        var table = Columns("uploaded", "blob", "reason", "message");
        foreach (var row in rows)
        {
            table.AddRow(
                TerminalStyles.Words(row.Uploaded.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)),
                TerminalStyles.Words(row.Source),
                TerminalStyles.Words(row.Reason, TerminalStyles.Warning),
                TerminalStyles.Words(row.Message));
        }

        return table;
    }

    /// <summary>
    /// Headings; one that begins with "&gt;" stands over numbers. Days, numbers and ids are one word and stay whole on a narrow terminal.
    /// </summary>
    private static Table Columns(params string[] headings)
    {
        var table = new Table().NoBorder();
        foreach (var (i, heading) in headings.Index())
        {
            var column =
                new TableColumn(new Paragraph(heading.TrimStart('>'), TerminalStyles.Faint))
                    .Padding(0, 0, i == headings.Length - 1 ? 0 : 2, 0);
            if (heading[0] == '>' || heading is "date" or "id")
                column.NoWrap();
            table.AddColumn(heading[0] == '>' ? column.RightAligned() : column);
        }

        return table;
    }

    private static Paragraph Number(int number) => TerminalStyles.Words(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>That of a date in ISO 8601; faint, where there is none, that of the upload, which is the row's place.</summary>
    private static Paragraph Day(string? published, DateTimeOffset time) =>
        published is null
            ? TerminalStyles.Words(time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), TerminalStyles.Faint)
            : TerminalStyles.Words(published[..10]);
}
