using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Quotes;

namespace Ingest.Text.Tests.Quotes.Speakers;

/// <summary>Whom the first label of a transcript means, by its headline.</summary>
public sealed class HeadlineOfficeTests
{
    private const string Turns =
        """
        THE MAYOR: Thank you all for coming. It is good to see the hall full tonight.

        Q: When will the bridge open?

        THE MAYOR: In the spring, and not a day later. We have the money, and we have the men.

        Q: And the gate?

        THE MAYOR: The gate will open too.
        """;

    [Theory]
    [InlineData("Remarks by Mayor Roe at the Opening of the Hall", "Mayor Roe")]
    [InlineData("Remarks by Mayor Jane Roe Before the Vote", "Mayor Jane Roe")]
    [InlineData("Deputy Mayor Poe and Mayor Roe speak", "Mayor Roe")]
    [InlineData("Mayor Roe's speech at the hall", "Mayor Roe")]
    [InlineData("Mayor Roe: the bridge will open", "Mayor Roe")]
    public void An_office_is_whom_the_headline_calls_so(string title, string name) => Assert.Equal((name, null), Named(title, Turns));

    [Theory]
    [InlineData("Remarks by Deputy Mayor Roe")]
    [InlineData("Remarks by the Mayor at the Opening of the Hall")]
    [InlineData("Mayor Speaks of the Bridge")]
    [InlineData("The bridge will open")]
    public void A_headline_may_name_no_holder(string title) => Assert.Equal((null, null), Named(title, Turns));

    [Theory]
    [InlineData("Jane Roe, the mayor of Elm, spoke on Monday.", "Jane Roe", "person|jane-roe")]
    [InlineData("John Roe listened on Monday.", "Mayor Roe", null)]
    public void The_holder_may_be_somebody_of_the_article(string lead, string name, string? key) =>
        Assert.Equal((name, key), Named("Remarks by Mayor Roe", $"{lead}\n\n{Turns}"));

    private static (string? Name, string? Key) Named(string title, string text)
    {
        var doc = Document.Parse(text, title);
        var quotes = new QuoteFinder().Find(doc, new EntityLinker().Link(doc, new EntityRecognizer().Recognize(doc)));
        var speaker = quotes.First(quote => quote.Speaker is { } said && said.Span.In(text) is "THE MAYOR").Speaker!;
        return (speaker.Name, speaker.EntityKey);
    }
}
