using Ingest.Text.Documents;

namespace Ingest.Text.Tests.Documents;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("The mayor resigned.", "The|mayor|resigned|.")]
    [InlineData("Ms. Okafor of St. Ives", "Ms.|Okafor|of|St.|Ives")]
    [InlineData("J. R. Lindqvist", "J.|R.|Lindqvist")]
    [InlineData("a Ph.D. candidate", "a|Ph.D.|candidate")]
    [InlineData("the U.S.-led talks", "the|U.S.|-|led|talks")]
    [InlineData("the Kyiv-based firm", "the|Kyiv|-|based|firm")]
    [InlineData("a Kremlin-friendly paper", "a|Kremlin|-|friendly|paper")]
    [InlineData("Lee Sang-min met Jean-Luc al-Hariri", "Lee|Sang-min|met|Jean-Luc|al-Hariri")]
    [InlineData("Stratford-upon-Avon", "Stratford-upon-Avon")]
    [InlineData("Long-term plans of a six-year war", "Long-term|plans|of|a|six-year|war")]
    public void A_point_or_a_hyphen_stays_where_it_is_part_of_the_word(string text, string tokens) =>
        Assert.Equal(tokens, Join(text));

    [Theory]
    [InlineData("Putin's, Trump’s", "Putin|'s|,|Trump|’s")]
    [InlineData("I don't, they'll, we’ve", "I|do|n't|,|they|'ll|,|we|’ve")]
    [InlineData("O'Neill's dog", "O'Neill|'s|dog")]
    [InlineData("the players' union", "the|players|'|union")]
    public void A_clitic_is_a_token_of_its_own(string text, string tokens) =>
        Assert.Equal(tokens, Join(text));

    [Theory]
    [InlineData("It cost $1,200.50, up 3.5%.", "It|cost|$|1,200.50|,|up|3.5|%|.")]
    [InlineData("at 09:30 on the 21st", "at|09:30|on|the|21st")]
    [InlineData("1,2,3", "1,2,3")]
    public void A_number_holds_its_points_and_commas(string text, string tokens) =>
        Assert.Equal(tokens, Join(text));

    [Theory]
    [InlineData("“No,” she said", "“|No|,|”|she|said")]
    [InlineData("``No,'' she said", "``|No|,|''|she|said")]
    [InlineData("'Yes.'", "'|Yes|.|'")]
    [InlineData("wait... what?!", "wait|...|what|?|!")]
    public void Marks_stand_alone_and_runs_of_one_mark_together(string text, string tokens) =>
        Assert.Equal(tokens, Join(text));

    [Theory]
    [InlineData("see https://example.org/a?b=1.", "see|https://example.org/a?b=1|.")]
    [InlineData("mail jane.roe@example.org, or @janeroe", "mail|jane.roe@example.org|,|or|@janeroe")]
    public void An_address_is_one_token(string text, string tokens) =>
        Assert.Equal(tokens, Join(text));

    private static string Join(string text)
    {
        var doc = Document.Parse(text);
        return string.Join('|', doc.Tokens.Select(token => doc.TextOf(token).ToString()));
    }
}
