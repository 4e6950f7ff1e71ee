using System.Diagnostics;
using System.Text;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Articles;

public sealed class FeedTests
{
    private const string Body = "The ferry between Oster and Vale ran again on Monday after a month in the dock, to the relief of both towns.";

    [Fact]
    public void Each_entry_of_rss_that_has_text_is_an_article()
    {
        var articles = ArticleReader.Read(Encoding.UTF8.GetBytes($"""
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
            <channel><title>The Lakeside Post</title><language>en-gb</language>
              <item><media:title>No</media:title><title>Ferry &amp;amp; dock</title><link>https://lakeside.example/1</link><dc:creator>By Jane Roe</dc:creator><category>Transport</category>
                <pubDate>Fri, 14 Mar 2025 18:42:10 +0100</pubDate><description>Short.</description>
                <content:encoded><![CDATA[<p>{Body}</p><figure><figcaption>The ferry.</figcaption></figure><p>It was late.</p>]]></content:encoded></item>
              <item><title>Nothing</title></item>
              <item><title>Dock</title><author>desk@lakeside.example (Li Wei)</author><description>&lt;p&gt;{Body}&lt;/p&gt;</description><guid>https://lakeside.example/3</guid></item>
            </channel></rss>
            """), "feed.xml");

        Assert.Equal(["Ferry & dock", "Dock"], articles.Select(article => article.Title));
        Assert.Equal([Body, "It was late."], Read.Paragraphs(articles[0]));
        Assert.Equal(["The ferry."], articles[0].Captions);
        Assert.Equal(("The Lakeside Post", "en-gb", "2025-03-14T18:42:10+01:00"), (articles[0].Publisher, articles[0].Language, articles[0].Published.ToString()));
        Assert.Equal(["Jane Roe", "Li Wei"], articles.SelectMany(article => article.Byline));
        Assert.Equal(["https://lakeside.example/1", "https://lakeside.example/3"], articles.Select(article => article.Url));
        Assert.Equal(["Transport"], articles[0].Keywords);
        Assert.Equal(ArticleFormat.Rss, articles[0].Format);
    }

    [Fact]
    public void An_entry_of_atom_is_read_with_its_xhtml()
    {
        var article = Read.Bytes(Encoding.UTF8.GetBytes($"""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Lakeside Post</title><author><name>Jane Roe</name></author>
              <entry><title type="html">Ferry &lt;b&gt;runs&lt;/b&gt; again</title><link rel="edit" href="https://x.example"/><link href="https://lakeside.example/1"/><category term="t" label="Transport"/>
                <published>2025-03-14T18:42:00Z</published><updated>2025-03-15T08:00:00Z</updated><summary>Short.</summary>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{Body}</p><p>It <i>was</i> late.</p></div></content></entry></feed>
            """), "feed.atom");

        Assert.Equal(ArticleFormat.Atom, article.Format);
        Assert.Equal([Body, "It was late."], Read.Paragraphs(article));
        Assert.Equal(("Ferry runs again", "https://lakeside.example/1"), (article.Title, article.Url));
        Assert.Equal(("2025-03-14T18:42:00Z", "2025-03-15T08:00:00Z"), (article.Published.ToString(), article.Modified.ToString()));
        Assert.Equal(["Jane Roe"], article.Byline);
        Assert.Equal(["Transport"], article.Keywords);
    }

    [Fact]
    public void Rdf_keeps_its_items_beside_the_channel()
    {
        var article = Read.Bytes(Encoding.UTF8.GetBytes($"""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>The Lakeside Post</title></channel>
            <item rdf:about="1"><title>Ferry</title><description>{Body}</description></item></rdf:RDF>
            """), "feed.rdf");

        Assert.Equal(("Ferry", "The Lakeside Post"), (article.Title, article.Publisher));
    }

    [Theory]
    [InlineData("<rss><channel><item><title>Ferry & dock</title><description>{0}</description></item></channel></rss>")]
    [InlineData("<rss><channel><item><title>Ferry &amp; dock</title><description>{0}</item></channel>")]
    [InlineData("<rss><channel><item><title lang=en>Ferry &amp; dock</titel></title><description>{0}")]
    [InlineData("<rss version=2.0><channel><item><title>Ferry &amp; dock</title></b><nosuch:description/><description>{0}</description></item></channel></rss>")]
    public void A_feed_that_is_not_well_formed_is_read_all_the_same(string feed)
    {
        var article = Read.Bytes(Encoding.UTF8.GetBytes(string.Format(null, feed, Body)), "feed.xml");

        Assert.Equal(("Ferry & dock", Body), (article.Title, article.Text));
    }

    [Theory]
    [InlineData("<p>{0}</p><iframe src=\"https://video.example/1\"/><p>It was late.</p>")]
    [InlineData("<p>{0}</p><OBJECT data=x><param name=y><p>It was late.</p>")]
    [InlineData("<p>{0}</p><!-- an advertisement ><p>It was late.</p>")]
    public void What_an_entry_leaves_open_swallows_nothing(string html)
    {
        var article = Read.Bytes(Encoding.UTF8.GetBytes($"<rss><channel><item><title>Ferry</title><description><![CDATA[{string.Format(null, html, Body)}]]></description></item></channel></rss>"), "feed.xml");

        Assert.Equal([Body, "It was late."], Read.Paragraphs(article));
    }

    [Theory]
    [InlineData("<![CDATA[a]]>")]
    [InlineData("< ")]
    [InlineData("<!x>")]
    [InlineData("<a b='")]
    [InlineData("&lt;iframe ")]
    [InlineData("&lt;!--")]
    public void A_feed_of_five_megabytes_of_noise_takes_seconds_at_most(string noise)
    {
        var clock = Stopwatch.StartNew();

        var failure = Record.Exception(() => ArticleReader.Read(Encoding.UTF8.GetBytes("<rss><item><description>" + string.Concat(Enumerable.Repeat(noise, 5_000_000 / noise.Length))), "feed.xml"));

        Assert.True(failure is null or ArticleFormatException, failure?.ToString());
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), clock.Elapsed.ToString());
    }

    [SharedFact("data/wire/feeds/feedparser_tests.tar.xz")]
    public void Feedparsers_feeds_are_read_or_hold_no_entry_with_text()
    {
        var counts = new Dictionary<string, int>();
        foreach (var path in Unpacked("feedparser_tests").Concat(Unpacked("real-feeds")))
        {
            try
            {
                ArticleReader.Read(File.ReadAllBytes(path), path);
                counts["read"] = counts.GetValueOrDefault("read") + 1;
            }
            catch (ArticleFormatException e)
            {
                counts[e.Code] = counts.GetValueOrDefault(e.Code) + 1;
            }
        }

        // Most cases of the suite are about the feed itself, and have no entry.
        Assert.True(counts["read"] > 350, string.Join(", ", counts));
        Assert.True(counts.GetValueOrDefault(ArticleFormatCodes.UnknownFormat) + counts.GetValueOrDefault(ArticleFormatCodes.Malformed) < 5, string.Join(", ", counts));
    }

    private static IEnumerable<string> Unpacked(string archive)
    {
        var folder = Directory.CreateTempSubdirectory("ingest-feeds-").FullName;
        try
        {
            using var tar = Process.Start("tar", ["-xJf", Shared.PathOf($"data/wire/feeds/{archive}.tar.xz"), "-C", folder]);
            tar.WaitForExit();
            foreach (var path in Directory.EnumerateFiles(folder, "*.xml", SearchOption.AllDirectories))
                yield return path;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
