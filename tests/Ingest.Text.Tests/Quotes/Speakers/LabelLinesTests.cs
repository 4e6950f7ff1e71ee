using Ingest.Text.Documents;
using Ingest.Text.Quotes;

namespace Ingest.Text.Tests.Quotes.Speakers;

/// <summary>What has names with colons, and is a transcript or none, in the whole flow of quotes.</summary>
public sealed class LabelLinesTests
{
    [Fact]
    public void A_transcript_gives_each_line_to_its_label()
    {
        const string text = "ROE: The bridge is safe. Use it.\n\nMR. POE: I said that it was not.";

        var quotes = Find(text);

        Assert.Equal(
            [("ROE", "The bridge is safe. Use it."), ("MR. POE", "I said that it was not.")],
            quotes.Select(quote => (quote.Speaker!.Span.In(text).ToString(), quote.ContentIn(text))));
    }

    [Fact]
    public void A_turn_of_a_transcript_lasts_until_the_next_label()
    {
        const string text = "Welcome to the debate.\n\nROE: The bridge is safe.\n\nUse it.\n\n[CLIP: Applause.]\n\nThe second half\n\nPOE: It was not.\n\nROE: It is “safe.”\n\nI say so.\n\nPOE: No.\n\nROE: Yes.\n\nWe end here.";

        var quotes = Find(text);

        Assert.Equal(
            [("ROE", "The bridge is safe. Use it."), ("POE", "It was not."), ("ROE", "It is “safe.” I say so."), ("POE", "No."), ("ROE", "Yes.")],
            quotes.Select(quote => (quote.Speaker!.Span.In(text).ToString(), quote.ContentIn(text))));
    }

    [Fact]
    public void A_transcript_may_stand_in_marks_as_a_whole()
    {
        const string text = "She said that it was “safe.” The transcript:\n\n\"ROE: The “old” bridge is safe.\n\n\"(APPLAUSE.)\n\n\"POE: Is it?\n\n\"ROE: It is.\n\n\"I say so.\n\n\"POE: No.\n\n\"ROE: Yes.\"";

        var quotes = Find(text);

        Assert.Equal(
            [("She", "that it was “safe.”"), ("ROE", "The “old” bridge is safe."), ("POE", "Is it?"), ("ROE", "It is. I say so."), ("POE", "No."), ("ROE", "Yes.")],
            quotes.Select(quote => (quote.Speaker!.Span.In(text).ToString(), quote.ContentIn(text))));
    }

    [Theory]
    [InlineData("Jane Roe: Her plan would close the bridge.\n\nJohn Poe: The plan would open it.")]
    [InlineData("FIRST PRIZE: A bridge of stone.\n\nLAST PRIZE: The old ferry.")]
    [InlineData("AP:Associated Press The bridge is shut, and we know it.\n\nAP:Associated Press The ferry runs.")]
    [InlineData("Dear Abby: I am tired.\n\nDear Abby: Am I wrong?")]
    public void A_list_is_no_transcript(string text) =>
        Assert.DoesNotContain(Find(text), quote => quote.Confidence >= 0.75);

    [Theory]
    [InlineData("Jane Roe: Her plan would raise the tolls of the bridge.")]
    [InlineData("AP:The bridge of Elm stood empty this morning.")]
    public void What_is_told_of_somebody_behind_a_colon_is_no_quote(string text) => Assert.DoesNotContain(Find(text), quote => quote.Cue is { } cue && cue.In(text) is ":");

    [Fact]
    public void Two_notes_in_marks_are_no_transcript() => Assert.DoesNotContain(
        Find("“UPDATE: The bridge is shut.”\n\nIt was closed in May.\n\n“NOTE: Use the ferry.”"), quote => quote.Speaker is not null);

    [Fact]
    public void Labels_here_and_there_are_those_of_their_paragraphs_alone() => Assert.DoesNotContain(
        Find(string.Join("\n\n", Enumerable.Range(1, 5).Select(n => $"ROE: The bridge is safe {n} times.\n\nIt rained.\n\nIt snowed.\n\nIt thawed."))),
        quote => quote.Spans.Count > 1);

    [Fact]
    public void A_headline_with_a_colon_is_no_transcript() => Assert.Empty(Find("UPDATE: The bridge is open.\n\nIt was closed in May."));

    [Fact]
    public void Headings_of_a_table_in_capitals_are_no_labels() =>
        Assert.Empty(Find("DRIVER OF THE DAY: Jane Roe stole the show.\n\nMISTAKE OF THE RACE: Poe never made it to the grid."));

    private static IReadOnlyList<Quote> Find(string text) => new QuoteFinder().Find(Document.Parse(text), []);
}
