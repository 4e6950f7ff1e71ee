using Ingest.Text.Entities;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Ingest.Cli.Views;

/// <summary>One article for a person's eyes: its head, who said what, and who and what it is about.</summary>
internal static class ArticleView
{
    private static readonly Padding Indent = new(2, 0, 0, 0);

    /// <summary>Quotes are cut at some three lines of a narrow terminal, and only the leading names are there.</summary>
    public static IRenderable Brief(ArticleSheet sheet)
    {
        var names = sheet.Names.Where(name => !name.Type.IsFigure());
        return Of(sheet with { Names = [.. names] }, maxQuoteLength: 180, maxNames: 6, withRoles: false);
    }

    public static IRenderable Full(ArticleSheet sheet) => Of(sheet, int.MaxValue, int.MaxValue, withRoles: true);

    private static Spectre.Console.Rows Of(ArticleSheet sheet, int maxQuoteLength, int maxNames, bool withRoles)
    {
        var parts = new List<IRenderable> { TerminalStyles.Words(sheet.Title, TerminalStyles.Title) };
        if (sheet.Head.Count > 0)
            parts.Add(TerminalStyles.Words(string.Join(" · ", sheet.Head), TerminalStyles.Faint));
        if (sheet.Quotes.Count > 0)
            parts.AddRange([Spectre.Console.Text.Empty, new Padder(Quotes(sheet, maxQuoteLength), Indent)]);
        if (sheet.Names.Count > 0)
            parts.AddRange([Spectre.Console.Text.Empty, new Padder(Names(sheet, maxNames, withRoles), Indent)]);
        return new Spectre.Console.Rows(parts);
    }

    private static Table Quotes(ArticleSheet sheet, int maxLength)
    {
        var table = TwoColumns().AddColumn(new TableColumn("").Padding(0, 0).NoWrap());
        foreach (var quote in sheet.Quotes)
            table.AddRow(TerminalStyles.Speaker(quote), TerminalStyles.Quote(quote, maxLength), TerminalStyles.Confidence(quote));
        return table;
    }

    private static Table Names(ArticleSheet sheet, int maxNames, bool withRoles)
    {
        var table = TwoColumns();
        foreach (var group in sheet.Names.GroupBy(name => name.Type).OrderBy(group => group.Key))
        {
            var names = new Paragraph();
            foreach (var (i, name) in group.Take(maxNames).Index())
            {
                names.Append(i == 0 ? "" : " · ", TerminalStyles.Faint).Append(TerminalText.Line(name.Name));
                if (withRoles && name.Role is { } role)
                    names.Append($" ({TerminalText.Line(role)})", TerminalStyles.Faint);
                if (name.Mentions > 1)
                    names.Append($" {name.Mentions}", TerminalStyles.Faint);
            }

            table.AddRow(TerminalStyles.Words(TypeNames.Plural(group.Key), TerminalStyles.Faint), names);
        }

        return table;
    }

    // The first column keeps its width, so that the two tables line up.
    private static Table TwoColumns() =>
        new Table().NoBorder().HideHeaders()
            .AddColumn(new TableColumn("").Width(24).Padding(0, 0, 2, 0))
            .AddColumn(new TableColumn("").Padding(0, 0, 2, 0));
}
