using System.IO.Compression;
using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Quotes;
using Ingest.Text.Quotes.Tagging;

namespace Ingest.Text.Tests.Quotes;

public sealed class QuoteModelTests
{
    // Beyond the rules.
    [Fact]
    public void A_wish_is_found_by_its_cue()
    {
        const string text = "The ferry firm hopes to open the northern route before the winter storms begin.";

        Assert.Contains("hopes", Find(text).Select(quote => quote.Cue!.Value.In(text).ToString()));
    }

    [Fact]
    public void What_is_done_while_speaking_is_not_what_was_said()
    {
        const string text = "“My lamp is here. Let them look at it,” Ms. Roe said, holding up the lamp. “I can read a clock.”";

        var quote = Assert.Single(Find(text));

        Assert.Equal((QuoteKind.Direct, "My lamp is here. Let them look at it. I can read a clock."), (quote.Kind, quote.ContentIn(text)));
    }

    // By their verbs alone these would be reports.
    [Theory]
    [InlineData("The new engine offers a larger tank, which means that the ferry stops less often.")]
    [InlineData("It proved that the lamp was older than the tower.")]
    public void What_something_means_or_proves_is_not_what_was_said(string text) => Assert.Empty(Find(text));

    [Theory]
    [InlineData("Asked about the lamp, Jane Roe said it was older than the tower.", "it was older than the tower")]
    [InlineData("Told of the storm, the keeper said that he had seen worse.", "that he had seen worse")]
    public void The_occasion_before_the_speaker_is_nobodys_words(string text, string content) =>
        Assert.Equal([content], Find(text).Select(quote => quote.ContentIn(text)));

    [Theory]
    [InlineData("Hours after Jane Roe said the lamp was “safe for good,” a great wave came over the wall.", "the lamp was “safe for good,”")]
    [InlineData("When Jane Roe tweeted that the lamp was older than the tower, the museum placed a note beside it.", "that the lamp was older than the tower")]
    [InlineData("After the keeper said he was ill, tired and cold, the board met.", "he was ill, tired and cold")]
    [InlineData("As Jane Roe said, the lamp is older than the tower, and the keeper knows it.", "the lamp is older than the tower, and the keeper knows it")]
    public void The_main_clause_behind_the_speakers_is_nobodys_words(string text, string content) =>
        Assert.Equal([content], Find(text).Select(quote => quote.ContentIn(text)));

    [Fact]
    public void A_nickname_is_no_quotation()
    {
        const string text = "Owen “Skip” Tarn wanted the lamp, Jane Roe said.";

        Assert.Equal(QuoteKind.Indirect, Assert.Single(Find(text)).Kind);
    }

    [Fact]
    public void A_file_that_is_no_model_is_refused()
    {
        using var file = new MemoryStream();
        using (var brotli = new BrotliStream(file, CompressionMode.Compress, leaveOpen: true))
            brotli.Write("Something else."u8);
        file.Position = 0;

        Assert.Throws<InvalidDataException>(() => QuoteModel.Read(file));
    }

    private static IReadOnlyList<Quote> Find(string text)
    {
        var doc = Document.Parse(text);
        return new QuoteFinder().Find(doc, new EntityLinker().Link(doc, new EntityRecognizer().Recognize(doc)));
    }
}
