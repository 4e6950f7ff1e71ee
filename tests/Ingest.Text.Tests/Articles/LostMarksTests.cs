using System.Text;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Articles;

/// <summary>Text in which another program has put U+FFFD in place of marks. In the tests "~" stands for it.</summary>
public sealed class LostMarksTests
{
    private const string Lead = "The ferry between Oster and Vale ran again on Monday after a month in the dock.";

    private const string Second = "Commuters had driven around the lake since the engine failed, an hour and a half each way.";

    private static string Damaged(string text) => text.Replace('~', '\ufffd');

    [Theory]
    [InlineData("It~s what we don~t know, and Roe~s crew hadn~t a clue that they~d won.", "It’s what we don’t know, and Roe’s crew hadn’t a clue that they’d won.")]
    [InlineData("I~M SURE THEY~LL SAIL, O~Roe said at seven o~clock in the ~90s.", "I’M SURE THEY’LL SAIL, O’Roe said at seven o’clock in the ’90s.")]
    [InlineData("The sailors~ union was told to let ~em go.", "The sailors’ union was told to let ’em go.")]
    public void An_apostrophe_is_put_back(string lost, string mended) => Assert.Equal(mended, Paragraph(lost));

    [Theory]
    [InlineData("~It runs,~ Roe said. ~It runs well.~", "“It runs,” Roe said. “It runs well.”")]
    [InlineData("Roe called it a ~sound~ boat (~quite sound~), and ~fast~.", "Roe called it a “sound” boat (“quite sound”), and “fast”.")]
    [InlineData("~The sailors~ union was wrong,~ Roe said.", "“The sailors’ union was wrong,” Roe said.")]
    [InlineData("“It runs,” Roe said. ~It runs well.~", "“It runs,” Roe said. “It runs well.”")]
    [InlineData("~~~It runs,~~~ Roe said. ~~~It~~~s fine.~~~", "“It runs,” Roe said. “It’s fine.”")]
    [InlineData("~It runs well, and it will run for as long as I live.", "“It runs well, and it will run for as long as I live.")]
    public void Marks_of_a_quotation_are_put_back_where_they_alternate(string lost, string mended) => Assert.Equal(mended, Paragraph(lost));

    [Theory]
    [InlineData("OSTER ~ The boat ~ a ferry ~ runs.", "OSTER — The boat — a ferry — runs.")]
    [InlineData("VALE~The boat runs, says the mayor~Jane Roe, that depends~but not on Mondays.", "VALE—The boat runs, says the mayor—Jane Roe, that depends—but not on Mondays.")]
    public void A_dash_is_put_back(string lost, string mended) => Assert.Equal(mended, Paragraph(lost));

    [Theory]
    [InlineData("The fa~ade of the caf~ in S~o Tom~ was clean, and so was Bj~rn.")]
    [InlineData("~sterreich paid ~5 million for the boat.")]
    [InlineData("Roe said ~no, and nobody knew what he meant.")]
    [InlineData("He said ~then she said ~no,~ and left.")]
    [InlineData("~It runs, ~~ Roe said of the Andr~a.")]
    [InlineData("Is it ~~so~~ or not, the boat and the dock?")]
    public void What_may_have_been_a_letter_stays(string lost) => Assert.Equal(Damaged(lost), Paragraph(lost));

    [Fact]
    public void Marks_that_a_wrap_parts_are_put_back()
    {
        const string wrapped = """
            The mayor of Oster told the council on Monday that she would ~make
            the ferry sail again,~ and that she had never liked the road to
            Vale, which is closed for most of the winter, as it is in spring.
            """;

        Assert.Contains("“make the ferry sail again,” and", Read.Text(Damaged(wrapped)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("page.html", "<html><body><article><h1>Roe~s ferry runs again</h1><p>{0}</p><p>{1}</p><p>{2}</p></article></body></html>")]
    [InlineData("item.json", "{{\"title\":\"Roe~s ferry runs again\",\"text\":\"{0}\\n\\n{1}\\n\\n{2}\"}}")]
    [InlineData("note.md", "# Roe~s ferry runs again\n\n{0}\n\n{1}\n\n{2}")]
    [InlineData("feed.xml", "<rss><channel><item><title>Roe~s ferry runs again</title><description>{0} {1} {2}</description></item></channel></rss>")]
    public void They_are_put_back_in_any_format(string name, string format)
    {
        var article = Read.Text(Damaged(string.Format(null, format, Lead, "~It~s fine,~ Roe said of it.", Second)), name);

        Assert.Contains("“It’s fine,” Roe said of it.", article.Text, StringComparison.Ordinal);
        Assert.Equal("Roe’s ferry runs again", article.Title);
    }

    [Fact]
    public void A_text_that_has_lost_many_is_no_binary_and_verbatim_stays_as_it_is()
    {
        var text = Damaged("~It runs today,~ she said of the ferry. ~It~s fine.~ Roe added: ~Not for me.~");

        Assert.Equal(text, ArticleReader.ReadVerbatim(Encoding.UTF8.GetBytes(text), "story.txt").Text);
        Assert.Equal("“It runs today,” she said of the ferry. “It’s fine.” Roe added: “Not for me.”", Read.Text(text).Text);
    }

    [Theory]
    [InlineData("~~~~~~ ~~~~ ~~~~~~~ ~~ ~~~~~, ~~~~~ ~~~~~~~~ ~~ ~~~~ ~~~~~~~ ~~~~ ~~~. ~~~~~~ ~~~~ ~~~~~~~ ~~ ~~~~~~, ~~~~~~.")]
    [InlineData("~\u0001\u0002 The ~ \u0003\u0004 boat \u0005\u0006 runs.")]
    public void Where_hardly_a_word_is_without_or_control_signs_are_left_it_is_no_text(string lost) =>
        Assert.Equal(ArticleFormatCodes.UnknownFormat, Read.FailureOf(Encoding.UTF8.GetBytes(Damaged(lost))));

    private static string Paragraph(string lost) => Read.Paragraphs(Read.Text(Damaged($"{Lead}\n\n{lost}\n\n{Second}")))[1];
}
