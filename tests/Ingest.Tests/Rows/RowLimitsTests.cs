using Azure.Data.Tables;
using Ingest.Rows;

namespace Ingest.Tests.Rows;

public sealed class RowLimitsTests
{
    [Fact]
    public void A_text_over_64_KiB_is_cut_between_two_signs_and_says_so()
    {
        var row = new TableEntity("p", "r").With("Text", new string('a', 32 * 1024 - 1) + "😀");

        Assert.Equal(new string('a', 32 * 1024 - 1), row["Text"]);
        Assert.Equal(true, row["TextCut"]);
    }

    [Fact]
    public void A_text_of_64_KiB_stays_whole()
    {
        var row = new TableEntity("p", "r").With("Text", new string('a', 32 * 1024));

        Assert.Equal(32 * 1024, row.GetString("Text").Length);
        Assert.False(row.ContainsKey("TextCut"));
    }

    [Fact]
    public void A_row_over_1_MiB_is_refused()
    {
        var row = new TableEntity("p", "r");
        for (var n = 0; n < 17; n++)
            row.With($"Text{n}", new string('a', 32 * 1024));

        Assert.Throws<InvalidOperationException>(() => RowLimits.Check(row));
    }

    [Fact]
    public void A_row_of_more_than_252_columns_is_refused()
    {
        var row = new TableEntity("p", "r");
        for (var n = 0; n < 253; n++)
            row.With($"C{n}", n);

        Assert.Throws<InvalidOperationException>(() => RowLimits.Check(row));
    }

    [Fact]
    public void A_key_over_1_KiB_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => RowLimits.Check(new TableEntity("p", new string('r', 513))));

    [Fact]
    public void A_batch_holds_a_hundred_rows_with_those_that_are_reserved()
    {
        var batches = RowBatches.Divide(Enumerable.Range(0, 250).Select(n => Upsert(n, "short")), reservedRows: 1);

        Assert.Equal([99, 99, 52], batches.Select(batch => batch.Count));
    }

    [Theory]
    [InlineData('a', 100)]   // 32 KiB in JSON
    [InlineData('ж', 21)]    // 192 KiB, as \u0436
    public void A_batch_holds_4_MiB_of_JSON(char letter, int rows)
    {
        var text = new string(letter, 32 * 1024);

        var batches = RowBatches.Divide(Enumerable.Range(0, 200).Select(n => Upsert(n, text)));

        Assert.Equal(rows, batches[0].Count);
        Assert.Equal(200, batches.Sum(batch => batch.Count));
    }

    private static TableTransactionAction Upsert(int n, string text) =>
        new(TableTransactionActionType.UpsertReplace, new TableEntity("p", $"{n}").With("Text", text));
}
