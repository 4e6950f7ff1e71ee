using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Quotes;
using static Ingest.Text.Tests.Quotes.Finding;

namespace Ingest.Text.Tests.Quotes;

/// <summary>Who speaks, of several who could: who is asked, reported, charged, told or only mentioned does not.</summary>
public sealed class WhoSaysItTests
{
    [Fact]
    public void The_writer_hopes_by_my_hope() =>
        Assert.Equal(SpeakerKind.FirstPerson, Assert.Single(Find("It is my hope that the gate will be opened soon.")).Speaker?.Kind);

    [Fact]
    public void Nobody_is_meant_by_it_should_be_noted() => Assert.Null(Assert.Single(Find("It should be noted that the bridge is safe.")).Speaker);

    [Fact]
    public void Somebody_is_meant_by_it_is_warning() => Assert.Equal(SpeakerKind.Pronoun, Assert.Single(Find("The council is calm. It is warning that the bridge may fall.")).Speaker?.Kind);

    [Fact]
    public void Who_is_reported_speaks_and_not_the_paper() => AssertOne(
        "Jane Roe, 30, a passenger, said the train sped up and “everyone just went flying,” the Elm Courier reported.",
        QuoteKind.Mixed, "the train sped up and “everyone just went flying,”", "Jane Roe, 30, a passenger", "said");

    [Theory]
    [InlineData("It is not clear what the virus does. Users are warned never to open letters from people they do not know.")]
    [InlineData("Residents were told to stay off the roads until the bridge was safe.")]
    [InlineData("Jane Roe was once asked how the war would end.")]
    [InlineData("Young men are said to have broken the bridge.")]
    public void Who_is_asked_or_spoken_of_does_not_speak(string text) => Assert.Null(Assert.Single(Find(text)).Speaker);

    [Theory]
    [InlineData("1959: “Elm Town were the champions of the league after an inspiring season.”")]
    [InlineData("June 20, 1990: “Jane Roe, president of the league, came to Elm after twenty years.”")]
    [InlineData("Sept. 8, 1963: “The town has never seen so many people on its streets.”")]
    public void A_date_says_nothing(string text) => Assert.Null(Assert.Single(Find(text)).Speaker);

    [Theory]
    [InlineData("“The bridge is as safe as it was.” — Jane Roe, mayor of Elm", "Jane Roe, mayor of Elm", "—")]
    [InlineData("“The bridge is as safe as it was.” –– Jane Roe, mayor of Elm", "Jane Roe, mayor of Elm", "–")]
    [InlineData("“The bridge is as safe as it was.” —Jane Roe, partner at Parkin&Will", "Jane Roe, partner at Parkin&Will", "—")]
    [InlineData("Promising review: “The bridge is as safe as it was.” —Jane Roe", "Jane Roe", "Promising review")]
    public void A_name_behind_a_dash_is_the_speaker(string text, string speaker, string cue) =>
        AssertOne(text, QuoteKind.Direct, "The bridge is as safe as it was.", speaker, cue);

    [Theory]
    [InlineData("“I shot him,” Roe told police, according to court papers.", "I shot him,", "Roe", "told")]
    [InlineData("“Our position is unchanged,” Roe said, according to the Courier.", "Our position is unchanged,", "Roe", "said")]
    [InlineData("“You owe me the money,” Roe texted his cousin, prosecutors said.", "You owe me the money,", "Roe", "texted")]
    [InlineData("“I hate this place,” the gunman wrote in his diary, police said.", "I hate this place,", "the gunman", "wrote")]
    [InlineData("The minister was quoted by local media as saying, “We are not afraid.”", "We are not afraid.", "The minister", "saying")]
    [InlineData("“The bill is far from good,” the Elm Courier quoted Roe as telling reporters.", "The bill is far from good,", "Roe", "telling")]
    [InlineData("“We must act now,” Roe was quoted as saying by the Elm news agency.", "We must act now,", "Roe", "was quoted as saying")]
    public void Who_reports_that_it_was_said_does_not_say_it(string text, string content, string speaker, string cue) => AssertOne(text, QuoteKind.Direct, content, speaker, cue);

    [Theory]
    [InlineData("The minister's remarks were branded “disgraceful” by opposition leaders.", "opposition leaders")]
    [InlineData("The law, branded “draconian” by lawyers, takes effect on Monday.", "lawyers")]
    [InlineData("She was described as “kind and funny” by her friend Jane Roe.", "her friend Jane Roe")]
    [InlineData("Poe was described by his lawyer as “broken”.", "his lawyer")]
    [InlineData("The plan – described by Roe as “dead on arrival” – would raise taxes.", "Roe")]
    [InlineData("The town will lose its school, a decision described as “a challenge” by the chief executive.", "the chief executive")]
    [InlineData("The news, a figure described by Jane Roe as “what would be expected of one town, but shocking”, was bad.", "Jane Roe")]
    public void Who_calls_it_so_speaks_and_not_what_is_called_so(string text, string speaker)
    {
        var quote = Assert.Single(Find(text));

        Assert.Equal(speaker, quote.Speaker!.Span.In(text).ToString());
        Assert.EndsWith("”", quote.ContentIn(text) + (quote.Kind == QuoteKind.Direct ? "”" : ""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A visibly shaken Roe pulled Poe aside and said that it was “not fit” to leak what he knew.", "A visibly shaken Roe")]
    [InlineData("The former host quit the party earlier this month, calling it “a joke”.", "The former host")]
    public void What_else_the_speaker_did_is_no_part_of_who_speaks(string text, string speaker) =>
        Assert.Equal(speaker, Assert.Single(Find(text)).Speaker!.Span.In(text).ToString());

    [Theory]
    [InlineData("“We do not doubt the scale of it,” said Stop Elm Expansion chairman John Poe said.", "Stop Elm Expansion chairman John Poe")]
    [InlineData("“This happens to many people,” explained Poe told the press while attending a gala.", "Poe")]
    [InlineData("The news comes a few weeks after Acme announced a new gate for Elm.", "Acme")]
    [InlineData("Consumers are thought to be buying more, according to Acme analyst Jane Roe is sure that it will go on.", "Acme analyst Jane Roe")]
    public void A_clause_around_the_speaker_is_no_part_of_who_speaks(string text, string speaker) =>
        Assert.Contains(Find(text), quote => quote.Speaker?.Span.In(text).ToString() == speaker);

    [Fact]
    public void Whom_the_paper_reports_speaks_and_not_the_paper() => AssertOne(
        "The Elm Courier reports that Roe told a magazine: “I either want to win or to have an easy life. I think I will win.”",
        QuoteKind.Direct, "I either want to win or to have an easy life. I think I will win.", "Roe", "told");

    [Fact]
    public void Who_is_charged_does_not_say_so()
    {
        var quote = Assert.Single(Find("Poe was found guilty of “gross neglect”."));

        Assert.Null(quote.Speaker);
        Assert.InRange(quote.Confidence, 0, 0.4);
    }

    [Fact]
    public void Of_whom_it_is_alleged_does_not_say_so() => Assert.Null(Assert.Single(Find("Chief Peter Poe is alleged to be receiving money meant for the bridge.")).Speaker);

    [Fact]
    public void The_cue_has_its_own_speaker_behind_according_to() => AssertOne("According to Ann Poe, lawyer Carl Moe once warned: “The bridge is old.”", QuoteKind.Direct, "The bridge is old.", "lawyer Carl Moe", "once warned");

    [Fact]
    public void Where_it_was_said_is_no_part_of_who_said_it_without_a_comma_either()
    {
        const string text = "In a letter to the home secretary Mr Davis said: “I know there will be many.”";
        var doc = Document.Parse(text);

        var quote = Assert.Single(new QuoteFinder().Find(doc, new EntityLinker().Link(doc, new EntityRecognizer().Recognize(doc))));

        Assert.Equal("Mr Davis", quote.Speaker!.Span.In(text).ToString());
    }

    [Theory]
    [InlineData("The doctor told the inquiry staffing levels were low.", "staffing levels were low")]
    [InlineData("A former chief of the trust admitted to the inquiry that the bridge was old.", "that the bridge was old")]
    [InlineData("Jane Roe objected to the plan that the board had made.", "the plan that the board had made")]
    [InlineData("Jane Roe alluded to the report that was published in May.", "the report that was published in May")]
    public void The_body_that_hears_it_is_not_said(string text, string content) => Assert.Equal(content, Assert.Single(Find(text)).ContentIn(text));

    [Fact]
    public void Whoever_has_some_deed_only_does_not_go_on_speaking()
    {
        const string text = "“The report says little,” Moran said. He got calls from several people in Elm, who urged him to go on.\n\n“People are calling me and saying so.”";

        Assert.DoesNotContain("people", Find(text)[^1].Speaker!.Span.In(text).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_of_whom_he_may_mean_two_is_less_sure()
    {
        Assert.True(OfHim("Bob Roe spoke in Elm on Monday. “It rains every night,” he said.") > 0.9);
        Assert.InRange(OfHim("Bob Roe and Tom Poe met in Elm on Monday. “It rains every night,” he said."), 0.3, 0.8);

        static double OfHim(string text)
        {
            var doc = Document.Parse(text);
            return new QuoteFinder().Find(doc, new EntityLinker().Link(doc, new EntityRecognizer().Recognize(doc)))[^1].Confidence;
        }
    }
}
