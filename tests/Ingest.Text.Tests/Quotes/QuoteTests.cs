using static Ingest.Text.Tests.Quotes.Finding;

namespace Ingest.Text.Tests.Quotes;

/// <summary>How the words of a quote in several spans read.</summary>
public sealed class QuoteTests
{
    [Theory]
    [InlineData("“The bridge is safe,” Jane Roe said. “It will hold.”", "The bridge is safe. It will hold.")]
    [InlineData("“The bridge is safe,” Jane Roe said, “and it will hold.”", "The bridge is safe, and it will hold.")]
    [InlineData("“If it rains,” Jane Roe said, “Elm will be wet.”", "If it rains, Elm will be wet.")]
    public void A_comma_before_who_speaks_stands_for_the_full_stop(string text, string content) =>
        Assert.Equal(content, Assert.Single(Find(text)).ContentIn(text));
}
