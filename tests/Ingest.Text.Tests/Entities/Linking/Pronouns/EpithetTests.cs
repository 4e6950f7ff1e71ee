using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Quotes;

namespace Ingest.Text.Tests.Entities.Linking.Pronouns;

public sealed class EpithetTests
{
    [Theory]
    [InlineData("Prime Minister Jane Roe opened the dam in Elm. The Prime Minister said no.", "The Prime Minister")]
    [InlineData("Prime Minister Jane Roe opened the dam in Elm. The prime minister said no.", "The prime minister")]
    [InlineData("Home Secretary Jane Roe opened the dam in Elm. On Monday the Home Secretary said no.", "the Home Secretary")]
    [InlineData("The French president, Jane Roe, opened the dam in Elm. The French President said no.", "President")]
    public void A_post_is_mentioned_whole_but_for_a_country(string text, string post)
    {
        var mention = Assert.Single(Linked.Person(text, "Jane Roe").Mentions, mention => mention.Kind == MentionKind.Nominal);

        Assert.Equal(post, mention.Span.In(text).ToString());
    }

    [Theory]
    [InlineData("President Jane Roe opened the dam in Elm. The President left.", true)]
    [InlineData("U.S. President Jane Roe opened the dam in Elm. The President left.", true)]
    [InlineData("Jane Roe, president of Chad, opened the dam in Elm. The President left.", true)]
    [InlineData("Teldra President Jane Roe opened the dam in Elm. The President left.", false)]
    [InlineData("Jane Roe, president of the Elm Club, opened the dam. The President left.", false)]
    [InlineData("Jane Roe, president of the Elm Club, opened the dam. The president left.", true)]
    public void A_president_in_capitals_is_a_states(string text, bool isMeant) =>
        Assert.Equal(isMeant, Linked.Person(text, "Jane Roe").Mentions.Any(mention => mention.Kind == MentionKind.Nominal));

    [Theory]
    [InlineData("Karin Berg won the race in Oslo.\n\nThe 22-year-old said she was tired.", "22-year-old", "Karin Berg")]
    [InlineData("Karin Berg won the race in Oslo. \"I was lucky,\" said the 22-year-old, who lives in Bergen.", "22-year-old", "Karin Berg")]
    [InlineData("Karin Berg won the race in Oslo. Berg beat Anna Lind. The champion smiled.", "champion", "Karin Berg")]
    [InlineData("Paul Reyes has left Northam United. Coach John Hale said Reyes was unhappy. The 26-year-old signed for Elm City.", "26-year-old", "Paul Reyes")]
    [InlineData("The footballer Tom Hale has sued the singer Lena Moss over her album. The Northam striker says it is his.", "striker", "Tom Hale")]
    [InlineData("Anna Lind was named director of the opera. The mother-of-three starts in May.", "mother-of-three", "Anna Lind")]
    [InlineData("Michael Hale has denied a split.\n\nThe Whig leader said his team was united.", "leader", "Michael Hale")]
    [InlineData("Karin Berg is in Oslo. Anna Lind said: \"Berg is ill and Berg is sad.\" The singer laughed.", "singer", "Anna Lind")]
    [InlineData("Captain Karin Berg spoke in Elm. The striker said she was happy.", "striker", "Karin Berg")]
    [InlineData("Senator Maria Ortiz met John Hale in Elm. Ortiz was in good spirits. But the Whig nominee refused to speak.", "nominee", "Maria Ortiz")]
    public void An_epithet_means_the_one_whom_he_or_she_would_mean(string text, string noun, string name) =>
        Assert.Equal(name, MeantBy(text, noun)?.Name);

    [Theory]
    [InlineData("A 19-year-old from Elm was hurt. Karin Berg was there, and Berg saw it. Berg left. The 19-year-old smiled.", "19-year-old smiled")]
    [InlineData("Karin Berg and Anna Lind ran in Oslo. Lind fell. Berg fell. The mayor said both were well.", "mayor")]
    [InlineData("Tom Hale, the finance minister, resigned. The health minister said she was sorry.", "minister said")]
    [InlineData("Coach Tom Hale resigned. The striker said he was sorry.", "striker")]
    [InlineData("Karin Berg won the race in Oslo. The other striker said she was ill.", "striker")]
    [InlineData("Karin Berg won the race in Oslo. The club's striker said she was ill.", "striker")]
    [InlineData("Karin Berg won the race in Oslo. The striker's mother was there.", "striker")]
    [InlineData("Karin Berg won the race. The real champion was Anna Lind.", "champion")]
    [InlineData("Karin Berg wrote to the council. The 90-year-old equations were wrong.", "90-year-old")]
    [InlineData("Karin Berg sold her house. The striker asked Berg for a key.", "striker")]
    [InlineData("The referee said: \"Karin Berg is ill.\" The champion smiled.", "champion")]
    [InlineData("Karin Berg sold her house in Oslo. On Monday Berg saw it again, but the striker said she was sorry.", "striker")]
    [InlineData("Karin Berg met Anna Lind in Oslo. The champion smiled.", "champion")]
    [InlineData("Karin Berg won the game in Oslo. Anna Lind denied the striker a goal.", "striker")]
    [InlineData("Karin Berg won the race in Oslo. There were flowers for the champion, and music.", "champion")]
    [InlineData("Karin Berg won the race. Rain stopped the striker.", "striker")]
    [InlineData("Karin Berg was held in Elm for a day. The home secretary said it was wrong.", "secretary")]
    [InlineData("Lawyer Karin Berg spoke in Elm. The rapper said she was happy.", "rapper")]
    [InlineData("It was cold in Oslo. The 22-year-old smiled. Karin Berg won the race.", "22-year-old")]
    [InlineData("Rival Tom Hale spoke in Elm. Hale was glad. Senator Anna Lind saw Hale. The Whig nominee smiled.", "nominee")]
    public void An_epithet_that_may_mean_another_means_nobody(string text, string noun) =>
        Assert.Null(MeantBy(text, noun));

    [Fact]
    public void Who_speaks_may_be_an_epithet()
    {
        var (doc, entities) = Read("Karin Berg won the race in Oslo on Sunday.\n\n\"I have never been so tired in my life,\" the 22-year-old told reporters.");

        var quote = Assert.Single(new QuoteFinder().Find(doc, entities));

        Assert.Equal("person|karin-berg", quote.Speaker?.EntityKey);
        Assert.Equal(SpeakerKind.Nominal, quote.Speaker?.Kind);
        Assert.Equal("the 22-year-old", quote.Speaker?.Span.In(doc.Text).ToString());
    }

    [Fact]
    public void A_pronoun_goes_on_from_an_epithet() =>
        Assert.Equal("Karin Berg", MeantBy("Karin Berg won the race. The 22-year-old waved to the crowd. Then she left.", "she")?.Name);

    /// <summary>Who is mentioned where these words begin, by a description or a pronoun.</summary>
    private static Entity? MeantBy(string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        return Read(text).Entities.FirstOrDefault(entity => entity.Mentions.Any(mention => mention.Kind != MentionKind.Name && mention.Span.Start == at));
    }

    private static (Document Doc, IReadOnlyList<Entity> Entities) Read(string text)
    {
        var doc = Document.Parse(text);
        return (doc, new EntityLinker().Link(doc, new EntityRecognizer().Recognize(doc)));
    }
}
