using Ingest.Text.Documents;

namespace Ingest.Text.Tests.Documents;

public sealed class QuotationScannerTests
{
    [Theory]
    [InlineData("She said \"no\" twice.", "no")]
    [InlineData("She said “no” twice.", "no")]
    [InlineData("She said ‘no’ twice.", "no")]
    [InlineData("She said 'no' twice.", "no")]
    [InlineData("She said «no» twice.", "no")]
    [InlineData("She said ‹no› twice.", "no")]
    [InlineData("She said „no“ twice.", "no")]
    [InlineData("She said ‚no‘ twice.", "no")]
    [InlineData("She said »no« twice.", "no")]
    [InlineData("She said ''no'' twice.", "no")]
    [InlineData("She said ``no'' twice.", "no")]
    [InlineData("She said “no\" twice.", "no")]
    [InlineData("She said &quot;no&quot; twice.", "no")]
    [InlineData("She said &#8220;no&#8221; twice.", "no")]
    [InlineData("She said \uFFFDno\uFFFD twice.", "no")]
    [InlineData("?No,? she said. ?Never.?", "No,|Never.")]
    [InlineData("\"He shouted, 'No' \", she said. \"Never.\"", "He shouted, 'No'|Never.")]
    [InlineData("“It will not happen, “ she said. “Never.”", "It will not happen,|Never.")]
    [InlineData("Of “Whose bridge is it?“, she said “no“ twice.", "Whose bridge is it?|no")]
    [InlineData("“No,” she said. “Never.”", "No,|Never.")]
    [InlineData("the \"first\",\"second\" and (\"third\")", "first|second|third")]
    public void A_quotation_stands_between_two_marks_of_a_family(string text, string inner) => Assert.Equal(inner, Inner(text));

    [Theory]
    [InlineData("“He told me ‘no way’ and left,” she said.", "He told me ‘no way’ and left,")]
    [InlineData("'He told me \"no way\" and left,' she said.", "He told me \"no way\" and left,")]
    [InlineData("\"The 'Green Deal' is dead,\" she said.", "The 'Green Deal' is dead,")]
    [InlineData("\"He said \"no\" to me,\" she said.", "He said \"no\" to me,")]
    [InlineData("“He told me ‘no way and left,” she said.", "He told me ‘no way and left,")]
    public void A_quotation_within_a_quotation_is_part_of_it(string text, string inner) => Assert.Equal(inner, Inner(text));

    [Theory]
    [InlineData("It's the council's fault, isn't it?")]
    [InlineData("The dogs' tails and the cats’ ears.")]
    [InlineData("Back in the '90s, and ’tis true, rock 'n' roll.")]
    [InlineData("O'Neill and D’Souza’s plan")]
    [InlineData("Jane Roe‘s plan and Poe‘s")]
    [InlineData("He is 6' tall")]
    [InlineData("The mayor\uFFFDs office and the dogs\uFFFD tails")]
    [InlineData("It costs \uFFFD100 \uFFFD a fair price \uFFFD or more")]
    [InlineData("Why now? Nobody knows, do they? ?")]
    public void An_apostrophe_opens_nothing(string text) => Assert.Equal("", Inner(text));

    [Theory]
    [InlineData("'The dogs' tails are long,' she said.", "The dogs' tails are long,")]
    [InlineData("‘It’s the players’ fault,’ she said. ‘Not mine.’", "It’s the players’ fault,|Not mine.")]
    [InlineData("'I can't,' said Roe. 'Nor can they.'", "I can't,|Nor can they.")]
    [InlineData("'Rock 'n' roll,' said Roe.", "Rock 'n' roll,")]
    [InlineData("\uFFFDThe dogs\uFFFD tails are long,\uFFFD she said.", "The dogs\uFFFD tails are long,")]
    public void Apostrophes_in_single_marks_do_not_close_them(string text, string inner) => Assert.Equal(inner, Inner(text));

    [Fact]
    public void A_quotation_without_its_closing_mark_ends_at_the_paragraph()
    {
        var found = Scan("“We will go on, she said.\n\nNobody asked. “Good,” said Poe.");

        Assert.Equal(["We will go on, she said.", "Good,"], found.Select(quotation => quotation.Text));
        Assert.Equal([false, true], found.Select(quotation => quotation.Quotation.IsClosed));
    }

    [Fact]
    public void A_lost_closing_mark_does_not_turn_the_rest_of_the_paragraph_around() =>
        Assert.Equal("It is late. He left.|We stay,", Inner("\"It is late. He left. \"We stay,\" she said."));

    [Fact]
    public void A_quotation_that_the_paragraph_leaves_open_is_reopened_by_the_next()
    {
        var found = Scan("“One.\n\n“Two.\n\n“Three,” she said. “Four.”");

        Assert.Equal([false, true, true, false], found.Select(quotation => quotation.Quotation.IsReopened));
    }

    [Fact]
    public void Single_marks_are_reopened_too()
    {
        var found = Scan("Roe said: ‘It’s one.\n\n‘It’s two,’ she said.");

        Assert.Equal([("It’s one.", false), ("It’s two,", true)], found.Select(quotation => (quotation.Text, quotation.Quotation.IsReopened)));
    }

    [Theory]
    [InlineData("We will go on,” she said. “Good,” said Poe.", "We will go on,|Good,")]
    [InlineData("Will we go on?\" she said.", "Will we go on?")]
    [InlineData("She said: We will go on.”", "")]
    public void An_opening_mark_lost_under_a_drop_cap_is_where_the_paragraph_begins(string text, string inner) => Assert.Equal(inner, Inner(text));

    [Fact]
    public void A_closing_mark_alone_is_ignored() => Assert.Equal("yes", Inner("so it ends” here, and “yes” begins"));

    [Fact]
    public void Many_opening_marks_take_linear_time()
    {
        var text = string.Concat(Enumerable.Repeat("\"a 'b “c ", 200_000));

        // Quadratic work over 600,000 marks would take hours.
        Assert.NotEmpty(Document.Parse(text).Quotations);
    }

    private static List<(Quotation Quotation, string Text)> Scan(string text) =>
        [.. Document.Parse(text).Quotations.Select(quotation => (quotation, quotation.Inner.In(text).ToString()))];

    private static string Inner(string text) => string.Join('|', Scan(text).Select(quotation => quotation.Text));
}
