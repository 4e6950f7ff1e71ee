using Ingest.Text.Documents;
using Ingest.Text.Quotes;

namespace Ingest.Text.Tests.Quotes.Tagging.SpeechActs;

/// <summary>How sure a quote is of which somebody says something, and of which nobody does.</summary>
public sealed class SpeechActTests
{
    [Theory]
    [InlineData("The trial is expected to open next March.")]
    [InlineData("Jane Roe is known for her short temper.")]
    [InlineData("Jane Roe declined to comment on the plan.")]
    [InlineData("The council did not respond to a request for comment.")]
    [InlineData("Jane Roe supported the campaign of John Poe in 2008.")]
    [InlineData("Jane Roe has lashed out at the opposition.")]
    [InlineData("Jane Roe called an emergency meeting of the council.")]
    [InlineData("The company is planning to build a new bridge.")]
    [InlineData("Jane Roe wanted to replace the old bridge.")]
    [InlineData("Jane Roe talked about her years in Elm.")]
    [InlineData("This suggests that the bridge is not safe.")]
    [InlineData("History has shown that such bridges fall.")]
    [InlineData("Jane Roe claimed the gold medal in Elm on Monday.")]
    [InlineData("A long illness denied Jane Roe the chance to play in Elm.")]
    [InlineData("Jane Roe refused to leave the bridge.")]
    [InlineData("Jane Roe knows how to mend a bridge.")]
    [InlineData("The group posted grim photographs of cars lying in the river.")]
    [InlineData("The video shows a police car driving down the bridge at high speed.")]
    [InlineData("The council has passed a measure that would close the bridge.")]
    [InlineData("Jane Roe showed nerves of steel as she crossed the bridge.")]
    [InlineData("Jane Roe negotiated a deal with Acme to mend the bridge.")]
    [InlineData("Jane Roe defended her title against John Poe.")]
    [InlineData("The court denied the request on Monday.")]
    [InlineData("Jane Roe portrays a young miner in the film.")]
    [InlineData("Jane Roe appealed the ruling to a higher court.")]
    [InlineData("Police responded to reports of a fire on the bridge.")]
    [InlineData("Acme declined comment on the plan.")]
    [InlineData("The department declined to provide that report.")]
    [InlineData("Jane Roe agreed to be interviewed by the council.")]
    [InlineData("Some of them decided not to go back to Elm.")]
    [InlineData("Mr Poe also shares information about the history of bridges.")]
    public void What_somebody_does_is_hardly_a_quote(string text) => Assert.InRange(Assert.Single(Find(text)).Confidence, 0, 0.4);

    [Theory]
    [InlineData("Jane Roe denied the allegations.")]
    [InlineData("The council dismissed the latest reports.")]
    [InlineData("The mayor announced the news.")]
    public void A_noun_for_what_was_said_is_hardly_a_quote(string text) => Assert.InRange(Assert.Single(Find(text)).Confidence, 0, 0.4);

    [Theory]
    [InlineData("Jane Roe never said that she took the money.")]
    [InlineData("The company did not say whether the bridge would close.")]
    [InlineData("Acme has yet to confirm that the bridge is closed.")]
    [InlineData("None of the reports said that the bridge was safe.")]
    [InlineData("No witness has said that the bridge was closed.")]
    [InlineData("Some might say that the bridge is safe.")]
    [InlineData("Everyone, say: “The bridge is safe.”")]
    [InlineData("Did Jane Roe say that the bridge was safe?")]
    [InlineData("Mayors have to declare “any gift which someone might think to matter”.")]
    [InlineData("The mayor was dubbed “the king of potholes” and left.")]
    [InlineData("The plan is widely branded “smart roads for all people.”")]
    public void What_is_not_said_is_hardly_a_quote(string text) => Assert.All(Find(text), quote => Assert.InRange(quote.Confidence, 0, 0.4));

    [Theory]
    [InlineData("Jane Roe did not deny that she took the money.")]
    [InlineData("Jane Roe does not believe that the bridge is safe.")]
    [InlineData("Jane Roe not only said that the bridge was safe but crossed it.")]
    [InlineData("No fewer than ten witnesses said that the bridge was safe.")]
    [InlineData("Jane Roe said that she did not say so.")]
    [InlineData("Roe and Poe say: “The bridge is safe.”")]
    public void What_is_said_of_what_is_not_so_is_one(string text) => Assert.Contains(Find(text), quote => quote.Confidence >= 0.5);

    [Theory]
    [InlineData("The company denied any wrongdoing.")]
    [InlineData("Jane Roe called the plan a disaster.")]
    [InlineData("Jane Roe called on the board of Acme.")]
    [InlineData("“An emergency meeting,” Jane Roe called it.")]
    [InlineData("Jane Roe called for a new bridge over the river.")]
    [InlineData("Jane Roe refused to accept the plan.")]
    [InlineData("Jane Roe refused to confirm the report.")]
    [InlineData("Jane Roe claimed the report was wrong about her medal.")]
    [InlineData("The bridge is said to be safe.")]
    [InlineData("Police identified the driver as John Poe.")]
    [InlineData("Jane Roe promised to build a new bridge.")]
    [InlineData("Jane Roe complained about the noise of the bridge.")]
    [InlineData("The board praised the group that suggested the bridge was not safe.")]
    [InlineData("Time reported that the mayor would resign.")]
    [InlineData("The council expects the company to pay for the bridge.")]
    [InlineData("Jane Roe favors closing the bridge for good.")]
    [InlineData("Jane Roe attributed the noise to the new bridge.")]
    public void What_somebody_says_of_a_thing_is(string text) => Assert.InRange(Assert.Single(Find(text)).Confidence, 0.5, 1);

    private static IReadOnlyList<Quote> Find(string text) => new QuoteFinder().Find(Document.Parse(text), []);
}
