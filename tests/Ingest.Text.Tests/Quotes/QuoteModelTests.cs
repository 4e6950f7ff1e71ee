using System.IO.Compression;
using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Quotes;
using Ingest.Text.Quotes.Tagging;

namespace Ingest.Text.Tests.Quotes;

public sealed class QuoteModelTests
{
    // Each beyond the rules.
    [Theory]
    [InlineData("The ferry firm hopes to open the northern route before the winter storms begin.", "hopes")]
    [InlineData("Critics say that the ferry is too old, but Jane Roe supports the plan to buy a second one.", "supports")]
    public void A_belief_or_a_wish_is_found_by_its_cue(string text, string cue) =>
        Assert.Contains(cue, Find(text).Select(quote => quote.Cue!.Value.In(text).ToString()));

    [Fact]
    public void What_is_done_while_speaking_is_not_what_was_said()
    {
        const string text = "“My lamp is here. Let them look at it,” Ms. Roe said, holding up the lamp. “I can read a clock.”";

        var quote = Assert.Single(Find(text));

        Assert.Equal((QuoteKind.Direct, "My lamp is here. Let them look at it, I can read a clock."), (quote.Kind, quote.ContentIn(text)));
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
