using Ingest.Text.Entities.Linking.People;

namespace Ingest.Text.Tests.Entities.Linking.People;

public sealed class FirstNameGenderTests
{
    [Theory]
    [InlineData("zedekias")]
    [InlineData("waldemiro")]
    [InlineData("krzysztofer")]
    public void A_name_that_ends_as_those_of_men_is_rather_a_mans(string name) => Assert.True(FirstNameGender.Default.Odds(name) > 0);

    [Theory]
    [InlineData("zedekina")]
    [InlineData("waldemira")]
    [InlineData("annabelinda")]
    public void A_name_that_ends_as_those_of_women_is_rather_a_womans(string name) => Assert.True(FirstNameGender.Default.Odds(name) < 0);

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz")]
    public void A_name_of_any_length_has_odds(string name) => Assert.InRange(FirstNameGender.Default.Odds(name), -20, 20);
}
