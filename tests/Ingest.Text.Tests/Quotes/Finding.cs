using Ingest.Text.Documents;
using Ingest.Text.Quotes;

namespace Ingest.Text.Tests.Quotes;

/// <summary>The words in which the tests of quotes are written.</summary>
internal static class Finding
{
    public static IReadOnlyList<Quote> Find(string text) => new QuoteFinder().Find(Document.Parse(text), []);

    public static void AssertOne(string text, QuoteKind kind, string content, string speaker, string cue)
    {
        var quote = Assert.Single(Find(text));

        Assert.Equal(
            (kind, content, speaker, cue),
            (quote.Kind, quote.ContentIn(text), quote.Speaker?.Span.In(text).ToString(), quote.Cue?.In(text).ToString()));
    }
}
