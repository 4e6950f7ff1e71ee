using CsCheck;
using Ingest.Text.Documents;
using Ingest.Text.Quotes;

namespace Ingest.Text.Tests.Quotes;

/// <summary>What holds for any text, however its marks are mixed up.</summary>
public sealed class QuoteInvariantTests
{
    private static readonly string[] Words =
    [
        "\"", "“", "”", "'", "‘", "’", "«", "»", "„", "''", ",", ".", "?", ":", " — ", " ", " ", "\n\n", "(", ")",
        "Jane Roe", "she", "the council", "said", "told", "according to", "that", "called", "saying", "and", "who", "on Monday", "it is safe", "bridge", "’s",
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Words.Length - 1].Select(word => Words[word]).List[0, 60].Select(words =>
        string.Join(' ', words).Replace(" ,", ",", StringComparison.Ordinal).Replace("“ ", "“", StringComparison.Ordinal));

    [Fact]
    public void Spans_are_in_order_in_range_and_never_empty() => Texts.Sample(text =>
    {
        foreach (var quote in Find(text))
        {
            Assert.NotEmpty(quote.Spans);
            Assert.All(quote.Spans, span => Assert.True(!span.IsEmpty && span.End <= text.Length));
            Assert.All(quote.Spans.Zip(quote.Spans.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
        }
    });

    [Fact]
    public void No_two_quotes_share_what_was_said_in_marks() => Texts.Sample(text =>
    {
        var quotations = Document.Parse(text).Quotations;
        var quotes = Find(text);

        Assert.All(quotations, quotation => Assert.InRange(quotes.Count(quote => quote.Spans.Any(span => span.Overlaps(quotation.Inner))), 0, 1));
    });

    [Fact]
    public void Quotations_do_not_overlap_and_are_inside_their_marks() => Texts.Sample(text =>
    {
        var quotations = Document.Parse(text).Quotations;

        Assert.All(quotations, quotation => Assert.True(quotation.Outer.Contains(quotation.Inner)));
        Assert.All(quotations.Zip(quotations.Skip(1)), pair => Assert.True(pair.First.Outer.End <= pair.Second.Outer.Start));
    });

    private static IReadOnlyList<Quote> Find(string text) => new QuoteFinder().Find(Document.Parse(text), []);
}
