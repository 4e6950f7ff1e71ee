using System.Text;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Articles;

public sealed class JsonTests
{
    private const string Body = "The ferry between Oster and Vale ran again on Monday after a month in the dock, to the relief of both towns.";

    [Fact]
    public void A_ninjs_item_of_the_first_make_is_read_with_all_its_fields()
    {
        var article = One($$"""
            { "uri": "http://lakewire.example/1", "type": "text", "version": "3", "firstcreated": "2025-03-14T08:00:00Z", "versioncreated": "2025-03-14T09:30:00+01:00",
              "embargoed": "2025-03-14T08:15:00Z", "pubstatus": "usable", "language": "en-GB", "copyrightholder": "Lakewire", "byline": "By Jane Roe and Li d'Amico",
              "headline": "Ferry runs again", "located": "Oster", "subject": [{ "name": "Transport" }, { "name": "Lakes, rivers" }],
              "person": [{ "name": "Ada Wynn" }], "organisation": [{ "name": "Vale Council" }], "place": [{ "name": "Vale" }],
              "body_text": "{{Body}} It was late.", "body_xhtml": "<p>{{Body}}</p><p>It was late.</p>" }
            """);

        Assert.Equal(ArticleFormat.Ninjs, article.Format);
        Assert.Equal([Body, "It was late."], Read.Paragraphs(article));
        Assert.Equal("Ferry runs again", article.Title);
        Assert.Equal(["Jane Roe", "Li d'Amico"], article.Byline);
        Assert.Equal("Lakewire", article.Publisher);
        Assert.Equal("Oster", article.Dateline);
        Assert.Equal("2025-03-14T08:00:00Z", article.Published.ToString());
        Assert.Equal("2025-03-14T09:30:00+01:00", article.Modified.ToString());
        Assert.Equal("2025-03-14T08:15:00Z", article.Embargo.ToString());
        Assert.Equal(PublicationStatus.Usable, article.Status);
        Assert.Equal("3", article.Version);
        Assert.Equal("en-GB", article.Language);
        Assert.Equal("http://lakewire.example/1", article.Url);
        Assert.Equal(["Transport", "Lakes, rivers"], article.Keywords);
        Assert.Equal(
            [new(GivenKind.Person, "Ada Wynn"), new(GivenKind.Organization, "Vale Council"), new(GivenKind.Location, "Vale")],
            article.Given);
    }

    [Theory]
    [InlineData("versioncreated", "contenttype", "pubstatus")]
    [InlineData("versionCreated", "contentType", "pubStatus")]
    public void A_ninjs_item_of_the_later_makes_gives_its_html_body_and_its_main_headline(string created, string type, string status)
    {
        var article = One($$"""
            { "uri": "urn:1", "standard": { "name": "ninjs" }, "{{created}}": "2025-03-14T09:30:00Z", "{{status}}": "usable", "by": "Jane Roe",
              "headlines": [{ "role": "short", "value": "Ferry" }, { "role": "main", "value": "Ferry runs again" }],
              "people": [{ "name": "Ada Wynn" }], "subjects": [{ "uri": "urn:x", "name": "Transport" }],
              "bodies": [{ "role": "main", "{{type}}": "text/plain", "value": "Plain." }, { "{{type}}": "text/html", "value": "<h1>Ferry runs again</h1><p>{{Body}}</p>" }] }
            """);

        Assert.Equal(ArticleFormat.Ninjs, article.Format);
        Assert.Equal(("Ferry runs again", Body, "2025-03-14T09:30:00Z"), (article.Title, article.Text, article.Published.ToString()));
        Assert.Equal(["Transport"], article.Keywords);
        Assert.Equal(["Ada Wynn"], article.Given.Select(given => given.Name));
    }

    [Theory]
    [InlineData("""  "pubstatus": "withheld"  """, PublicationStatus.Withheld)]
    [InlineData("""  "pubstatus": "canceled"  """, PublicationStatus.Cancelled)]
    [InlineData("""  "pubStatus": "stat:withheld"  """, PublicationStatus.Withheld)]
    [InlineData("""  "embargoed": "2025-03-14T10:00:00Z"  """, PublicationStatus.Embargoed)]
    [InlineData("""  "embargoed": "2025-03-14T10:00:00Z", "versioncreated": "2025-03-14T09:00:00Z"  """, PublicationStatus.Embargoed)]
    [InlineData("""  "embargoed": "2025-03-14T10:00:00Z", "versioncreated": "2025-03-14T10:00:00Z"  """, PublicationStatus.Usable)]
    public void An_item_that_may_not_be_used_says_so_and_yields_nothing(string fields, PublicationStatus expected)
    {
        var json = $$"""{ "uri": "urn:1", "headline": "Ferry runs again", "body_text": "“It is late,” said Ada Wynn of Vale Council.", {{fields}} }""";

        var extraction = Assert.Single(new Extractor().Extract(Encoding.UTF8.GetBytes(json), "item.json"));

        Assert.Equal(expected, extraction.Article.Status);
        Assert.Equal(expected == PublicationStatus.Usable, extraction.Quotes.Count > 0);
        Assert.Equal(expected == PublicationStatus.Usable, extraction.Entities.Count > 0);
    }

    [Fact]
    public void A_cancelled_item_needs_no_text() =>
        Assert.Equal("", One("""{ "uri": "urn:1", "pubstatus": "canceled" }""").Text);

    [Fact]
    public void A_picture_item_holds_no_article_though_it_is_described() =>
        Assert.Equal(ArticleFormatCodes.NoArticle, FailureOf($$"""{ "uri": "urn:1", "type": "picture", "headline": "Ferry", "description_text": "{{Body}}" }"""));

    [Fact]
    public void A_graph_of_linked_data_gives_its_article()
    {
        var article = One($$"""
            { "@context": "https://schema.org", "@graph": [
              { "@type": "WebSite", "name": "The Lakeside Post" },
              { "@type": ["NewsArticle"], "headline": "Ferry runs again &amp; again", "author": [{ "@type": "Person", "name": "Jane Roe" }], "publisher": { "name": "Lakeside Post" },
                "datePublished": "2025-03-14T18:42:00Z", "dateModified": "2025-03-15", "articleSection": ["Transport", "News"], "keywords": "ferry, Vale", "inLanguage": "en",
                "mainEntityOfPage": { "@type": "WebPage", "@id": "https://lakeside.example/ferry" }, "dateline": "OSTER", "version": 2,
                "mentions": [{ "@type": "Person", "name": "Ada Wynn" }, { "@type": "Thing", "name": "Ferry" }], "articleBody": "{{Body}}\n\nIt was late." }] }
            """);

        Assert.Equal(ArticleFormat.JsonLd, article.Format);
        Assert.Equal([Body, "It was late."], Read.Paragraphs(article));
        Assert.Equal(("Ferry runs again & again", "Lakeside Post", "Transport", "OSTER"), (article.Title, article.Publisher, article.Section, article.Dateline));
        Assert.Equal(("2025-03-14T18:42:00Z", "2025-03-15", "2"), (article.Published.ToString(), article.Modified.ToString(), article.Version));
        Assert.Equal(["Jane Roe"], article.Byline);
        Assert.Equal(["ferry", "Vale"], article.Keywords);
        Assert.Equal("https://lakeside.example/ferry", article.Url);
        Assert.Equal([new GivenEntity(GivenKind.Person, "Ada Wynn")], article.Given);
        Assert.Equal(FieldOrigin.JsonLd, article.Origins["title"]);
    }

    [Theory]
    [InlineData("headline", "body", "author", "published")]
    [InlineData("title", "content", "authors", "publish_date")]
    [InlineData("Title", "text", "byline", "pubDate")]
    [InlineData("title", "maintext", "writer", "date_publish")]
    public void An_object_with_the_usual_names_is_an_article(string title, string body, string author, string date)
    {
        var article = One($$"""{ "{{title}}": "Ferry runs again", "{{body}}": "{{Body}}\n{{Body}} Again.", "{{author}}": "Jane Roe", "{{date}}": "2025-03-14 18:42:00", "source": "Lakeside Post" }""");

        Assert.Equal(ArticleFormat.Json, article.Format);
        Assert.Equal("Ferry runs again", article.Title);
        Assert.Equal([Body, $"{Body} Again."], Read.Paragraphs(article));
        Assert.Equal(["Jane Roe"], article.Byline);
        Assert.Equal("Lakeside Post", article.Publisher);
        Assert.Equal(FieldOrigin.Markup, article.Origins["byline"]);
    }

    [Theory]
    [InlineData("1741977720")]
    [InlineData("1741977720000")]
    [InlineData("\"2025-03-14T18:42:00Z\"")]
    [InlineData("\"Fri, 14 Mar 25 18:42:00 GMT\"")]
    [InlineData("\"20250314T184200Z\"")]
    [InlineData("{ \"$date\": \"2025-03-14T18:42:00.000Z\" }")]
    public void A_date_is_read_however_programs_write_it(string date) =>
        Assert.Equal("2025-03-14T18:42:00Z", One($$"""{ "title": "Ferry", "text": "{{Body}}", "date": {{date}} }""").Published.ToString());

    [Theory]
    [InlineData("[{0}, {1}]")]
    [InlineData("{0}\n{1}\n")]
    [InlineData("{{ \"status\": \"ok\", \"articles\": [{0}, {1}] }}")]
    [InlineData("{{ \"response\": {{ \"docs\": [{0}, {1},] }} }}")]
    public void Several_objects_are_several_articles(string all)
    {
        var json = string.Format(null, all, $$"""{"title":"One","text":"{{Body}}"}""", $$"""{"title":"Two","text":"{{Body}}"}""");

        var articles = ArticleReader.Read(Encoding.UTF8.GetBytes(json), "dump.txt");

        Assert.Equal(["One", "Two"], articles.Select(article => article.Title));
    }

    [Fact]
    public void A_body_that_wraps_its_html_is_unwrapped() =>
        Assert.Equal(["One & two.", Body], Read.Paragraphs(One($$"""{ "title": { "rendered": "Ferry" }, "content": { "rendered": "<p>One &amp; two.</p>\n<p>{{Body}}</p>" } }""")));

    [Fact]
    public void Half_a_surrogate_pair_and_a_raw_line_end_dont_spoil_the_text() =>
        Assert.Equal(["Late\ufffd it was, and 😀 dark.", "Nobody came."], Read.Paragraphs(One("{ \"title\": \"Ferry\", \"text\": \"Late\\ud83d it was, and \\ud83d\\ude00 dark.\n\nNobody came.\" }")));

    [Theory]
    [InlineData("""{ "name": "ferry", "version": "1.0.0", "description": "Runs." }""", ArticleFormatCodes.NoArticle)]
    [InlineData("""{ "title": "Ferry", "text": "The ferry ran""", ArticleFormatCodes.Malformed)]
    [InlineData("[{]", ArticleFormatCodes.Malformed)]
    public void Json_without_an_article_fails_with_its_reason(string json, string code) => Assert.Equal(code, FailureOf(json));

    [Fact]
    public void Json_that_nests_without_end_is_too_deep() =>
        Assert.Equal(ArticleFormatCodes.TooDeep, FailureOf(new string('[', 100_000)));

    [Fact]
    public void More_articles_than_the_limit_are_too_many()
    {
        var json = string.Concat(Enumerable.Repeat($$"""{"title":"One","text":"{{Body}}"}""", 4));

        Assert.Equal(ArticleFormatCodes.TooMany, Read.FailureOf(Encoding.UTF8.GetBytes(json), "dump.jsonl", new ArticleLimits { MaxArticles = 3 }));
    }

    [Fact]
    public void Text_that_begins_with_a_bracket_is_text() =>
        Assert.Equal(ArticleFormat.PlainText, Read.Text($"[Updated] {Body}").Format);

    private static Article One(string json) => Read.Bytes(Encoding.UTF8.GetBytes(json), "item.json");

    private static string FailureOf(string json) => Read.FailureOf(Encoding.UTF8.GetBytes(json), "item.json");
}
