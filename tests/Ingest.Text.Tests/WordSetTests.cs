namespace Ingest.Text.Tests;

public class WordSetTests
{
    [Theory]
    [InlineData("Monday", true)]
    [InlineData("mONDAY", true)]
    [InlineData("e-mail", true)]
    [InlineData("Mon", false)]
    [InlineData("Monday Sept.", false)]
    [InlineData("", false)]
    public void In_any_case_a_word_is_found_however_it_is_written(string word, bool isFound)
    {
        var words = WordSet.InAnyCase("""
            monday Sept.
              E-Mail
            """);

        Assert.Equal(isFound, words.Contains(word));
    }

    [Theory]
    [InlineData("Mr", true)]
    [InlineData("MR", false)]
    [InlineData("mr", false)]
    [InlineData("the", true)]
    [InlineData("The", false)]
    public void As_written_a_word_is_found_in_its_own_case_alone(string word, bool isFound) =>
        Assert.Equal(isFound, WordSet.AsWritten("Mr the").Contains(word));

    [Fact]
    public void A_stretch_of_text_is_looked_up_where_it_stands() =>
        Assert.True(WordSet.AsWritten("Elm").Contains("The Elm Echo".AsSpan(4, 3)));
}
