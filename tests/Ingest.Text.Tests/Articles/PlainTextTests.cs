using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Articles;

public sealed class PlainTextTests
{
    private const string Lead = "The ferry between Oster and Vale ran again on Monday after a month in the dock.";
    private const string Second = "Commuters had driven around the lake since the engine failed, an hour and a half each way.";
    private const string Third = "The council said that the repair had cost less than half of what had been feared.";

    private static string Story(params string[] lines) => string.Join("\n\n", lines);

    [Fact]
    public void An_article_alone_keeps_every_line()
    {
        var article = Read.Text(Story("Ferry runs again", "By Jane Roe", Lead, "“Yes.”", Second, "He said three things:", "- boats", "- more boats", Third));

        Assert.Equal([Lead, "“Yes.”", Second, "He said three things:", "- boats", "- more boats", Third], Read.Paragraphs(article));
        Assert.Empty(article.LeftOut);
    }

    [Fact]
    public void The_headline_and_the_byline_are_fields()
    {
        var article = Read.Text(Story("Ferry runs again", "By Jane Roe and Li Wei", Lead, Second));

        Assert.Equal(("Ferry runs again", "Jane Roe;Li Wei", Lead + "\n\n" + Second), (article.Title, string.Join(';', article.Byline), article.Text));
    }

    [Theory]
    [InlineData("Jos&#233; Ro&#xeb; hasn&#39;t &#8220;a clue&#8221;", "José Roë hasn't “a clue”")]
    [InlineData("&#60;b&#62; &lt;b&gt; &#0; &#xd800; &#x110000; &#; &#233 &#12 345;", "&#60;b&#62; &lt;b&gt; &#0; &#xd800; &#x110000; &#; &#233 &#12 345;")]
    public void Numbers_for_signs_are_read_but_those_of_tags(string written, string read) =>
        Assert.Equal($"{Lead} {read}.", Read.Paragraphs(Read.Text(Story("Ferry runs again", $"{Lead} {written}.", Second)))[0]);

    [Fact]
    public void An_article_without_headline_has_none()
    {
        var article = Read.Text(Story(Lead, Second));

        Assert.Null(article.Title);
        Assert.Equal([Lead, Second], Read.Paragraphs(article));
    }

    [Fact]
    public void A_question_in_a_paragraph_of_its_own_is_the_headline()
    {
        var article = Read.Text(Story("What is next for the ferry between Oster and Vale?", Lead, Second));

        Assert.Equal(("What is next for the ferry between Oster and Vale?", Lead + "\n\n" + Second), (article.Title, article.Text));
    }

    [Fact]
    public void The_first_line_goes_before_a_standfirst_that_has_more_of_the_texts_words()
    {
        var article = Read.Text(Story("BOATS | Ferry between Oster and Vale gets an engine", "Ferry between Oster and Vale ran on Monday after a month in the dock", Lead, Second));

        Assert.Equal("BOATS | Ferry between Oster and Vale gets an engine", article.Title);
    }

    [Fact]
    public void A_list_that_opens_the_text_stays_in_it()
    {
        string[] lines = ["The plan has what the harbour needs. It includes:", "Setting out clear steps for the ferry;", "Promoting work among its crews; and", "Keeping the old dock.", Lead, Second];

        Assert.Equal(lines, Read.Paragraphs(Read.Text(Story(["Ferry runs again", .. lines]))));
    }

    [Fact]
    public void A_paragraph_that_breaks_within_a_quotation_is_one() =>
        Assert.Equal(
            ["“The ferry ran again as the weather grew worse,” Ada Wynn said.", Lead, Second],
            Read.Paragraphs(Read.Text(Story("Ferry runs again", "“The ferry ran again as the weather", "grew worse,” Ada Wynn said.", Lead, Second))));

    [Theory]
    [InlineData("OSTER, Vale - The harbour board said on Tuesday that its first word about the ferry had not been \uFFFDmeant for the public\uFFFD and was a \uFFFDmistake.\uFFFD", "\uFFFDI had a good run,\uFFFD Roe said of the ferry and its engine. \uFFFDSomebody else may take the helm.\uFFFD")]
    [InlineData("OSTER (Lakewire)\uFFFDThe harbour board said on Tuesday that its first word about the ferry was a \uFFFDmistake.\uFFFD", "\uFFFDI had a good run,\uFFFD Roe said of the ferry. \uFFFDSomebody else may take the helm.\uFFFD")]
    public void A_sentence_whose_mark_was_lost_is_no_headline(string first, string second)
    {
        var article = Read.Text(Story(first, second, Lead, Second, Third));

        Assert.Null(article.Title);
        Assert.Equal(["OSTER", "“I had", Lead, Second, Third], Read.Paragraphs(article).Select((paragraph, i) => i > 1 ? paragraph : paragraph[..(i == 0 ? 5 : 6)]));
    }

    [Fact]
    public void Hard_wrapped_lines_are_one_paragraph()
    {
        const string wrapped = """
            The ferry between Oster and Vale ran again on Monday after a
            month in the dock, to the relief of everybody who works on the
            other side.

            Commuters had driven around the lake since the engine failed, a
            journey of an hour and a half each way, when the road is dry.
            """;

        Assert.Equal(
            ["The ferry between Oster and Vale ran again on Monday after a month in the dock, to the relief of everybody who works on the other side.",
             "Commuters had driven around the lake since the engine failed, a journey of an hour and a half each way, when the road is dry."],
            Read.Paragraphs(Read.Text(wrapped)));
    }

    [Fact]
    public void A_ragged_margin_is_a_wrap_too()
    {
        const string wire = """
            FERRY-REPAIR/
            FERRY BETWEEN OSTER AND VALE RUNS AGAIN
            By JANE ROE
            OSTER, Nov 3 (Lakewire) - The ferry between Oster and
            Vale ran again on Monday after a month in the
            dock, to the relief of everybody who works on
            the other side.
            Commuters had driven around the lake since the
            engine failed, a journey of an hour and a half
            each way.
            -30-
            """;

        var article = Read.Text(wire);

        Assert.Equal("FERRY BETWEEN OSTER AND VALE RUNS AGAIN", article.Title);
        Assert.Equal(
            ["OSTER, Nov 3 (Lakewire) - The ferry between Oster and Vale ran again on Monday after a month in the dock, to the relief of everybody who works on the other side.",
             "Commuters had driven around the lake since the engine failed, a journey of an hour and a half each way."],
            Read.Paragraphs(article));
    }

    [Fact]
    public void A_name_with_an_apostrophe_in_it_has_lost_no_blank()
    {
        const string text = "Tim Kamau'wah left the nurses' union in Elm. The union said that Kamau'wah was ill, and the teachers' union did not.";

        Assert.Equal([text], Read.Paragraphs(Read.Text(text)));
    }

    [Fact]
    public void A_blank_line_between_all_lines_divides_no_paragraphs()
    {
        string[] lines =
        [
            "The ferry between Oster and Vale ran again on Monday after a", "month in the dock, to the relief of everybody who works on the", "other side of the lake, where there",
            "are no shops. Commuters had driven around", "the lake since the engine failed.",
        ];

        Assert.Single(Read.Paragraphs(Read.Text(Story(lines))));
    }

    [Fact]
    public void A_dateline_alone_on_its_line_is_a_field()
    {
        var article = Read.Text(Story("Ferry runs again", "By Jane Roe", "OSTER, Nov 3 (Lakewire)", Lead, Second));

        Assert.Equal(("OSTER, Nov 3 (Lakewire)", Lead + "\n\n" + Second), (article.Dateline, article.Text));
    }

    [Fact]
    public void What_stands_behind_an_end_mark_is_the_agencys_own()
    {
        var article = Read.Text(Story("Ferry runs again", Lead, Second, Third, "-ENDS-", "Notes to editors", "The Lake Board has run ferries since 1904 and has its seat in Oster, on the pier."));

        Assert.Equal([Lead, Second, Third], Read.Paragraphs(article));
        Assert.All(article.LeftOut, left => Assert.Equal(LeftOutReason.Navigation, left.Reason));
    }

    [Fact]
    public void A_whole_page_is_read_by_its_lines()
    {
        const string fourth = "Nobody was hurt when the engine failed, the police said, and the lake was open again by noon.";
        // More menu than article, as a browser copies it.
        var menu = Enumerable.Range(1, 25).Select(i => $"Section {(char)('A' + i)}").ToArray();
        string[] page = ["Skip to content", "Sign in", .. menu, "Home", "Ferry runs again after a month", "By Jane Roe", "March 14, 2025", "Share", Lead, Second, Third, fourth,
            "Most read", .. menu, "Subscribe", "© 2025 Lakeside Post. All rights reserved."];

        var article = Read.Text(string.Join('\n', page));

        Assert.Equal(("Ferry runs again after a month", "Jane Roe", "2025-03-14"), (article.Title, string.Join(';', article.Byline), article.Published.ToString()));
        Assert.Equal([Lead, Second, Third, fourth], Read.Paragraphs(article));
    }

    [Fact]
    public void Paragraphs_need_no_blank_lines_between_them() =>
        Assert.Equal([Lead, Second, Third], Read.Paragraphs(Read.Text($"Ferry runs again\nBy Jane Roe\n{Lead}\n{Second}\n{Third}\n")));

    [Fact]
    public void A_lead_that_stands_twice_is_kept_where_the_body_begins()
    {
        var article = Read.Text(Story("Ferry runs again", Lead, "Commuters glad of it, and so is the council", "The ferry in its dock. (LPC)", Lead, Second));

        Assert.Equal([Lead, Second], Read.Paragraphs(article));
        Assert.Equal([LeftOutReason.Duplicate, LeftOutReason.Teaser, LeftOutReason.Caption], article.LeftOut.Select(left => left.Reason));
        Assert.Equal(["The ferry in its dock. (LPC)"], article.Captions);
    }

    [Fact]
    public void The_first_line_may_name_the_publisher_behind_the_headline()
    {
        var article = Read.Text(Story("Ferry runs again - The Lakeside Post", "News Sport | Sign in | Subscribe |", "Transport", "Ferry runs again", Lead, Second));

        Assert.Equal(("Ferry runs again", "The Lakeside Post", "Transport"), (article.Title, article.Publisher, article.Section));
    }

    [Fact]
    public void The_date_in_the_head_of_the_page_is_that_of_the_copy()
    {
        var article = Read.Text(Story("Monday 6 July 2026 | 14°C | Sign in | Subscribe", "Ferry runs again", Lead, Second));

        Assert.Null(article.Published);
    }

    [Fact]
    public void A_date_under_the_headline_is_the_articles_own()
    {
        var article = Read.Text(Story("Monday 6 July 2026 | 14°C | Sign in | Subscribe", "Ferry runs again", "Published 14 March 2025 at 18:42 GMT", "Updated 15 March 2025", Lead, Second));

        Assert.Equal(("2025-03-14T18:42:00Z", "2025-03-15"), (article.Published.ToString(), article.Modified.ToString()));
    }

    [Fact]
    public void A_dateline_stays_in_the_text_and_gives_its_agency_and_date()
    {
        var lead = "OSTER, Sept. 4, 2023 (Lakewire) — " + Lead;

        var article = Read.Text(Story("Ferry runs again", lead, Second));

        Assert.Equal((lead, "Lakewire", "2023-09-04"), (Read.Paragraphs(article)[0], article.Publisher, article.Published.ToString()));
    }

    [Fact]
    public void A_wires_slug_and_update_mark_are_no_part_of_the_headline()
    {
        var article = Read.Text(Story("LAKE-FERRY/ (UPDATE 2)\nUPDATE 2-Ferry between Oster and Vale runs again", Lead, Second, "(Reporting by Jane Roe; Editing by Li Wei)"));

        Assert.Equal("Ferry between Oster and Vale runs again", article.Title);
        Assert.Equal([Lead, Second], Read.Paragraphs(article));
    }

    [Fact]
    public void A_sub_heading_is_left_out_for_it_may_be_made_of_a_quote()
    {
        var article = Read.Text(Story("Ferry runs again", Lead, "'Worth every penny'", Second));

        Assert.Equal([Lead, Second], Read.Paragraphs(article));
        Assert.Equal([new LeftOut("'Worth every penny'", LeftOutReason.Teaser)], article.LeftOut);
    }

    [Theory]
    [InlineData("“I use it twice a day.” — Jane Roe, baker")]
    [InlineData("\"It saves an hour.\" - John Poe, Vale")]
    [InlineData("“I use it twice a day” — Sinead O’Brien, the town’s baker")]
    public void Signed_words_stay_in_the_text(string signed) => Assert.Equal([Lead, signed, Second], Read.Paragraphs(Read.Text(Story("Ferry runs again", Lead, signed, Second))));

    [Fact]
    public void What_stands_behind_the_end_is_left_out()
    {
        var article = Read.Text(Story("Ferry runs again", Lead, Second, Third, "Most read\nDog found in Oban\nMan held in Vale", "About us | Contact | Cookies\n© 2025 Lakeside Post Ltd. All rights reserved."));

        Assert.Equal([Lead, Second, Third], Read.Paragraphs(article));
        Assert.Equal(
            [LeftOutReason.Related, LeftOutReason.Related, LeftOutReason.Related, LeftOutReason.Navigation, LeftOutReason.Legal],
            article.LeftOut.Select(left => left.Reason));
    }

    [Fact]
    public void A_box_of_links_in_the_middle_does_not_end_the_article()
    {
        var article = Read.Text(Story("Ferry runs again", Lead, "Related stories\nEngine fails on the lake\nCouncil meets over ferry", Second, Third));

        Assert.Equal([Lead, Second, Third], Read.Paragraphs(article));
    }

    [Fact]
    public void A_pulled_quote_that_repeats_the_body_is_left_out()
    {
        const string said = "“I never thought I would miss that old horn,” said Ada Wynn, who takes the ferry to school every day of the week.";

        var article = Read.Text(Story("Ferry runs again", Lead, said, "“I never thought I would miss that old horn.”", Second));

        Assert.Equal([Lead, said, Second], Read.Paragraphs(article));
    }

    [Theory]
    [InlineData("Ada Wynn of the Lake Board,told reporters that it was time.", "Ada Wynn of the Lake Board, told reporters that it was time.")]
    [InlineData("Then AdaWynn, who chairs the board, went on board and blew the horn.", "Then Ada Wynn, who chairs the board, went on board and blew the horn.")]
    public void Words_that_ran_together_are_parted_where_it_is_certain(string line, string mended) =>
        Assert.Contains(mended, Read.Text(Story(Lead, "Ada Wynn never forgot the day, nor has the board, which met on the pier.", line)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Fiona McCain filmed it on her iPhone and put it on YouTube for all to see.")]
    [InlineData("The figure of 1,250 passengers a day was on the Wynnprogram of the evening.")]
    [InlineData("It isn't the board's fault, she'll say, and they've heard it before.")]
    [InlineData("The address is www.lake.example/a,b,c and it has been so since the nineties.")]
    public void Words_that_only_look_so_stay(string line) =>
        Assert.Contains(line, Read.Text(Story(Lead, "Ada Wynn and the program met on the pier, and Fiona Cain filmed it.", line)).Text, StringComparison.Ordinal);
}
