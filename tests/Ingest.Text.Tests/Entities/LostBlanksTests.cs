using CsCheck;
using Ingest.Text.Documents;
using Ingest.Text.Entities;

namespace Ingest.Text.Tests.Entities;

public sealed class LostBlanksTests
{
    [Theory]
    [InlineData("They met HelenMarsh, a baker.", "Helen Marsh")]
    [InlineData("They met SenatorMarsh in May.", "Senator Marsh")]
    [InlineData("PrimeMinister Helen Marsh came.", "Prime Minister")]
    [InlineData("She came inLondon and left.", "in London")]
    [InlineData("It was she, saidMr. Marsh.", "said Mr.")]
    [InlineData("It rained, Helen MarshThe sky was grey.", "Marsh The")]
    [InlineData("The mayor of Londonsaid no.", "London said")]
    [InlineData("Officials of NATOhave left.", "NATO have")]
    [InlineData("She told the Meet the Pressprogram so.", "Press program")]
    [InlineData("Hollis came. They saw Hollisrefused it.", "Hollis refused")]
    [InlineData("She feared thatthe gate leaks.", "that the")]
    [InlineData("The Harrow Gate is old. The HarrowGate leaks.", "Harrow Gate")]
    public void Two_words_that_ran_together_are_two(string text, string words) => Assert.Contains(words, Words(text));

    [Theory]
    [InlineData("They met John McCain, MacGarvey, DeWine and LaPorta.")]
    [InlineData("A YouTube film on an iPhone of JetBlue by PlayStation.")]
    [InlineData("The Washingtonian underwrote a Roadkill therefor.")]
    [InlineData("AntonSilva rose. AntonSilva fell.")]
    [InlineData("They went to Winterbottom and Leeton.")]
    public void A_word_is_one(string text)
    {
        var doc = Document.Parse(text);

        Assert.Same(doc, LostBlanks.Part(doc));
    }

    [Fact]
    public void A_name_is_called_with_the_blank_that_was_lost() =>
        Assert.Equal("Meet the Press", LostBlanks.Part(Document.Parse("Meet the Pressprogram")).WordsOf(new TextSpan(0, 14)));

    [Fact]
    public void The_words_of_a_stretch_have_single_blanks() =>
        Assert.Equal("Harrow Gate's", LostBlanks.Part(Document.Parse("The Harrow Gate is old. The HarrowGate's lock \n is.")).WordsOf(new TextSpan(28, 40)));

    [Fact]
    public void Tokens_stay_in_order_and_lose_no_letter() =>
        Gen.String[Gen.Char["abMS.' \nThe"], 0, 60].Sample(text =>
        {
            var (doc, parted) = (Document.Parse(text), LostBlanks.Part(Document.Parse(text)));

            Assert.Equal(Letters(doc), Letters(parted));
        });

    private static string Words(string text)
    {
        var doc = LostBlanks.Part(Document.Parse(text));
        return string.Join(' ', doc.Tokens.Select(token => doc.TextOf(token).ToString()));
    }

    private static string Letters(Document doc) => string.Concat(doc.Tokens.Select(token => doc.TextOf(token).ToString()));
}
