using Ingest.Text.Documents;

namespace Ingest.Text.Tests.Documents;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("It rained. Nobody came.", "It rained.|Nobody came.")]
    [InlineData("It rained! Why? Nobody knew…", "It rained!|Why?|Nobody knew…")]
    [InlineData("First.\n\nsecond", "First.|second")]
    [InlineData("no point at the end", "no point at the end")]
    public void A_sentence_ends_at_its_mark_and_at_the_paragraph(string text, string sentences) =>
        Assert.Equal(sentences, Join(text));

    [Theory]
    [InlineData("Dr. Ada Roe met Gov. Lee Oduya. They spoke.", "Dr. Ada Roe met Gov. Lee Oduya.|They spoke.")]
    [InlineData("Then Engr. Ada Roe met her. They spoke.", "Then Engr. Ada Roe met her.|They spoke.")]
    [InlineData("It was the U.S. Senate. He left the U.S. The talks ended.", "It was the U.S. Senate.|He left the U.S.|The talks ended.")]
    [InlineData("Acme Inc. Chairman Jo Bell spoke.", "Acme Inc. Chairman Jo Bell spoke.")]
    [InlineData("J. R. Lindqvist wrote it.", "J. R. Lindqvist wrote it.")]
    [InlineData("It rose 3.5 percent.", "It rose 3.5 percent.")]
    [InlineData("It is for the U.N. “to watch the border”. He left the U.S. “It is over,” he said.", "It is for the U.N. “to watch the border”.|He left the U.S.|“It is over,” he said.")]
    [InlineData("She spoke through her rep. The pair met Rep. The Oduya.", "She spoke through her rep.|The pair met Rep. The Oduya.")]
    public void The_point_of_an_abbreviation_ends_one_only_before_a_word_that_begins_one(string text, string sentences) =>
        Assert.Equal(sentences, Join(text));

    [Theory]
    [InlineData("“We won.” She smiled.", "“We won.”|She smiled.")]
    [InlineData("\"We won.\" She smiled.", "\"We won.\"|She smiled.")]
    [InlineData("“Really?” she asked.", "“Really?” she asked.")]
    [InlineData("\uFFFDWe won.\uFFFD She smiled. She said \uFFFDWhy?\uFFFD again.", "\uFFFDWe won.\uFFFD|She smiled.|She said \uFFFDWhy?\uFFFD again.")]
    [InlineData("(It was late.) They left.", "(It was late.)|They left.")]
    [InlineData("He said: “It is over. Go home.” Nobody moved.", "He said: “It is over.|Go home.”|Nobody moved.")]
    public void Closing_marks_belong_to_the_sentence_that_they_close(string text, string sentences) =>
        Assert.Equal(sentences, Join(text));

    private static string Join(string text) =>
        string.Join('|', Document.Parse(text).Sentences.Select(sentence => sentence.Span.In(text).ToString()));
}
