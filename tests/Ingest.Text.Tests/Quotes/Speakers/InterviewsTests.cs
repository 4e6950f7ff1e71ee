using Ingest.Text.Articles;
using Ingest.Text.Quotes;

namespace Ingest.Text.Tests.Quotes.Speakers;

/// <summary>Answers that stand behind their questions without a label.</summary>
public sealed class InterviewsTests
{
    private const string Introduction = "Jane Roe built the bridge of Elm. Roe spoke to Tom Poe.";

    private const string Questions =
        "How did you begin?\n\nI bought a boat.\n\nIt sank.\n\nAnd what did your mother say?\n\nShe told me to swim. I did.\n\nWhat is next?\n\nWe build a tower.";

    [Theory]
    [InlineData("The bridge", $"{Introduction}\n\n{Questions}")]
    [InlineData("Ten questions for Jane Roe", $"Tom Poe ran the ferry when Jane Roe came. Poe left in May.\n\n{Questions}")]
    [InlineData("The bridge", $"{Introduction}\n\n{Questions}\n\nJane Roe's tower opens in May.\n\nMore on towers")]
    public void Answers_are_of_the_one_who_is_asked(string title, string text) => Assert.Equal(
        [("Jane Roe", "I bought a boat. It sank."), ("Jane Roe", "She told me to swim. I did."), ("Jane Roe", "We build a tower.")],
        Read(title, text).Where(quote => quote.Kind == QuoteKind.Direct).Select(quote => (quote.Speaker!.Name!, quote.Text)));

    [Fact]
    public void Labels_may_stand_at_the_start_alone() => Assert.Equal(
        [(null, "How did you begin?"), ("Jane Roe", "I bought a boat."), ("Jane Roe", "She told me to swim."), ("Jane Roe", "We build a tower.")],
        Read("Jane Roe, builder", "Jane Roe talks of the bridge of Elm.\n\nGAZETTE: How did you begin?\n\nJane Roe: I bought a boat.\n\nAnd your mother?\n\nShe told me to swim.\n\n"
            + "What is next?\n\nWe build a tower.").Where(quote => quote.Kind == QuoteKind.Direct).Select(quote => (quote.Speaker!.Name, quote.Text)));

    [Theory]
    [InlineData($"Jane Roe built the bridge of Elm. Roe went to sea.\n\n{Questions}")]   // nobody talked
    [InlineData($"Jane Roe spoke to Tom Poe.\n\n{Questions}")]   // either may answer
    [InlineData($"The council of Elm answers questions.\n\n{Questions}")]   // nobody is named
    [InlineData($"{Introduction}\n\nHow did you begin?\n\nI bought a boat.\n\nAnd your mother?\n\nShe told me to swim.")]   // too few
    [InlineData($"{Introduction}\n\nWhat is a bridge?\n\nI think it is a road.\n\nWhat is a ferry?\n\nI think it is a boat.\n\nWhat is a tower?\n\nI think it is a house.")]   // no "you"
    [InlineData($"{Introduction}\n\nWhere do you cross?\n\nAt Elm.\n\nDo you pay?\n\nA toll is due.\n\nCan you swim?\n\nThe river is cold.")]   // no "I"
    public void Headings_that_ask_make_no_interview(string text) => Assert.DoesNotContain(Read("The bridge", text), quote => quote.Kind == QuoteKind.Direct);

    [Fact]
    public void What_is_told_behind_the_last_answer_is_none_of_it() => Assert.Equal(
        "We build a tower.",
        Read("The bridge", $"{Introduction}\n\n{Questions}\n\nThe bridge opens in May. Tickets cost five pounds.\n\nThe council of Elm met on Monday.")
            .Last(quote => quote.Kind == QuoteKind.Direct).Text);

    [Fact]
    public void What_the_writer_says_himself_is_answered()
    {
        var floating = Read("The bridge", "“It will hold,” says Jane Roe.\n\nBut it is shut, I say.\n\n“I had it mended last year, as you know.”")[^1];

        Assert.Equal("Jane Roe", floating.Speaker!.Name);
    }

    private static IReadOnlyList<(QuoteKind Kind, Speaker? Speaker, string Text)> Read(string title, string text)
    {
        var extraction = new Extractor().Extract(new Article { Title = title, Text = text, Format = ArticleFormat.PlainText }, "talk.txt");
        return [.. extraction.Quotes.Select(quote => (quote.Kind, quote.Speaker, quote.ContentIn(text)))];
    }
}
