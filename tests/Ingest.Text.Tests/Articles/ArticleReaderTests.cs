using System.Text;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Articles;

public sealed class ArticleReaderTests
{
    private const string Sentence = "The harbour master said on Friday that the pier would stay closed until the spring.";

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\u00a0 ")]
    public void A_file_of_nothing_is_empty(string text) =>
        Assert.Equal(ArticleFormatCodes.Empty, Read.FailureOf(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3 })]
    [InlineData(new byte[] { (byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', (byte)'1', (byte)'}' })]
    [InlineData(new byte[] { 0, 0, 0, 0 })]
    public void A_binary_file_is_of_unknown_format_whatever_its_name(byte[] bytes) =>
        Assert.Equal(ArticleFormatCodes.UnknownFormat, Read.FailureOf(bytes, "page.html"));

    [Fact]
    public void Xml_that_no_reader_knows_is_of_unknown_format() =>
        Assert.Equal(ArticleFormatCodes.UnknownFormat, Read.FailureOf("<?xml version='1.0'?><orders><order id='1'/></orders>"u8.ToArray()));

    [Fact]
    public void A_page_of_links_holds_no_article() =>
        Assert.Equal(ArticleFormatCodes.NoArticle, Read.FailureOf("<html><body><ul><li><a href='/a'>News</a></li><li><a href='/b'>Sport</a></li></ul></body></html>"u8.ToArray()));

    [Fact]
    public void A_menu_as_text_holds_no_article() =>
        Assert.Equal(ArticleFormatCodes.NoArticle, Read.FailureOf("Home\nNews\nSport\n"u8.ToArray()));

    [Fact]
    public void More_bytes_than_the_limit_are_too_large() =>
        Assert.Equal(ArticleFormatCodes.TooLarge, Read.FailureOf(Encoding.UTF8.GetBytes(Sentence), limits: new ArticleLimits { MaxBytes = 20 }));

    [Fact]
    public void More_elements_than_the_limit_are_too_large()
    {
        var limits = new ArticleLimits { MaxElements = 1000 };
        static byte[] Page(int elements) =>
            Encoding.UTF8.GetBytes($"<html><body><p>{Sentence}</p>{string.Concat(Enumerable.Repeat("<br>", elements - 3))}</body></html>");

        Assert.Equal(ArticleFormatCodes.TooLarge, Read.FailureOf(Page(1001), limits: limits));
        Assert.Single(ArticleReader.Read(Page(1000), "page.html", limits));
    }

    [Theory]
    [InlineData("feed.xml", "<rss><channel><item><title>Pier</title><description><![CDATA[{0}]]></description></item></channel></rss>")]
    [InlineData("feed.xml", "<feed><entry><title>Pier</title><content type=\"xhtml\"><div>{0}</div></content></entry></feed>")]
    [InlineData("feed.xml", "<rss><channel><item><title><![CDATA[{0}]]></title><description>Late.</description></item></channel></rss>")]
    [InlineData("story.xml", "<nitf><body><body.content>{0}</body.content></body></nitf>")]
    [InlineData("story.xml", "<newsItem><contentSet><inlineXML><html><body>{0}</body></html></inlineXML></contentSet></newsItem>")]
    [InlineData("story.xml", "<newsItem><contentSet><inlineXML><nitf><body><body.content>{0}</body.content></body></nitf></inlineXML></contentSet></newsItem>")]
    [InlineData("story.xml", "<NewsML><NewsItem><NewsComponent><ContentItem><DataContent>{0}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>")]
    [InlineData("story.json", "{{\"title\":\"Pier\",\"text\":\"{0}\"}}")]
    [InlineData("stories.csv", "title,text\nPier,{0}")]
    public void A_body_within_another_format_is_held_to_the_limit_of_elements(string name, string format)
    {
        var limits = new ArticleLimits { MaxElements = 1000 };
        byte[] File(int elements) =>
            Encoding.UTF8.GetBytes(string.Format(null, format, $"<p>{Sentence}</p>{string.Concat(Enumerable.Repeat("<br/>", elements))}"));

        Assert.Equal(ArticleFormatCodes.TooLarge, Read.FailureOf(File(1001), name, limits));
        Assert.NotEmpty(ArticleReader.Read(File(900), name, limits));
    }

    [Fact]
    public void The_content_decides_on_the_format_before_the_name()
    {
        var page = Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><body><p>{Sentence}</p></body></html>");

        Assert.Equal(ArticleFormat.Html, Read.Bytes(page, "story.txt").Format);
        Assert.Equal(ArticleFormat.PlainText, Read.Text(Sentence, "story.html").Format);
    }

    [Fact]
    public void Text_about_tags_is_text() =>
        Assert.Equal(ArticleFormat.PlainText, Read.Text($"{Sentence} He wrote <p> and <b> on the board.").Format);

    [Fact]
    public void A_stray_nul_in_a_text_is_dropped() =>
        Assert.Equal(Sentence, Read.Text(Sentence.Replace("pier", "pi\0er", StringComparison.Ordinal)).Text);

    [Fact]
    public void Verbatim_text_is_the_files_text_behind_its_mark()
    {
        const string text = "\r\nHome | News\r\n\r\n  Two  blanks,and <b>tags</b>.\t\r\n";

        var article = ArticleReader.ReadVerbatim((byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], "story.txt");

        Assert.Equal(text, article.Text);
    }
}
