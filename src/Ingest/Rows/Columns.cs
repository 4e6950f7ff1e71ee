using System.Globalization;
using Azure.Data.Tables;
using Ingest.Text;

namespace Ingest.Rows;

/// <summary>Columns of a row. Absent values have none.</summary>
internal static class Columns
{
    /// <summary>
    /// A text that is too long for a column is cut, and <c>NameCut</c> says so; the extraction's blob has all of it.
    /// </summary>
    public static TableEntity With(this TableEntity row, string name, string? value)
    {
        if (value is null)
            return row;

        if (value.Length > RowLimits.MaxStringLength)
        {
            var end = RowLimits.MaxStringLength;
            value = value[..(char.IsHighSurrogate(value[end - 1]) ? end - 1 : end)];
            row[name + "Cut"] = true;
        }

        row[name] = value;
        return row;
    }

    public static TableEntity With(this TableEntity row, string name, int value)
    {
        row[name] = value;
        return row;
    }

    /// <summary>Rounded to four digits, as in the JSON contract.</summary>
    public static TableEntity With(this TableEntity row, string name, double value)
    {
        row[name] = Math.Round(value, 4);
        return row;
    }

    public static TableEntity With(this TableEntity row, string name, DateTimeOffset value)
    {
        row[name] = value;
        return row;
    }

    /// <summary>The word of the JSON contract.</summary>
    public static TableEntity With<T>(this TableEntity row, string name, T value) where T : struct, Enum =>
        row.With(name, value.ToContractWord());

    /// <summary>What every view says of the article.</summary>
    public static TableEntity WithArticle(this TableEntity row, ArticleRow article) => row
        .With("ArticleId", article.Id)
        .With(nameof(ArticleRow.Blob), article.Blob)
        .With(nameof(ArticleRow.Title), article.Title)
        .With(nameof(ArticleRow.Published), article.Published);

    public static T GetEnum<T>(this TableEntity row, string name) where T : struct, Enum =>
        Enum.Parse<T>(row.GetString(name), ignoreCase: true);

    /// <summary>
    /// In the order of numbers: <c>0001</c> … <c>9999</c>, <c>:010000</c> …, for a colon comes after every digit. No text that is
    /// looked through has a million quotes.
    /// </summary>
    public static string Number(int number) => number.ToString(number < 10_000 ? "D4" : "':'000000", CultureInfo.InvariantCulture);
}
