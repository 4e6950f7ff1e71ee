namespace Ingest.Text.Tests;

public class WordTableTests
{
    [Theory]
    [InlineData("bank", 1)]
    [InlineData("Bank", 1)]
    [InlineData("times", 2)]
    [InlineData("star", 2)]
    [InlineData("airline", null)]
    public void A_word_is_known_by_its_row_in_any_case(string word, int? row)
    {
        var table = new WordTable<int>((1, "bank lender"), (2, "Times\nStar"));

        Assert.Equal(row, table.TryGetValue(word, out var value) ? value : null);
    }

    [Fact]
    public void A_word_of_two_rows_is_known_by_both()
    {
        var table = new WordTable<int>((known, more) => known | more, (1, "that who"), (2, "which Who"));

        Assert.True(table.TryGetValue("who", out var value));
        Assert.Equal(3, value);
    }

    [Fact]
    public void A_word_of_two_rows_that_are_not_joined_is_refused() =>
        Assert.Throws<ArgumentException>(() => new WordTable<int>((1, "bank"), (2, "Bank")));
}
