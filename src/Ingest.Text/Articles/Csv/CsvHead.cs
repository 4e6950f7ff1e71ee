using Ingest.Text.Articles.Json;

namespace Ingest.Text.Articles.Csv;

/// <summary>
/// The head of a table of articles: the names of its columns, divided by commas, semicolons, tabs or bars. A text is a table where its
/// first line contains only names, and the file's name says so, or one name is the text's and another the title's, the day's, the
/// writer's or the address's.
/// </summary>
internal static class CsvHead
{
    // Characters. The names of forty columns.
    private const int MaxLength = 1000;

    // Words of a name: "Date of publication".
    private const int MaxWords = 4;

    // Two names with a comma between them are a line of prose.
    private const int MinColumns = 3;

    private static readonly char[] Delimiters = [',', '\t', ';', '|'];

    private static readonly WordSet Companions = WordSet.InAnyCase(
        """
        title headline heading articletitle date published publishedat publishdate publisheddate publicationdate pubdate author authors
        byline url link articleurl
        """);

    /// <summary>The sign that divides the columns; null for a text that is no table of articles.</summary>
    /// <param name="head">The beginning of the text.</param>
    /// <param name="name">The file's name. If its extension says that the file is a table, any row of names is a head.</param>
    public static char? DelimiterOf(ReadOnlySpan<char> head, string name)
    {
        var line = head[..(head.IndexOfAny('\r', '\n') is >= 0 and var end ? end : head.Length)];
        if (line.Length is 0 or > MaxLength)
            return null;
        var isNamed = Path.GetExtension(name.AsSpan()) is var extension
            && (extension.Equals(".csv", StringComparison.OrdinalIgnoreCase)
                || extension.Equals(".tsv", StringComparison.OrdinalIgnoreCase));
        var delimiter = Delimiters[0];
        foreach (var other in Delimiters)
            delimiter = line.Count(other) > line.Count(delimiter) ? other : delimiter;
        var columns = line.Count(delimiter) + 1;
        if (columns < (isNamed ? 2 : MinColumns))
            return null;
        var (hasText, hasCompanion) = (false, false);
        foreach (var range in line.Split(delimiter))
        {
            var column = line[range].Trim(" \"");
            // The first column has no name where a program has numbered the rows.
            if (!IsName(column) && !(column.IsEmpty && range.Start.Value == 0))
                return null;
            hasText |= JsonBody.IsName(column);
            hasCompanion |= Companions.Contains(JsonItem.Fold(column));
        }

        return isNamed || (hasText && hasCompanion) ? delimiter : null;
    }

    private static bool IsName(ReadOnlySpan<char> column)
    {
        foreach (var c in column)
        {
            if (!char.IsLetterOrDigit(c) && c is not (' ' or '_' or '-' or ':' or '.'))
                return false;
        }

        return !column.IsEmpty && char.IsLetter(column[0]) && column[^1] != '.' && column.Count(' ') < MaxWords;
    }
}
