using Ingest.Text.Quotes;
using static Ingest.Text.Tests.Quotes.Finding;

namespace Ingest.Text.Tests.Quotes;

/// <summary>One pattern a sentence: what was said | who said it | the cue.</summary>
public sealed class QuoteFinderTests
{
    [Theory]
    [InlineData("“The bridge is safe,” Jane Roe said.", "The bridge is safe,", "Jane Roe", "said")]
    [InlineData("“The bridge is safe,” said Jane Roe.", "The bridge is safe,", "Jane Roe", "said")]
    [InlineData("“The bridge is safe,” she later added.", "The bridge is safe,", "she", "later added")]
    [InlineData("“Is the bridge safe?” Jane Roe asked.", "Is the bridge safe?", "Jane Roe", "asked")]
    [InlineData("“The bridge is safe,” Roe, who heads the council, told the Elm Courier.", "The bridge is safe,", "Roe, who heads the council", "told")]
    [InlineData("“The bridge is safe,” said Jane Roe, the mayor of Elm.", "The bridge is safe,", "Jane Roe, the mayor of Elm", "said")]
    [InlineData("“The bridge is safe,” said Jane Roe (Elm), a former miner.", "The bridge is safe,", "Jane Roe (Elm), a former miner", "said")]
    [InlineData("“It is a great day for sport,” points out former Olympian and Elm coach Jane Roe.", "It is a great day for sport,", "former Olympian and Elm coach Jane Roe", "points out")]
    [InlineData("“The bridge is safe,” said a spokeswoman for the council on Monday.", "The bridge is safe,", "a spokeswoman for the council", "said")]
    [InlineData("“The bridge is safe,” said Jane Roe at a meeting in Elm.", "The bridge is safe,", "Jane Roe", "said")]
    [InlineData("“The bridge is safe,” said the Head of English at a school in Elm.", "The bridge is safe,", "the Head of English at a school in Elm", "said")]
    [InlineData("“The old bridge is not safe,” council chairman John Poe said during a meeting to approve the plan.", "The old bridge is not safe,", "council chairman John Poe", "said")]
    [InlineData("“The bridge is safe,” two union officials said.", "The bridge is safe,", "two union officials", "said")]
    [InlineData("“The bridge is safe.” Jane Roe said.", "The bridge is safe.", "Jane Roe", "said")]
    [InlineData("“The bridge is safe.” Jane Roe told reporters after the meeting.", "The bridge is safe.", "Jane Roe", "told")]
    [InlineData("“Is the bridge safe?” Jane Roe, a nurse in Elm, told the council.", "Is the bridge safe?", "Jane Roe, a nurse in Elm", "told")]
    public void An_attribution_behind_the_quotation(string text, string content, string speaker, string cue) => AssertOne(text, QuoteKind.Direct, content, speaker, cue);

    [Theory]
    [InlineData("“The bridge is safe.” Jane Roe said the boat was not.", "the boat was not")]
    [InlineData("“The bridge is safe.” Jane Roe told reporters that the boat was not.", "that the boat was not")]
    [InlineData("“What can be done?” Jane Roe believes that the boat is safe.", "that the boat is safe")]
    [InlineData("“Nobody can mend this bridge!” Jane Roe also said the boat was safe.", "the boat was safe")]
    public void What_has_words_of_its_own_is_no_attribution_of_the_quotation_before(string text, string content) =>
        Assert.Equal(content, Assert.Single(Find(text), quote => quote.Kind == QuoteKind.Indirect).ContentIn(text));

    [Theory]
    [InlineData("Mayor Jane Roe said that afterward, when it rained, the gate was shut.")]
    [InlineData("The gate is old. Mayor Jane Roe added that tomorrow, after it rained, the gate was shut and that the road was closed, Poe said.")]
    [InlineData("It is late. Mayor Jane Roe said that yesterday, when it rained, the gate was shut.")]
    public void What_is_said_may_begin_with_when_it_was(string text) => Assert.NotEmpty(Find(text));

    [Fact]
    public void Any_verb_between_two_quotations_tells_who_says_both()
    {
        const string text = "“Yes!” Mr. Roe grunts, “Yes, the bridge is safe!”";

        var quote = Assert.Single(Find(text));

        Assert.Equal(("Mr. Roe", 2), (quote.Speaker?.Span.In(text).ToString(), quote.Spans.Count));
    }

    [Theory]
    [InlineData("The House of Representatives confirmed him.")]
    [InlineData("Jane Roe has strongly hinted at it.")]
    [InlineData("Jane Roe, of all people, has confirmed this.")]
    [InlineData("Jane Roe faced blackmail and robbery charges in court, which she denies.")]
    public void A_pronoun_alone_says_nothing(string text) => Assert.Empty(Find(text));

    [Fact]
    public void An_article_before_what_is_proposed_says_nothing() =>
        Assert.Empty(Find("The proposed improvements will reduce delays and help to make the road safer."));

    [Fact]
    public void A_sentence_goes_on_behind_who_says_it()
    {
        const string text = "“Unfortunately,” says Jane Roe, the executive director of the Elm Harbour Unit, “there are boats that are unused, and that is just a waste.”";

        Assert.Equal("Unfortunately, there are boats that are unused, and that is just a waste.", Assert.Single(Find(text)).ContentIn(text));
    }

    [Theory]
    [InlineData(
        "“Every time it rains,” Jane Roe said, referring to the dam, “the people of Elm pay for it.”",
        "Every time it rains, the people of Elm pay for it.")]
    [InlineData("“If we wait,” Jane Roe said, pointing at the map, “the river will not.”", "If we wait, the river will not.")]
    [InlineData("The plan is “a dream,” Jane Roe wrote in a letter to the board, and “a nightmare.”", "The plan is “a dream,” a nightmare.")]
    [InlineData("Elm “got a bridge,” Jane Roe said on Monday, and still “got a ferry as well.”", "Elm “got a bridge,” got a ferry as well.")]
    [InlineData("“Such bridges”, says Jane Roe, “remind us of those who built them”.", "Such bridges remind us of those who built them")]
    [InlineData(
        "“It is a dangerous place”, says Jane Roe, a carpenter from Elm, “there is talk of lower rents.”",
        "It is a dangerous place there is talk of lower rents.")]
    public void What_a_comma_leaves_open_goes_on_behind_an_aside_or_an_and(string text, string content) =>
        Assert.Single(Find(text), quote => quote.Kind != QuoteKind.Indirect && quote.ContentIn(text) == content);

    [Theory]
    [InlineData("“The bridge is safe,” Jane Roe said, adding that it was “long overdue.”", 2)]
    [InlineData("“The bridge is safe,” Jane Roe said, and “safe” was the word that she used.", 1)]
    public void What_has_a_cue_of_its_own_or_goes_on_is_not_the_rest_of_it(string text, int quotes) =>
        Assert.Equal(quotes, Find(text).Count(quote => quote.Kind != QuoteKind.Indirect && quote.Spans.Count == 1));

    [Theory]
    [InlineData("\"We are open till Friday and not a day longer\", Jane Roe said adding that the board \"should not be rigid\".", "adding")]
    [InlineData("\"Our talks are a forward step\", the Foreign Secretary said and emphasised that there was no place for others.", "emphasised")]
    public void Two_verbs_of_one_speaker_have_words_each(string text, string second)
    {
        var quotes = Find(text);

        Assert.Equal(["said", second], quotes.Select(quote => quote.Cue!.Value.In(text).ToString()));
        Assert.Equal(text[1..text.IndexOf('"', 1)], quotes[0].ContentIn(text));
        Assert.Equal(quotes[0].Speaker!.Span, quotes[1].Speaker!.Span);
    }

    [Fact]
    public void Who_says_a_clause_in_its_middle_keeps_his_confidence_and_another_his_words()
    {
        const string text = "The plan, said Roe, was dead, but John Poe said it was alive.";

        var quotes = Find(text);

        Assert.Equal(["The plan was dead", "it was alive"], quotes.Select(quote => quote.ContentIn(text)));
        Assert.Equal(Confidence.Of(Sieve.BrokenClause), quotes[0].Confidence);
        Assert.Equal(["Roe", "John Poe"], quotes.Select(quote => quote.Speaker!.Span.In(text).ToString()));
    }

    [Theory]
    [InlineData("Jane Roe had a warning for the board.")]
    [InlineData("Intel did not immediately reply to a request for comment.")]
    [InlineData("The rust goes away in a process called “greening.”")]
    [InlineData("Please see our terms for the use of feeds.")]
    [InlineData("Easier said than done.")]
    [InlineData("Jane Roe and John Poe have called it quits.")]
    public void What_is_called_so_or_asked_of_the_reader_is_no_quote(string text) => Assert.Empty(Find(text));

    [Theory]
    [InlineData("Jane Roe said: “The bridge is safe.”", "The bridge is safe.", "Jane Roe", "said")]
    [InlineData("Jane Roe said, “The bridge is safe.”", "The bridge is safe.", "Jane Roe", "said")]
    [InlineData("Jane Roe told reporters in Elm on Monday: “The bridge is safe.”", "The bridge is safe.", "Jane Roe", "told")]
    [InlineData("Sir John Poe, who replaced her in May, said: “The bridge is safe.”", "The bridge is safe.", "Sir John Poe, who replaced her in May", "said")]
    [InlineData("He nodded, but added: “The bridge is safe.”", "The bridge is safe.", "He", "added")]
    [InlineData("The mayor went on to say: “The bridge is safe.”", "The bridge is safe.", "The mayor", "went on to say")]
    [InlineData("Jane Roe has said: “The bridge is safe.”", "The bridge is safe.", "Jane Roe", "has said")]
    [InlineData("Jane Roe, a Ph.D. candidate at Elm University, said: “The bridge is safe.”", "The bridge is safe.", "Jane Roe, a Ph.D. candidate at Elm University", "said")]
    [InlineData("Jane Roe wrote on Facebook: “The bridge is safe.”", "The bridge is safe.", "Jane Roe", "wrote")]
    [InlineData("Jane Roe texted a friend, “I have never been so happy in my life.”", "I have never been so happy in my life.", "Jane Roe", "texted")]
    [InlineData("Jane Roe recently tweeted that, “Some people blame the bridge for what others do.”", "Some people blame the bridge for what others do.", "Jane Roe", "recently tweeted")]
    [InlineData("Jane Roe thought to herself, “This is the end.”", "This is the end.", "Jane Roe", "thought")]
    [InlineData("After all, as some mayors noted on Saturday, “there are no good bridges”.", "there are no good bridges", "some mayors", "noted")]
    public void An_attribution_before_the_quotation(string text, string content, string speaker, string cue) => AssertOne(text, QuoteKind.Direct, content, speaker, cue);

    [Theory]
    [InlineData("Jane Roe said that the bridge was safe.", "that the bridge was safe", "Jane Roe", "said")]
    [InlineData("Jane Roe said the bridge was safe.", "the bridge was safe", "Jane Roe", "said")]
    [InlineData("The bridge was safe, Jane Roe said.", "The bridge was safe", "Jane Roe", "said")]
    [InlineData("According to Jane Roe, the bridge was safe.", "the bridge was safe", "Jane Roe", "According to")]
    [InlineData("The bridge was safe, according to the council.", "The bridge was safe", "the council", "according to")]
    [InlineData("Jane Roe told the Elm Courier that the bridge was safe.", "that the bridge was safe", "Jane Roe", "told")]
    [InlineData("Jane Roe said that the plan would not pass, hours after the board had met in Elm.", "that the plan would not pass", "Jane Roe", "said")]
    [InlineData("Jane Roe said the bridge was safe, just two days after it had been closed.", "the bridge was safe", "Jane Roe", "said")]
    [InlineData("Mr Poe said he was not a fool, but that he understood why people were angry.", "he was not a fool, but that he understood why people were angry", "Mr Poe", "said")]
    [InlineData("Police said the boy, who fell ten feet, is expected to live.", "the boy, who fell ten feet, is expected to live", "Police", "said")]
    [InlineData("Mr Poe said he was not a fool, but that", "he was not a fool", "Mr Poe", "said")]
    [InlineData("One of the drawbacks, said Roe, was the noise.", "One of the drawbacks was the noise", "Roe", "said")]
    [InlineData("Jane Roe said that the mayor, days after the vote, had fled.", "that the mayor, days after the vote, had fled", "Jane Roe", "said")]
    [InlineData("She says that afterward, if she ever told of it, Mr. Poe threatened to sue her.", "that afterward, if she ever told of it, Mr. Poe threatened to sue her", "She", "says")]
    [InlineData("The paper reported that after Poe was found dead, the council claimed that he had been ill.", "that after Poe was found dead, the council claimed that he had been ill", "The paper", "reported")]
    [InlineData("According to officials, the site hosted a million clips of the town, including many of the bridge.", "the site hosted a million clips of the town, including many of the bridge", "officials", "According to")]
    [InlineData("According to the Courier, the couple, who wed in 2006, separated in May.", "the couple, who wed in 2006, separated in May", "the Courier", "According to")]
    [InlineData("According to Jane Roe, the mayor of Elm, the bridge was safe.", "the bridge was safe", "Jane Roe, the mayor of Elm", "According to")]
    [InlineData("The company denied any wrongdoing.", "any wrongdoing", "The company", "denied")]
    [InlineData("Elm council official Jane Roe said yesterday morning the road itself, which is straight there, will be examined.", "the road itself, which is straight there, will be examined", "Elm council official Jane Roe", "said")]
    [InlineData("Jane Roe on Monday denied any wrongdoing.", "any wrongdoing", "Jane Roe", "denied")]
    [InlineData("Jane Roe (Elm) denied any wrongdoing.", "any wrongdoing", "Jane Roe (Elm)", "denied")]
    [InlineData("Engineers warned of cracks in the deck.", "cracks in the deck", "Engineers", "warned of")]
    [InlineData("Jane Roe explained to me how the bridge was built.", "how the bridge was built", "Jane Roe", "explained")]
    [InlineData("Jane Roe said to them that the bridge was shut.", "that the bridge was shut", "Jane Roe", "said")]
    [InlineData("Jane Roe referred to it as a bridge.", "it as a bridge", "Jane Roe", "referred to")]
    [InlineData("Jane Roe said thanks to the new law tolls had fallen.", "thanks to the new law tolls had fallen", "Jane Roe", "said")]
    [InlineData("Jane Roe said farewell speeches were too long.", "farewell speeches were too long", "Jane Roe", "said")]
    [InlineData("Jane Roe labelled it a disgrace.", "it a disgrace", "Jane Roe", "labelled")]
    public void Reported_speech(string text, string content, string speaker, string cue) => AssertOne(text, QuoteKind.Indirect, content, speaker, cue);

    [Theory]
    [InlineData("The tweet, which said “all farmers are crooks”, was deleted.", QuoteKind.Direct, "all farmers are crooks")]
    [InlineData("A note saying “sorry” was found in the car.", QuoteKind.Direct, "sorry")]
    [InlineData("The senator, who said that he brings a “fresh look to Elm,” will have to avoid the debate.", QuoteKind.Mixed, "that he brings a “fresh look to Elm,”")]
    [InlineData("The plan, which coach Jane Roe labelled as “inappropriate,” was dropped.", QuoteKind.Mixed, "which as “inappropriate,”")]
    [InlineData("Jane Roe, who said she was tired, left the room.", QuoteKind.Indirect, "she was tired")]
    [InlineData("The woman who said she was ill was found dead.", QuoteKind.Indirect, "she was ill")]
    [InlineData("The woman who said the man she had met was ill, left.", QuoteKind.Indirect, "the man she had met was ill")]
    [InlineData("The official who told reporters the bridge was safe has resigned.", QuoteKind.Indirect, "the bridge was safe")]
    [InlineData("The man who claimed to be a baker in order to sell bread has been arrested in Elm.", QuoteKind.Indirect, "to be a baker in order to sell bread")]
    [InlineData("Jane Roe urged the board to wait and spoke with the mayor about the bridge.", QuoteKind.Indirect, "the board to wait")]
    [InlineData("But a clerk accused them of theft and forced them off the bus.", QuoteKind.Indirect, "them of theft")]
    [InlineData("Jane Roe said the bridge was shut and reached the gate.", QuoteKind.Indirect, "the bridge was shut and reached the gate")]
    [InlineData("Jane Roe urged the board to wait and see.", QuoteKind.Indirect, "the board to wait and see")]
    [InlineData("Jane Roe said the ferry was shut, without giving further details.", QuoteKind.Indirect, "the ferry was shut")]
    [InlineData("Jane Roe said she could not help the town without providing money.", QuoteKind.Indirect, "she could not help the town without providing money")]
    [InlineData("Jane Roe said while she was in charge there would be no tolls.", QuoteKind.Indirect, "while she was in charge there would be no tolls")]
    public void The_verb_of_what_says_it_is_not_said(string text, QuoteKind kind, string content)
    {
        var quote = Assert.Single(Find(text));

        Assert.Equal((kind, content), (quote.Kind, quote.ContentIn(text)));
    }

    [Theory]
    [InlineData("Jane Roe said tolls rose by 5%.", "tolls rose by 5%", "Jane Roe")]
    [InlineData("€3 billion was lost, Jane Roe said.", "€3 billion was lost", "Jane Roe")]
    [InlineData("Jane Roe said the bridge was safe (again).", "the bridge was safe (again)", "Jane Roe")]
    [InlineData("The Bridge Safety Board (BSB) said the bridge was safe.", "the bridge was safe", "The Bridge Safety Board (BSB)")]
    [InlineData("Sen. Jane Roe (R-Fla.) said the bridge was safe.", "the bridge was safe", "Sen. Jane Roe (R-Fla.)")]
    [InlineData("The bridge board (BSB) spokesman John Poe said the bridge was safe (again.)", "the bridge was safe (again.)", "The bridge board (BSB) spokesman John Poe")]
    [InlineData("The letter was sent to John Poe, the council's solicitor said.", "The letter was sent to John Poe", "the council's solicitor")]
    public void A_sign_or_a_bracket_at_an_end_belongs_to_the_words(string text, string content, string speaker) => AssertOne(text, QuoteKind.Indirect, content, speaker, "said");

    [Theory]
    [InlineData("Jane Roe said the bridge was “safe as a house”.", "the bridge was “safe as a house”", "Jane Roe", "said")]
    [InlineData("The bridge was “safe as a house,” Jane Roe said.", "The bridge was “safe as a house,”", "Jane Roe", "said")]
    [InlineData("Jane Roe called the bridge “a disgrace”.", "the bridge “a disgrace”", "Jane Roe", "called")]
    [InlineData("Jane Roe said the bridge “could be shut soon,” a statement that is largely true.", "the bridge “could be shut soon,”", "Jane Roe", "said")]
    [InlineData("Jane Roe said that it was “over”, something the town had feared for a year.", "that it was “over”", "Jane Roe", "said")]
    [InlineData(
        "Jane Roe said the team was “strong,” a line manager and two clerks.", "the team was “strong,” a line manager and two clerks", "Jane Roe", "said")]
    public void Reported_speech_with_words_in_marks(string text, string content, string speaker, string cue) => AssertOne(text, QuoteKind.Mixed, content, speaker, cue);

    [Theory]
    [InlineData("“The bridge has been safe for years.” — Jane Roe, Elm")]
    [InlineData("“The bridge has been safe for years.”― Jane Roe, Elm")]
    [InlineData("“The bridge has been safe for years.”\n— Jane Roe, Elm")]
    public void A_dash_and_a_name_behind_a_quotation_say_whose_it_is(string text)
    {
        var quote = Assert.Single(Find(text));

        Assert.Equal("Jane Roe, Elm", quote.Speaker!.Span.In(text).ToString());
    }

    [Theory]
    [InlineData("“The bridge,” Jane Roe said, “is safe.”")]
    [InlineData("“The bridge,” said Jane Roe. “Is safe.”")]
    public void A_quotation_that_its_attribution_breaks_is_one_quote(string text)
    {
        var quote = Assert.Single(Find(text));

        Assert.Equal(2, quote.Spans.Count);
    }

    [Theory]
    [InlineData("But, “If you close the bridge the town will lose it,” reports the Elm Courier.", "If you close the bridge the town will lose it,")]
    [InlineData("Jane Roe took to the stage to share a hint: “I'm using honey for it,” Roe said.", "I'm using honey for it,")]
    public void What_leads_up_to_words_in_marks_is_the_writers(string text, string content)
    {
        var quote = Assert.Single(Find(text));

        Assert.Equal((QuoteKind.Direct, content), (quote.Kind, quote.ContentIn(text)));
    }

    [Fact]
    public void What_a_standfirst_and_the_text_report_in_the_same_words_counts_once() => Assert.Single(
        Find("Jane Roe said that the old bridge over the river would be closed for repairs in the second week of May.\n\nIt rained.\n\nJane Roe said that the old bridge over the river would be closed for repairs in the second week of May."));

    [Fact]
    public void A_lead_in_reaches_over_the_end_of_the_paragraph() =>
        AssertOne("Jane Roe said in a statement:\n\n“The bridge is safe.”", QuoteKind.Direct, "The bridge is safe.", "Jane Roe", "said");

    [Fact]
    public void Paragraphs_that_are_reopened_and_closed_once_are_one_quote()
    {
        var quote = Assert.Single(Find("Jane Roe said: “The bridge is safe.\n\n“It was mended in May.\n\n“Use it.”"));

        Assert.Equal(3, quote.Spans.Count);
    }

    [Fact]
    public void A_quotation_alone_takes_the_speaker_of_the_words_before_it()
    {
        const string text = "Jane Roe said that the bridge was safe.\n\n“We mended it in the month of May.”";

        var quotes = Find(text);

        Assert.Equal(["Jane Roe", "Jane Roe"], quotes.Select(quote => quote.Speaker!.Span.In(text).ToString()));
        Assert.True(quotes[1].Confidence < quotes[0].Confidence);
    }

    [Theory]
    [InlineData("“The bridge is safe,” Jane Roe said.\n\n“We mended it in the month of May.”\n\n“It was in our plan.”", 3)]
    [InlineData("The bridge is “safe and sound,” Jane Roe said.\n\n“We mended it in the month of May.”", 2)]
    [InlineData("Jane Roe called the bridge “safe and sound.”\n\n“We mended it in the month of May.”", 1)]
    [InlineData("“The bridge is safe,” Jane Roe said.\n\nIt is old.\n\n“We mended it in the month of May.”", 1)]
    [InlineData("“The bridge is safe,” Jane Roe said.\n\nJohn Poe shook his head. “We mended it in the month of May.”", 1)]
    public void Paragraphs_of_nothing_but_marks_go_on_with_the_quotation_before_them(string text, int spans) =>
        Assert.Equal(spans, Find(text)[0].Spans.Count);

    [Fact]
    public void A_subhead_in_marks_goes_on_with_nothing()
    {
        const string text = "“The bridge is safe, and we all know that it will hold,” Jane Roe said.\n\n“We all know that it will hold.”\n\nThe bridge is old.";

        Assert.Equal("The bridge is safe, and we all know that it will hold,", Assert.Single(Find(text)).ContentIn(text));
    }

    [Theory]
    [InlineData("“I am told it is safe,” Jane Roe said on “Morning Elm.” “She now says otherwise.”", "I am told it is safe. She now says otherwise.")]
    [InlineData("“I am told it is safe,” Jane Roe said in Elm. “She now says otherwise.”", "I am told it is safe. She now says otherwise.")]
    public void Where_it_was_said_is_not_said(string text, string content) => Assert.Equal(content, Assert.Single(Find(text)).ContentIn(text));

    [Fact]
    public void What_several_paragraphs_hold_is_signed_behind_the_last()
    {
        const string text = "The bridge is open, John Poe said.\n\n“I mended it in May.\n\n“I did it twice.” — Jane Roe, mayor of Elm\n\n“We all use it now.\n\n“I do, too.”\n\n— Ann Moe";

        Assert.Equal(
            [("Jane Roe, mayor of Elm", "I mended it in May. I did it twice."), ("Ann Moe", "We all use it now. I do, too.")],
            Find(text).Skip(1).Select(quote => (quote.Speaker!.Span.In(text).ToString(), quote.ContentIn(text))));
    }

    [Theory]
    [InlineData("Young men are said to have broken the bridge.", "Young men to have broken the bridge")]
    [InlineData("Residents were told to stay off the bridge.", "to stay off the bridge")]
    public void Of_whom_something_is_told_is_part_of_it(string text, string content) => Assert.Equal(content, Assert.Single(Find(text)).ContentIn(text));

    [Theory]
    [InlineData("The plan was criticised by farmers and welcomed by the mayor.", "farmers")]
    [InlineData("The deal was announced to reporters by Jane Roe.", "Jane Roe")]
    [InlineData("The bridge was safe, according to research by the Elm Institute.", "research by the Elm Institute")]
    [InlineData("Jane Roe, 33, was praised by those marching against the tolls.", "those marching against the tolls")]
    public void Who_says_it_stands_behind_by(string text, string speaker) => Assert.Equal(speaker, Find(text)[0].Speaker!.Span.In(text).ToString());

    [Theory]
    [InlineData("Mayor Jane Roe admitted that the bridge was “bad” for the town.", "that the bridge was “bad” for the town")]
    [InlineData("The clerks concurred that it was a “sad” day.", "that it was a “sad” day")]
    public void A_short_term_in_what_is_reported_is_said(string text, string content) => Assert.Equal(content, Assert.Single(Find(text)).ContentIn(text));

    [Theory]
    [InlineData("“The bridge is safe,” Jane Roe said.\n\n\"When I came here I saw that it was rare. They would say, 'you mean the bridge?'\"")]
    [InlineData("“The bridge is safe,” Jane Roe said.\n\n“When I came here I saw that it was rare. They would say: ‘This is the old bridge.’” John Poe would later cross it.")]
    public void A_quotation_may_end_with_one_within_it(string text) =>
        Assert.Contains("The bridge is safe. When I came", Assert.Single(Find(text)).ContentIn(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("That said, the deal is far from done.")]
    [InlineData("Needless to say, the fans were furious.")]
    [InlineData("Having said that, the team has a good record.")]
    [InlineData("It goes without saying that the team is good.")]
    [InlineData("Suffice it to say the team lost.")]
    [InlineData("He said goodbye to the team.")]
    [InlineData("He said thanks.")]
    [InlineData("He told the truth.")]
    public void A_turn_of_speech_reports_nothing(string text) => Assert.Empty(Find(text));

    [Theory]
    [InlineData("When asked if he was worried, Roe said: “No.”")]
    [InlineData("Asked by the Courier whether he regretted it, Roe said: “No.”")]
    public void What_was_asked_is_only_the_occasion(string text) => AssertOne(text, QuoteKind.Direct, "No.", "Roe", "said");

    [Fact]
    public void Who_says_it_in_passing_is_told_behind_it() => AssertOne("Saying he had “no choice”, Roe resigned.", QuoteKind.Mixed, "he had “no choice”", "Roe", "Saying");

    [Theory]
    [InlineData("Noting the evidence before it, the court said that the gate was shut.", "the evidence before it")]
    [InlineData("Observing that when the gate is shut, nobody can pass, Jane Roe said it had to be open.", "that when the gate is shut, nobody can pass")]
    public void Who_says_it_in_passing_may_speak_of_a_time(string text, string content) => Assert.Equal(content, Find(text)[0].ContentIn(text));

    [Fact]
    public void A_verb_seldom_seen_is_a_cue_where_only_a_cue_can_stand() =>
        AssertOne("“Is the bridge safe?” Roe wheedled.", QuoteKind.Direct, "Is the bridge safe?", "Roe", "wheedled");

    [Fact]
    public void A_sentence_with_a_verb_that_no_list_knows_is_read_with_the_quotation_before_it()
    {
        const string text = "On Monday, the chain announced that it will now offer tea.\n\n“I am so excited to share two new options with you!” Elm-N-Oak owner Jane Roe shared on Instagram.";

        Assert.Equal("Elm-N-Oak owner Jane Roe", Find(text)[^1].Speaker!.Span.In(text).ToString());
    }

    [Theory]
    [InlineData("“I am furious,” fumed a resident.", "a resident", "fumed")]
    [InlineData("“I am furious,” fumed the Elm manager.", "the Elm manager", "fumed")]
    [InlineData("“I am furious,” the Elm manager fumed.", "the Elm manager", "fumed")]
    [InlineData("“I am furious,” quipped the manager.", "the manager", "quipped")]
    [InlineData("“I am furious,” snapped the minister.", "the minister", "snapped")]
    public void Whoever_is_described_may_speak_by_a_verb_seldom_seen(string text, string speaker, string cue) =>
        AssertOne(text, QuoteKind.Direct, "I am furious,", speaker, cue);

    [Theory]
    [InlineData("“It is safe,” Jane Roe said and")]
    [InlineData("“It is safe,” Jane Roe said adding")]
    public void A_text_may_end_behind_any_word(string text) => AssertOne(text, QuoteKind.Direct, "It is safe,", "Jane Roe", "said");

    [Fact]
    public void A_verb_seldom_seen_may_stand_before_the_speaker_too() =>
        AssertOne("“Mend the bridge!” croaked Jane Roe.", QuoteKind.Direct, "Mend the bridge!", "Jane Roe", "croaked");

    [Theory]
    [InlineData("The so-called “smart” bridge was closed on Monday.")]
    [InlineData("Her novel “The Long Bridge” sold well.")]
    [InlineData("John “Jack” Poe walked over the bridge.")]
    [InlineData("‘A price to pay’")]
    [InlineData("They signed a “de-escalation agreement” for the valley.")]
    public void Marks_around_what_nobody_said_are_no_quote(string text) => Assert.Empty(Find(text));

    [Theory]
    [InlineData("People in the United States want bridges.")]
    [InlineData("The claims are old.")]
    [InlineData("The plan announced by the council was old.")]
    public void A_reporting_verb_that_is_none_here_is_no_cue(string text) => Assert.Empty(Find(text));
}
