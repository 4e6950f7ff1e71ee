using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Tests.Articles.Lines;

public sealed class LineSignTests
{
    [Theory]
    [InlineData("Home News Sport | Sign in | 14°C | Subscribe |", nameof(LineSign.Navigation))]
    [InlineData("Share on Facebook | Share on X | Email | 47 comments", nameof(LineSign.Navigation))]
    [InlineData("ADVERTISEMENT", nameof(LineSign.Navigation))]
    [InlineData("Sign up for our evening letter and never miss a goal.", nameof(LineSign.Navigation))]
    [InlineData("(MORE)", nameof(LineSign.Navigation))]
    [InlineData("FERRY-REPAIR/ (UPDATE 2)", nameof(LineSign.Navigation))]
    [InlineData("FacebookTwitterEmailPrint", nameof(LineSign.Navigation))]
    [InlineData("12", nameof(LineSign.Navigation))]
    [InlineData("More from Business", nameof(LineSign.RelatedHeading))]
    [InlineData("© 2025 Lakeside Post Ltd. All rights reserved.", nameof(LineSign.Legal))]
    [InlineData("Comments are moderated. Please read our house rules.", nameof(LineSign.Legal))]
    [InlineData("(Reporting by Jane Roe; Editing by Li Wei)", nameof(LineSign.Credit))]
    [InlineData("jroe@lakeside.example", nameof(LineSign.Credit))]
    [InlineData("FILE PHOTO | LAKESIDE POST", nameof(LineSign.Credit))]
    [InlineData("The ferry in its dock. Picture: Moira Galt", nameof(LineSign.Caption))]
    [InlineData("The ferry in its dock. (LPC)", nameof(LineSign.Caption))]
    [InlineData("The ferry in its dock (Moira Galt/AFP via Getty Images)", nameof(LineSign.Caption))]
    [InlineData("The ferry in its dock. | Photo Credit: MOIRA GALT", nameof(LineSign.Caption))]
    [InlineData("Getty Images The ferry leaves the pier of Oster", nameof(LineSign.Caption))]
    [InlineData("AP:Associated Press Jane Roe waves to the crowd after the first crossing", nameof(LineSign.Caption))]
    [InlineData("Image copyright Moira Galt Image caption The ferry in its dock", nameof(LineSign.Caption))]
    [InlineData("PHOTO BY MOIRA GALT Vale's ferry in the dock of Oster", nameof(LineSign.Caption))]
    [InlineData("PHOTO BY MOIRA GALT Vale's ferry lies in the dock of Oster.", nameof(LineSign.Caption))]
    [InlineData("SUBMITTED PHOTO Ada Wynn stands on the pier of Oster on Monday.", nameof(LineSign.Caption))]
    [InlineData("Moira Galt/Getty Images", nameof(LineSign.Credit))]
    [InlineData("Fact checked by Moira Galt", nameof(LineSign.Credit))]
    [InlineData("— With assistance by Li Wei", nameof(LineSign.Credit))]
    [InlineData("By Jane Roe", nameof(LineSign.Byline))]
    [InlineData("Published 14 March 2025 at 18:42 GMT", nameof(LineSign.Date))]
    [InlineData("Last updated 15 hours ago", nameof(LineSign.Date))]
    [InlineData("21 mins ago", nameof(LineSign.Date))]
    [InlineData("An hour ago", nameof(LineSign.Date))]
    [InlineData("Jun 26, 2022 • 8 hours ago • 3 minute read", nameof(LineSign.Date))]
    [InlineData("Article content", nameof(LineSign.Navigation))]
    [InlineData("This is a developing story. Please check back for updates.", nameof(LineSign.Navigation))]
    [InlineData("Add us as a preferred source on Google", nameof(LineSign.Navigation))]
    [InlineData("Read more: Engine failure strands two hundred", nameof(LineSign.Related))]
    [InlineData("[Related: The engine that failed in March had been serviced only a week before.]", nameof(LineSign.Related))]
    [InlineData("Read the original article on Lakeside Post", nameof(LineSign.Related))]
    [InlineData("Next read this:", nameof(LineSign.RelatedHeading))]
    [InlineData("You might be interested in", nameof(LineSign.RelatedHeading))]
    [InlineData("MOST READ", nameof(LineSign.RelatedHeading))]
    [InlineData("People are also reading…", nameof(LineSign.RelatedHeading))]
    [InlineData("What you need to know:", nameof(LineSign.SummaryHeading))]
    [InlineData("47 comments", nameof(LineSign.CommentsHeading))]
    public void A_line_says_what_it_is(string line, string expected) => Assert.Equal(expected, LineSigns.Of(line, LineShape.Of(line)).ToString());

    [Fact]
    public void A_caption_from_an_agencys_files_may_tell_a_whole_story()
    {
        var line = $"FILE - {string.Concat(Enumerable.Repeat("The ferry leaves the pier of Oster, March 14, 2025. ", 14))}(AP Photo/Moira Galt, File)";

        Assert.Equal(LineSign.Caption, LineSigns.Of(line, LineShape.Of(line)));
    }

    [Theory]
    [InlineData("Shares in the ferry company fell 3 per cent on Monday.")]
    [InlineData("The picture: two boats, one captain and a dog that nobody would own up to.")]
    [InlineData("He read more about it in the evening and was none the wiser.")]
    [InlineData("Keep reading to your children, she said.")]
    [InlineData("She works for the International Lake Transport Board (ILTB).")]
    [InlineData("By Monday the queue had reached the church.")]
    [InlineData("FERRY TO OSTER RUNS AGAIN AFTER A MONTH")]
    [InlineData("UK-CHINA TALKS RESUME")]
    [InlineData("Ferry sank 20 hours ago, says captain")]
    [InlineData("Roe left an hour ago")]
    [InlineData("50 years ago")]
    [InlineData("More of the same, said MacDonald.")]
    [InlineData("\"Print it,\" she said.")]
    [InlineData("Reuters Boss To Step Down After A Month In The Dock")]
    [InlineData("Getty Museum reopens the hall of boats after a month")]
    [InlineData("Reuters Institute warns of falling trust in ferries")]
    [InlineData("Follow the threads of the inquiry and they lead to the pier.")]
    [InlineData("Residents were urged to contact the police at help@lakeside.example if they saw the boat.")]
    [InlineData("Reuters reported that the ferry had run again on Monday")]
    public void A_sentence_of_the_story_has_no_sign(string line) => Assert.Equal(LineSign.None, LineSigns.Of(line, LineShape.Of(line)));
}
