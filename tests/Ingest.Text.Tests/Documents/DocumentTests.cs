using CsCheck;
using Ingest.Text.Documents;

namespace Ingest.Text.Tests.Documents;

public sealed class DocumentTests
{
    [Fact]
    public void Tokens_hold_every_sign_that_is_no_white_space_once_and_in_order() =>
        Texts.Any.Sample(text =>
        {
            var covered = new bool[text.Length];
            var end = 0;
            foreach (var (span, _) in Document.Parse(text).Tokens)
            {
                Assert.True(span.Start >= end && !span.IsEmpty);
                covered.AsSpan(span.Start, span.Length).Fill(true);
                end = span.End;
            }

            for (var i = 0; i < text.Length; i++)
                Assert.Equal(!char.IsWhiteSpace(text[i]), covered[i]);
        });

    [Fact]
    public void Sentences_hold_every_token_once() =>
        Texts.Any.Sample(text =>
        {
            var doc = Document.Parse(text);
            var next = 0;

            foreach (var sentence in doc.Sentences)
            {
                Assert.Equal(next, sentence.FirstToken);
                Assert.True(sentence.EndToken > sentence.FirstToken);
                Assert.Equal(doc.Tokens[sentence.FirstToken].Span.Start, sentence.Span.Start);
                Assert.Equal(doc.Tokens[sentence.EndToken - 1].Span.End, sentence.Span.End);
                Assert.True(doc.Paragraphs[sentence.Paragraph].Contains(sentence.Span));
                next = sentence.EndToken;
            }

            Assert.Equal(doc.Tokens.Count, next);
        });

    [Theory]
    [InlineData(30, 1)]
    [InlineData(200, 3)]
    public void A_line_is_a_paragraph_where_lines_are_too_long_to_be_wrapped(int words, int paragraphs)
    {
        var text = "It rained.\n" + string.Join(' ', Enumerable.Repeat("rain", words)) + "\nIt stopped.";

        Assert.Equal(paragraphs, Document.Parse(text).Paragraphs.Count);
    }

    [Theory]
    [InlineData("    It rained in Elm\nall day.\n    The gate held.", 2)]
    [InlineData("    It rained in Elm\n    all day.", 1)]
    public void An_indented_line_begins_a_paragraph_where_lines_without_an_indent_go_on(string text, int paragraphs) =>
        Assert.Equal(paragraphs, Document.Parse(text).Paragraphs.Count);

    [Fact]
    public void TokenAt_finds_the_token_that_holds_an_offset_or_the_next_one()
    {
        var doc = Document.Parse("Two words");

        Assert.Equal([0, 0, 1, 1, 2], new[] { 0, 2, 3, 8, 9 }.Select(doc.TokenAt));
    }
}
