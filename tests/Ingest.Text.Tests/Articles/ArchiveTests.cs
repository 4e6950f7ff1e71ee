using System.Text;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Articles;

public sealed class ArchiveTests
{
    private const string Body = "The ferry between Oster and Vale ran again on Monday after a month in the dock, to the relief of both towns.";

    private static readonly byte[] Story = Encoding.UTF8.GetBytes($"Ferry runs again\n\n{Body}\n");

    private static readonly byte[] Item = Encoding.UTF8.GetBytes($$"""{ "title": "Dock", "text": "{{Body}}" }""");

    // Its parts are XML with words in it, and were an article.
    [Theory]
    [InlineData("an Excel workbook", "xl/workbook.xml", "<workbook/>", "xl/sharedStrings.xml")]
    [InlineData("an Excel workbook", "xl/workbook.bin", "", "xl/notes.txt")]
    [InlineData("a PowerPoint presentation", "ppt/presentation.xml", "<p/>", "ppt/notes.txt")]
    [InlineData("an OpenDocument file", "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.txt")]
    public void An_office_file_that_is_not_read_is_called_what_it_is(string kind, string part, string content, string other)
    {
        var zip = Pack.Zip((part, Encoding.UTF8.GetBytes(content)), (other, Story));

        var failure = Assert.Throws<ArticleFormatException>(() => ArticleReader.Read(zip, "budget.zip"));
        Assert.Equal(ArticleFormatCodes.UnknownFormat, failure.Code);
        Assert.Equal($"The file is {kind}; of Office files only Word's .docx is read.", failure.Message);
        var beside = ArticleReader.Read(Pack.Zip(("ferry.txt", Story), ("budget.zip", zip)), "all.zip");
        Assert.Equal("budget.zip", Assert.Single(beside.Unread).Name);
    }

    [Fact]
    public void An_archive_with_a_file_called_like_a_media_type_is_an_archive() =>
        Assert.Equal(2, ArticleReader.Read(Pack.Zip(("mimetype", Story), ("ferry.txt", Story)), "all.zip").Count);

    [Fact]
    public void A_zip_gives_the_articles_of_its_files_and_passes_over_the_rest()
    {
        var articles = ArticleReader.Read(Pack.Zip(("a/ferry.txt", Story), ("logo.png", [0x89, .. "PNG"u8]), ("__MACOSX/ferry.txt", Story), ("dock.json", Item)), "all.zip");

        Assert.Equal(["Ferry runs again", "Dock"], articles.Select(article => article.Title));
        Assert.Equal([ArticleFormat.PlainText, ArticleFormat.Json], articles.Select(article => article.Format));
    }

    [Fact]
    public void Articles_of_an_archive_are_numbered() =>
        Assert.Equal(["all.zip#1", "all.zip#2"], new Extractor().Extract(Pack.Zip(("a.txt", Story), ("b.json", Item)), "all.zip").Select(extraction => extraction.Source));

    [Theory]
    [InlineData("ferry.txt.gz")]
    [InlineData("no-name-to-tell")]
    public void A_gzip_gives_the_article_of_its_file(string name) => Assert.Equal("Ferry runs again", Read.Bytes(Pack.Gzip(Story), name).Title);

    [Fact]
    public void A_packed_tar_gives_the_articles_of_its_files() =>
        Assert.Equal(["Ferry runs again", "Dock"], ArticleReader.Read(Pack.Gzip(Pack.Tar(("a/ferry.txt", Story), ("dock.json", Item))), "all.tar.gz").Select(article => article.Title));

    [Fact]
    public void A_web_archive_gives_its_pages_with_their_addresses()
    {
        var page = Encoding.UTF8.GetBytes($"<html><body><h1>Ferry runs again</h1><p>{Body}</p><p>Commuters had driven around the lake since the engine failed.</p></body></html>");
        var chunked = Pack.Join(Encoding.ASCII.GetBytes($"{page.Length:x}\r\n"), page, "\r\n0\r\n\r\n"u8.ToArray());
        var warc = Pack.Join(
            Pack.Record("warcinfo", null, "software: x\r\n"u8.ToArray()),
            Pack.Record("request", "https://lakeside.example/ferry", "GET /ferry HTTP/1.1\r\n\r\n"u8.ToArray()),
            Pack.Record("response", "https://lakeside.example/ferry", Pack.Join("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray(), chunked)),
            Pack.Record("response", "https://lakeside.example/again", Pack.Join("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"u8.ToArray(), Pack.Gzip(page))));

        var articles = ArticleReader.Read(Pack.Gzip(warc), "crawl.warc.gz");

        Assert.Equal(["https://lakeside.example/ferry", "https://lakeside.example/again"], articles.Select(article => article.Url));
        Assert.All(articles, article => Assert.StartsWith(Body, article.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_bomb_is_too_large_before_it_is_unpacked()
    {
        var bomb = Pack.Gzip(new byte[40_000_000]);

        Assert.Equal(ArticleFormatCodes.TooLarge, Read.FailureOf(bomb, "bomb.gz"));
        Assert.Equal(ArticleFormatCodes.TooLarge, Read.FailureOf(Pack.Zip(("bomb.txt", new byte[40_000_000])), "bomb.zip"));
    }

    [Fact]
    public void Archives_in_archives_are_too_deep_beyond_the_limit()
    {
        var nested = Enumerable.Range(0, 4).Aggregate(Story, (inner, _) => Pack.Gzip(inner));

        Assert.Equal("Ferry runs again", Read.Bytes(nested, "deep.gz").Title);
        Assert.Equal(ArticleFormatCodes.TooDeep, Read.FailureOf(Pack.Gzip(nested), "deep.gz"));
    }

    [Fact]
    public void More_files_or_more_bytes_than_the_limits_are_refused()
    {
        var zip = Pack.Zip([.. Enumerable.Range(0, 5).Select(i => ($"{i}.txt", Story))]);

        Assert.Equal(ArticleFormatCodes.TooMany, Read.FailureOf(zip, "all.zip", new ArticleLimits { MaxFiles = 4 }));
        Assert.Equal(ArticleFormatCodes.TooLarge, Read.FailureOf(zip, "all.zip", new ArticleLimits { MaxUnpackedBytes = Story.Length * 3 }));
    }

    [Fact]
    public void A_truncated_archive_is_malformed()
    {
        var zip = Pack.Zip(("ferry.txt", Story));

        Assert.Equal(ArticleFormatCodes.Malformed, Read.FailureOf(zip[..(zip.Length / 2)], "all.zip"));
    }

    [Fact]
    public void An_archive_without_an_article_fails_for_the_reason_of_its_file() =>
        Assert.Equal(ArticleFormatCodes.UnknownFormat, Read.FailureOf(Pack.Zip(("logo.png", [0x89, .. "PNG"u8])), "all.zip"));
}
