using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Articles;

public sealed class FieldOriginTests
{
    [Fact]
    public void A_pages_fields_say_where_they_were_read()
    {
        var article = Read.Body(
            "",
            """
            <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-03-14T18:42:00Z"}</script>
            <meta property="og:site_name" content="The Lakeside Post"><link rel="canonical" href="https://lakeside.example/ferry">
            """);

        Assert.Equal(
            ["language: Markup", "published: JsonLd", "publisher: OpenGraph", "title: VisibleText", "url: Markup"],
            article.Origins.OrderBy(origin => origin.Key, StringComparer.Ordinal).Select(origin => $"{origin.Key}: {origin.Value}"));
    }

    [Fact]
    public void All_that_is_known_of_a_plain_text_was_seen_in_it()
    {
        var article = Read.Text("Ferry runs again\n\nBy Jane Roe\n\nThe ferry between Oster and Vale ran again on Monday after a month in the dock.\n");

        Assert.Equal(["byline", "title"], article.Origins.Keys.Order(StringComparer.Ordinal));
        Assert.All(article.Origins.Values, origin => Assert.Equal(FieldOrigin.VisibleText, origin));
    }
}
