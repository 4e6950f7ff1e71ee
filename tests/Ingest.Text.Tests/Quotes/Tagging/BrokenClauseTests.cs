using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Quotes;
using Ingest.Text.Quotes.Tagging;

namespace Ingest.Text.Tests.Quotes.Tagging;

/// <summary>What is said, a bar between the two parts of it | who says it.</summary>
public sealed class BrokenClauseTests
{
    [Theory]
    [InlineData("One of the drawbacks, said Roe, was the noise.", "One of the drawbacks|was the noise", "Roe")]
    [InlineData("Most of the money, said Jane Roe, the mayor of Elm, went to builders.", "Most of the money|went to builders", "Jane Roe, the mayor of Elm")]
    [InlineData("The cause of the fire, said police, is still not known.", "The cause of the fire|is still not known", "police")]
    [InlineData("What this means, says Roe, is that the dam will go.", "What this means|is that the dam will go", "Roe")]
    [InlineData("Farmers, warned John Poe of the Grain Board, could lose their crop.", "Farmers|could lose their crop", "John Poe of the Grain Board")]
    [InlineData("At least two people, said Jane Roe, were hurt.", "At least two people|were hurt", "Jane Roe")]
    [InlineData("(The plan, said Jane Roe, was dead.)", "The plan|was dead", "Jane Roe")]
    [InlineData("The school, according to Jane Roe, would close in May.", "The school|would close in May", "Jane Roe")]
    [InlineData("The bridge, wrote Jane Roe, was the town's pride.", "The bridge|was the town's pride", "Jane Roe")]
    [InlineData("The gallery, according to its director, Mary Lund, owns four barns; it sold two.", "The gallery|owns four barns", "its director, Mary Lund")]
    public void A_predicate_goes_on_behind_who_says_it(string text, string said, string speaker) => Assert.Equal((said, speaker), Only(text));

    [Theory]
    [InlineData("In the past, said Jane Roe, such cases were settled in weeks.", "In the past|such cases were settled in weeks", "Jane Roe")]
    [InlineData("If the bridge closes, said Jane Roe, traders will move to Elm.", "If the bridge closes|traders will move to Elm", "Jane Roe")]
    [InlineData("She was, said her brother, a quiet woman.", "She was|a quiet woman", "her brother")]
    [InlineData("She was, said her brother, the mayor of Elm, a quiet woman.", "She was|a quiet woman", "her brother, the mayor of Elm")]
    [InlineData("The bridge will, said Jane Roe, who heads the board, be closed.", "The bridge will|be closed", "Jane Roe, who heads the board")]
    [InlineData("Last year, according to Jane Roe, the mill lost money.", "Last year|the mill lost money", "Jane Roe")]
    [InlineData("Last year, according to Jane Roe, was the worst of all.", "Last year|was the worst of all", "Jane Roe")]
    [InlineData("Since May, according to the lab, over four hundred wells have been found.", "Since May|over four hundred wells have been found", "the lab")]
    [InlineData("In towns, according to a study published in Elm, people who swim are fitter.", "In towns|people who swim are fitter", "a study published in Elm")]
    [InlineData("In May, according to Jane Roe, an old hand who went and saw it, the mill lost money.", "In May|the mill lost money", "Jane Roe, an old hand who went and saw it")]
    public void A_clause_goes_on_behind_its_lead_in(string text, string said, string speaker) => Assert.Equal((said, speaker), Only(text));

    [Theory]
    [InlineData("It looks white, but, according to the lab, the stone truly is blue.", "the stone truly is blue", "the lab")]
    [InlineData("It was cheap and, according to Jane Roe, also saved the school.", "also saved the school", "Jane Roe")]
    [InlineData("The bridge has cracks; according to the report, it could fall.", "it could fall", "the report")]
    [InlineData("But according to the Courier, Poe, who met the mayor, has resigned.", "Poe, who met the mayor, has resigned", "the Courier")]
    [InlineData("But, said Jane Roe, the town has no money.", "the town has no money", "Jane Roe")]
    [InlineData("However, according to Jane Roe, the town has no money.", "the town has no money", "Jane Roe")]
    [InlineData("Second, says Jane Roe, the town has no money.", "the town has no money", "Jane Roe")]
    [InlineData("The bridge is old, but the answer, says Jane Roe, is a tunnel, according to the Courier.", "the answer|is a tunnel", "Jane Roe")]
    public void A_clause_begins_behind_what_joins_it_to_another(string text, string said, string speaker) => Assert.Equal((said, speaker), Only(text));

    [Theory]
    [InlineData("The plan, said Roe, was dead, but John Poe said it was alive.", "The plan|was dead")]
    [InlineData("The plan, said Roe, was dead but John Poe said it was alive.", "The plan|was dead")]
    [InlineData("The plan, said Roe, was dead, he added.", "The plan|was dead")]
    [InlineData("The plan, said Roe, was dead: “It is over,” said John Poe.", "The plan|was dead")]
    [InlineData("The mayor (a friend, said Roe, was ill) left the town.", "a friend|was ill")]
    [InlineData("The plan, said Roe, was dead, and it would be buried.", "The plan|was dead, and it would be buried")]
    public void It_ends_before_what_another_says(string text, string said) => Assert.Equal(said, Only(text).Said);

    [Fact]
    public void None_stands_in_another() => Assert.Equal(
        ["The dog|was dead", "the cat|was ill"],
        In("The dog, according to Jane Roe, was dead, and the cat, according to John Poe, was ill.").Select(SaidIn));

    [Theory]
    [InlineData("Jane Roe, the mayor, says the new bridge, built in May, is safe.")]
    [InlineData("The bridge is safe, said Jane Roe, who built it.")]
    [InlineData("The bridge is safe, said Jane Roe, the mayor.")]
    [InlineData("“A fine bridge”, said Jane Roe, was what they got.")]
    [InlineData("The plan, announced by Jane Roe, was dropped.")]
    [InlineData("The plan, announced the same day, was dropped.")]
    [InlineData("The plan, announced March 3, was dropped.")]
    [InlineData("The suspect, thought American, was held.")]
    [InlineData("The treaty, according to which the dam will go, was signed.")]
    [InlineData("The prayer, said each morning, is short.")]
    [InlineData("Those words, said a day earlier, had angered voters.")]
    [InlineData("The journal, Reports Weekly, was closed.")]
    [InlineData("She was, said her brother,")]
    [InlineData("Above all in towns, says Jane Roe, an old hand who went and saw it.")]
    [InlineData("The school, according to")]
    [InlineData("Witnesses, according to the Courier, said a man had fled.")]
    [InlineData("The bridge will close, according to Jane Roe, but not in May.")]
    public void Who_speaks_before_the_verb_or_at_the_end_breaks_nothing(string text) => Assert.Empty(In(text));

    [Fact]
    public void A_comma_too_many_behind_a_name_breaks_nothing() => Assert.Empty(In("Acme Corp, said the sales, seen as low, would rise."));

    private static (string Said, string Speaker) Only(string text)
    {
        var found = Assert.Single(In(text));
        return (SaidIn(found), found.Source!.Value.In(text).ToString());
    }

    private static string SaidIn(Attribution found) =>
        string.Join('|', found.Content.Select(said => found.Passage.SpanOf(said).In(found.Passage.Text).ToString()));

    private static IReadOnlyList<Attribution> In(string text)
    {
        var doc = Document.Parse(text);
        var names = new NameMap(new EntityLinker().Link(doc, new EntityRecognizer().Recognize(doc)));
        return [.. BrokenClause.Find(PassageView.Of(PassageSplitter.Split(doc)[0], names, QuoteModel.Default.Words))];
    }
}
