using Ingest.Text.Articles;
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
    public void A_list_of_people_that_tells_of_each_is_no_transcript()
    {
        const string text = "JANE ROE: Win at last.\n\nMayor Jane Roe has led all year. Can we doubt her?\n\nTOM POE: Hang on.\n\nNobody needs less than Poe. We like him."
            + "\n\nLEE DORN: Now or never.\n\nLee Dorn has to win our town.";

        Assert.DoesNotContain(Find(text), quote => quote.Kind == QuoteKind.Direct);
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

    [Fact]
    public void A_label_may_tell_what_somebody_is_and_when_he_spoke()
    {
        const string text = "JANE ROE, MAYOR OF ELM: The bridge is safe.\n\n[10:02] POE (laughing): Is it?\n\nROE: It is.\n\nTom Poe, who owns the ferry, was blunt: It is not.";

        Assert.Equal(
            [("JANE ROE, MAYOR OF ELM", "The bridge is safe."), ("POE", "Is it?"), ("ROE", "It is.")],
            Find(text).Select(quote => (quote.Speaker!.Span.In(text).ToString(), quote.ContentIn(text))));
    }

    [Theory]
    [InlineData("JANE ROE (10:02): Is it safe?\n\nTOM POE (10:03): It is.\n\nJANE ROE (10:04): Do you cross it?")]
    [InlineData("JANE ROE:\n\nIs it safe?\n\nTOM POE:\n\nIt is.\n\nJANE ROE:\n\nDo you cross it?")]
    [InlineData("JANE ROE: 00:10:02\n\nIs it safe?\n\nTOM POE: 00:10:03\n\nIt is.\n\nJANE ROE: 00:10:04\n\nDo you cross it?")]
    [InlineData("JANE ROE: Is it safe?\n\nTOM POE: It is.\n\n(APPLAUSE)\n\nJANE ROE: (Laughs.)\n\nJANE ROE: Do you cross it?")]
    public void A_label_has_many_forms(string text) => Assert.Equal(
        [("JANE ROE", "Is it safe?"), ("TOM POE", "It is."), ("JANE ROE", "Do you cross it?")],
        Find(text).Select(quote => (quote.Speaker!.Span.In(text).ToString(), quote.ContentIn(text))));

    [Theory]
    [InlineData("Jane Roe\nIs it safe?\n\nTom Poe\nIt is.\n\nJane Roe\nDo you cross it?\n\nTom Poe\nI do.")]
    [InlineData("Jane Roe — Is it safe?\n\nTom Poe — It is.\n\nJane Roe — Do you cross it?\n\nTom Poe — I do.")]
    public void Behind_the_name_of_somebody_known_no_colon_is_needed(string turns)
    {
        var quotes = new Extractor().Extract(new Article { Text = $"Jane Roe met Tom Poe at the bridge.\n\n{turns}", Format = ArticleFormat.PlainText }, "talk.txt").Quotes;

        Assert.Equal(["Jane Roe", "Tom Poe", "Jane Roe", "Tom Poe"], quotes.Select(quote => quote.Speaker!.Name));
    }

    [Fact]
    public void Whatever_looks_like_a_label_ends_a_turn()
    {
        const string text = "MR. POE: It is safe.\n\nQ Is it?\n\nMR. POE: I crossed it.\n\nElm Courier: Now?\n\nMR. POE: Yes.\n\nWhat Next: It is late.\n\nMR. POE: We go home.\n\nQ Thank you.\n\nMR. POE: Bye.";

        Assert.Equal(
            ["It is safe.", "I crossed it.", "Yes.", "We go home.", "Bye."],
            Find(text).Where(quote => quote.Speaker is { } speaker && speaker.Span.In(text) is "MR. POE").Select(quote => quote.ContentIn(text)));
    }

    [Fact]
    public void Where_two_speak_often_their_turns_may_be_long()
    {
        var text = string.Join("\n\n", Enumerable.Range(1, 3).Select(n => $"ROE: Is it safe?\n\nPOE: It is {n} times safe.\n\nI built it.\n\nWe tried it.\n\nIt held.\n\nIt holds.\n\nIt will hold."));

        Assert.Equal(2, Find(text).Count(quote => quote.ContentIn(text).EndsWith("It will hold.")));
    }

    [Fact]
    public void A_magazine_asks_nothing() => Assert.DoesNotContain(
        Find("ROE: Is it safe?\n\nPOE: It is.\n\nROE: Do you cross it?\n\nQ Magazine of Elm said it rained."), quote => quote.Speaker?.Kind == SpeakerKind.Nominal);

    [Fact]
    public void Who_alone_has_labels_does_not_ask_himself()
    {
        var text = string.Join("\n\n", Enumerable.Range(1, 5).Select(n => $"Is the bridge safe {n} times?\n\nROE: It is.\n\nI built it."));

        Assert.All(Find(text).Where(quote => quote.Kind == QuoteKind.Direct), quote => Assert.DoesNotContain("?", quote.ContentIn(text)));
    }

    [Fact]
    public void Beside_others_any_name_may_ask()
    {
        const string text = "Gazette: Is the bridge safe?\n\nROE: It is.\n\nThe Gazette: And the ferry?\n\nROE: It is not.\n\nBuilt In: The year of the flood.";

        Assert.Equal(
            [("Gazette", "Is the bridge safe?"), ("ROE", "It is."), ("The Gazette", "And the ferry?"), ("ROE", "It is not.")],
            Find(text).Select(quote => (quote.Speaker!.Span.In(text).ToString(), quote.ContentIn(text))));
    }

    [Theory]
    [InlineData("Q: Do you trust the bridge?\n\nA: I do.\n\nQ: And the ferry?\n\nA: It is not mine.")]
    [InlineData("Q. Do you trust the bridge?\n\nA. I do.\n\nQ. And the ferry?\n\nA. It is not mine.")]
    [InlineData("Question: Do you trust the bridge?\n\nAnswer: I do.\n\nQuestion: And the ferry?\n\nAnswer: It is not mine.")]
    public void Questions_and_answers_may_be_labelled_as_such(string turns)
    {
        var text = $"Jane Roe, who built the bridge of Elm, spoke to us.\n\n{turns}";

        var extraction = new Extractor().Extract(new Article { Text = text, Format = ArticleFormat.PlainText }, "talk.txt");

        Assert.Equal(
            [(null, "Do you trust the bridge?"), ("Jane Roe", "I do."), (null, "And the ferry?"), ("Jane Roe", "It is not mine.")],
            extraction.Quotes.Select(quote => (quote.Speaker!.Name, quote.ContentIn(text))));
    }

    [Theory]
    [InlineData("The council of Elm answers frequently asked questions.")]
    [InlineData("Jane Roe built the bridge of Elm.")]
    public void A_page_of_help_is_no_interview(string introduction)
    {
        var text = $"{introduction}\n\nQ: May you cross the bridge?\n\nA: Yes, we are open.\n\nQ: And the ferry?\n\nA: We run it in May.";

        Assert.DoesNotContain(new Extractor().Extract(new Article { Text = text, Format = ArticleFormat.PlainText }, "help.txt").Quotes, quote => quote.Kind == QuoteKind.Direct);
    }

    [Theory]
    [InlineData("CEO: Jane Roe\n\nGM: Tom Poe\n\nCEO: Ann Poe")]
    [InlineData("PRICE: From €5 to €10.\n\nSPAN: It is a mile.\n\nPRICE: From €1.\n\nSPAN: It is a yard.")]
    public void Facts_behind_colons_are_no_transcript(string text) => Assert.DoesNotContain(Find(text), quote => quote.Kind == QuoteKind.Direct);

    [Fact]
    public void Letters_that_are_no_questions_and_answers_label_nothing() =>
        Assert.Empty(Find("A: We cross the bridge.\n\nB: We take your ferry.\n\nA: We swim."));

    [Theory]
    [InlineData("Me: Is the bridge safe?\n\nROE: It is.\n\nROE: I built it.", SpeakerKind.FirstPerson)]
    [InlineData("Host: Is the bridge safe?\n\nROE: It is.\n\nROE: I built it.", SpeakerKind.Nominal)]
    [InlineData("ELM FM: Is the bridge safe?\n\nROE: It is.\n\nROE: I built it.", SpeakerKind.Name)]
    public void A_label_is_the_writer_a_role_or_a_name(string text, SpeakerKind kind) => Assert.Equal(kind, Find(text)[0].Speaker!.Kind);

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
