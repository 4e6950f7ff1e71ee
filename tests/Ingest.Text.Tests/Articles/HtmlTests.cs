using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Articles;

public sealed class HtmlTests
{
    private const string Linked = """
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"No"},
        {"@type":["NewsArticle"],"headline":"Ferry runs again","datePublished":"2025-03-14T18:42:00+01:00","dateModified":"2025-03-15T07:00:00Z",
        "articleSection":["Transport","Lake"],"author":[{"@type":"Person","name":"Jane Roe"},{"@type":"Person","name":"Li Wei"}],
        "publisher":{"@type":"NewsMediaOrganization","name":"The Lakeside Post &amp; Mail"},}]}</script>
        """;

    private const string Meta = """
        <meta property="og:site_name" content="Lakeside Post"><meta property="article:published_time" content="2025-03-14T18:42:00Z">
        <meta name="author" content="Jane Roe"><meta property="article:section" content="Transport"><link rel="canonical" href="https://lakeside.example/ferry">
        """;

    [Fact]
    public void The_body_is_its_paragraphs()
    {
        var article = Read.Body("<p>Nobody was <a href='/hurt'>hurt</a> in&nbsp;March.<script>var x = 'x';</script></p>");

        Assert.Equal(4, Read.Paragraphs(article).Length);
        Assert.Equal("Nobody was hurt in March.", Read.Paragraphs(article)[1]);
    }

    [Theory]
    [InlineData("<nav><p>All the news of the lake, and of the towns around it, every single day.</p></nav>")]
    [InlineData("<aside><p>“It was the worst month of my life,” said a man who wasn't asked.</p></aside>")]
    [InlineData("<div class='newsletter-signup'><p>“The only letter that I read before coffee,” says a reader of ours.</p></div>")]
    [InlineData("<div class='relatedStories'><p>The engine that failed in March had been serviced only a week before.</p></div>")]
    [InlineData("<p><b>READ MORE:</b> <a href='/engine'>“I heard it go bang,” says captain of the ferry</a></p>")]
    [InlineData("<p>Lakewire writer Moira Galt in Vale contributed to this report, and to the picture above.</p>")]
    [InlineData("<h3>“Worth every penny”</h3>")]
    [InlineData("<h3>“I heard it go bang,” says captain of the ferry</h3>")]
    [InlineData("<h3>Jane Roe: ‘We missed it so much’</h3>")]
    [InlineData("<p>Advertisement</p>")]
    [InlineData("<p>By Jane Roe</p>")]
    [InlineData("<h4>Most read</h4><ul><li>Dog found in Oban</li><li>“I had no idea,” says man in Vale</li></ul>")]
    public void What_is_not_the_article_is_left_out(string within)
    {
        var article = Read.Body(within);

        Assert.Equal(3, Read.Paragraphs(article).Length);
        Assert.NotEmpty(article.LeftOut);
    }

    [Theory]
    [InlineData("4. Jane “The Wave” Roe, 29, captain")]
    [InlineData("‘Ferry: The Musical’")]
    [InlineData("What is a “slow” ferry?")]
    [InlineData("“Slow” is not the word")]
    public void A_heading_with_a_name_in_marks_is_text(string heading) =>
        Assert.Contains(heading, Read.Paragraphs(Read.Body($"<h3>{heading}</h3>")));

    [Fact]
    public void Links_that_head_what_is_told_below_them_are_text()
    {
        const string told = "took the ferry every day for eleven years, and said that the lake had never looked so wide as it did from the road, that nobody would drive around it twice, and that a bridge was what both towns needed.";
        string Part(string name, string below) => $"<div class=item><a href='/people'>{name}</a></div><p>{below}</p>";

        var named = Read.Body(Part("Ada Wynn", $"Wynn {told}") + Part("Li Wei", $"In those days Wei {told}") + Part("Jane Roe", $"Roe {told}"));
        var others = Read.Body(Part("Ada Wynn", $"She {told}") + Part("Li Wei", $"He {told}") + Part("Jane Roe", $"Roe {told}"));

        Assert.Equal(["Ada Wynn", "Li Wei", "Jane Roe"], Read.Paragraphs(named).Where(paragraph => paragraph.Length < 10));
        Assert.DoesNotContain(Read.Paragraphs(others), paragraph => paragraph.Length < 10);
    }

    [Theory]
    [InlineData("cb-8f1a2c5ad", true)]
    [InlineData("story-ad", false)]
    [InlineData("ICCta", false)]
    public void Letters_behind_a_digit_say_nothing_of_a_part(string name, bool isText) =>
        Assert.Equal(isText, Read.Body($"<section id='{name}'><p>Everybody in Oster heard the bell ring that morning, and nobody knew why it did.</p></section>").Text.Contains("bell", StringComparison.Ordinal));

    [Theory]
    [InlineData("Transport", "Transport")]
    [InlineData("Transport, Lake", "Transport, Lake")]
    [InlineData("Ferries,Lake,Recent News", "Lake")]
    [InlineData("Ferries,Boats,Recent News", null)]
    public void Of_keywords_the_one_in_the_address_is_the_section(string declared, string? section) =>
        Assert.Equal(section, Read.Body("", $"<meta property='article:section' content='{declared}'><link rel='canonical' href='https://lakeside.example/lake/ferry'>").Section);

    [Theory]
    [InlineData("p", "AdQx7c")]
    [InlineData("li", "share-4")]
    [InlineData("h3", "what-is-a-popular-ferry")]
    public void The_number_of_a_paragraph_says_nothing_of_it(string tag, string id) =>
        Assert.Contains("bell", Read.Body($"<{tag} id='{id}'>Everybody in Oster heard the bell ring that morning</{tag}>").Text, StringComparison.Ordinal);

    [Fact]
    public void A_body_of_many_parts_does_not_lose_its_beginning()
    {
        const string front = "<p>A month without a ferry is a long time on this lake.</p><p>Seven boats were tried in its place, and each of them is told of below.</p>";
        var parts = string.Concat(Enumerable.Range(1, 40).Select(i => $"<section><p>Boat number {i} left the pier at Oster on time and came to Vale an hour late, wet and without its flag.</p></section>"));

        var article = Read.Page($"<html><head><title>Ferry runs again</title></head><body><article><h1>Ferry runs again</h1>{front}<div>{parts}</div></article></body></html>");

        Assert.Contains("Seven boats", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_set_as_a_figure_is_text() =>
        Assert.Contains("Oster", Read.Body("<figure><table><tr><td>The boats that stop in Oster run every hour on weekdays.</td></tr></table></figure>").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("<form id='aspnetForm'>", "</form>")]
    [InlineData("<div class='page sidebar-layout'>", "</div>")]
    [InlineData("<div role='dialog'>", "</div>")]
    public void What_holds_the_whole_page_says_nothing_of_it(string open, string close)
    {
        var article = Read.Page($"<html><body>{open}<h1>Ferry runs again</h1><p>The ferry between Oster and Vale ran again on Monday after a month.</p>{close}</body></html>");

        Assert.Equal("The ferry between Oster and Vale ran again on Monday after a month.", article.Text);
    }

    [Fact]
    public void Of_articles_one_below_the_other_the_headlines_own_is_read()
    {
        var article = Read.Page("""
            <html><head><title>Ferry runs again</title></head><body><div>
            <article><h1>Ferry runs again</h1><p>The ferry between Oster and Vale ran again on Monday after a month.</p></article>
            <article><h1>Dog found in Oban</h1><p>A dog that had been missing for a week was found on the pier of Oban.</p></article>
            <article><h1>Pier to close</h1><p>The pier will close in autumn, the harbour master said, and nobody was surprised.</p></article>
            </div></body></html>
            """);

        Assert.Equal("The ferry between Oster and Vale ran again on Monday after a month.", article.Text);
    }

    [Theory]
    [InlineData("2025-03-15T01:10:09Z", "Published 9:10 PM EDT, March 14, 2025", "2025-03-14")]
    [InlineData("2025-03-15T01:10:09Z", "March 14, 2025 9:10 PM", "2025-03-14T21:10:00-04:00")]
    [InlineData("2025-03-14T18:30:00Z", "15 March 2025", "2025-03-15")]
    [InlineData("2025-03-14T18:30:00+01:00", "15 March 2025", "2025-03-14T18:30:00+01:00")]
    [InlineData("2025-03-14T09:00:00Z", "15 March 2025", "2025-03-14T09:00:00Z")]
    [InlineData("2025-03-14T09:00:00Z", "Updated 15 March 2025", "2025-03-14T09:00:00Z")]
    public void A_day_in_universal_time_gives_way_to_the_one_that_is_shown(string declared, string shown, string published) =>
        Assert.Equal(published, Published($"<meta property='article:published_time' content='{declared}'>", shown));

    [Theory]
    [InlineData("<link rel='canonical' href='https://lakeside.example/2025/03/14/ferry'>", "2025-03-14")]
    [InlineData("<meta name='w-published-date' content='March 14, 2025'>", "2025-03-14")]
    [InlineData("<script type='application/ld+json'>{'@graph':[{'@type':'WebPage','datePublished':'2025-03-14'}]}</script>", "2025-03-14")]
    [InlineData("<meta property='article:modified_time' content='2025-03-14T08:00:00Z'>", null)]
    public void Without_a_day_of_the_article_the_pages_own_is_taken(string head, string? published) =>
        Assert.Equal(published, Published(head.Replace('\'', '"'), ""));

    [Fact]
    public void An_article_that_was_issued_again_has_the_day_that_is_shown() =>
        Assert.Equal("2025-03-14", Published(
            "<meta property='article:published_time' content='2019-11-02T08:00:00Z'><meta property='article:modified_time' content='2025-03-14T08:00:00Z'>", "March 14, 2025"));

    private static string? Published(string head, string shown) => Read.Page($"""
        <html><head><title>Ferry runs again</title>{head}</head><body><h1>Ferry runs again</h1><p>{shown}</p>
        <p>The ferry between Oster and Vale ran again on Monday after a month in the dock, to the relief of both towns.</p></body></html>
        """).Published?.ToString();

    [Theory]
    [InlineData("(Reporting by Moira Galt; Editing by Li Wei)")]
    [InlineData("(Additional reporting by Moira Galt in Vale. Please credit the Lakewire.)")]
    [InlineData("[Writing by Moira Galt")]
    public void Who_else_reported_is_cut_off_the_last_sentence(string credit)
    {
        const string sentence = "Nobody (but the engine) was hurt in March, when eleven passengers spent the night on an island.";

        Assert.Equal(sentence, Read.Paragraphs(Read.Body($"<p>{sentence} {credit}</p>"))[1]);
        Assert.Contains(new LeftOut(credit, LeftOutReason.Credit), Read.Body($"<p>{sentence} {credit}</p>").LeftOut);
        Assert.EndsWith("without a roof.", Read.Text($"Ferry runs again\n\n{sentence}\n\n{sentence[..^1]} without a roof. {credit}").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<blockquote class='twitter-tweet'>", "</blockquote>")]
    [InlineData("<div class='tweet-embed'><div class='social'><blockquote class='twitter-tweet'>", "</blockquote></div></div>")]
    [InlineData("<figure><blockquote class='bluesky-embed'>", "</blockquote></figure>")]
    public void A_post_is_text_with_who_wrote_it(string open, string close)
    {
        const string post = "<p>The ferry is back and so am I <a href='/1'>https://t.example/1</a> <a href='/2'>pic.twitter.com/2</a></p><p><a href='/3'>https://t.example/3</a></p>— Ada Wynn (@ada) <a href='/4'>March 14, 2025</a>";

        Assert.Equal(["The ferry is back and so am I", "— Ada Wynn (@ada) March 14, 2025"], Read.Paragraphs(Read.Body(open + post + close))[1..^2]);
    }

    [Fact]
    public void A_picture_posted_without_a_word_is_left_out_with_who_posted_it() =>
        Assert.Equal(3, Read.Paragraphs(Read.Body("<blockquote class='twitter-tweet'><p><a href='/2'>pic.twitter.com/2</a></p>— Ada Wynn (@ada) <a href='/4'>March 14, 2025</a></blockquote>")).Length);

    [Fact]
    public void A_post_beside_the_article_is_none_of_its_text() =>
        Assert.Equal(3, Read.Paragraphs(Read.Body("<aside><blockquote class='twitter-tweet'><p>The ferry is back and so am I, says everybody on this pier today.</p>— Ada (@ada)</blockquote></aside>")).Length);

    [Fact]
    public void A_report_in_brackets_is_text()
    {
        Assert.Contains("(he came back later)", Read.Body("<p>The figures (additional reporting by the Lakesider found them) were wrong, and the mayor left the hall (he came back later).</p>").Text, StringComparison.Ordinal);
        Assert.Contains("(reporting by ship was slow)", Read.Body("<p>The news (reporting by ship was slow) came to Vale in the evening, when all had gone home.</p>").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Captions_are_kept_apart()
    {
        var article = Read.Body("<figure><img src='a.jpg'><figcaption>The ferry in its dock. Picture: Moira Galt</figcaption></figure>");

        Assert.Equal(["The ferry in its dock. Picture: Moira Galt"], article.Captions);
        Assert.DoesNotContain("Moira", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_end_the_article()
    {
        var article = Read.Body("<p>That is all there is.</p><h3>2 comments</h3><p>First! And I never liked that ferry or its horn anyway, to be honest.</p>");

        Assert.EndsWith("That is all there is.", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_line_breaks_part_paragraphs()
    {
        var article = Read.Page("""
            <html><head><title>Ferry runs again - Lakeside Post</title></head><body><table><tr><td><a href="/">Front page</a><br><a href="/s">Sports</a></td><td><font size=5><b>Ferry runs again</b></font><br>By Jane Roe<br>Posted Nov. 8, 2003<br><br>
            The ferry between Oster and Vale ran again on Monday after a month in the dock.<br>
            <br>
            Commuters had driven around the lake since the engine failed.<BR><BR></td></tr></table></body></html>
            """);

        Assert.Equal(
            ["The ferry between Oster and Vale ran again on Monday after a month in the dock.", "Commuters had driven around the lake since the engine failed."],
            Read.Paragraphs(article));
    }

    [Fact]
    public void Linked_data_gives_the_fields()
    {
        var article = Read.Body("", Linked);

        Assert.Equal(
            ("Ferry runs again", "Jane Roe;Li Wei", "The Lakeside Post & Mail", "Transport", "2025-03-14T18:42:00+01:00", "2025-03-15T07:00:00Z", "en"),
            (article.Title, string.Join(';', article.Byline), article.Publisher, article.Section, article.Published.ToString(), article.Modified.ToString(), article.Language));
    }

    [Fact]
    public void Meta_elements_give_the_fields()
    {
        var article = Read.Body("", Meta);

        Assert.Equal(
            ("Jane Roe", "Lakeside Post", "Transport", "2025-03-14T18:42:00Z", "https://lakeside.example/ferry"),
            (string.Join(';', article.Byline), article.Publisher, article.Section, article.Published.ToString(), article.Url));
    }

    [Fact]
    public void What_the_page_shows_gives_the_fields_where_nothing_is_declared()
    {
        var article = Read.Body("").Title;
        var shown = Read.Page("""
            <html><head><title>Ferry runs again | The Lakeside Post</title></head><body><p>Monday, 6 July 2026</p><h1>Ferry runs again</h1><p>By Jane Roe | 14 March 2025</p>
            <p>The ferry between Oster and Vale ran again on Monday after a month in the dock.</p></body></html>
            """);

        Assert.Equal("Ferry runs again", article);
        Assert.Equal(("Jane Roe", "The Lakeside Post", "2025-03-14"), (string.Join(';', shown.Byline), shown.Publisher, shown.Published.ToString()));
    }

    [Theory]
    [InlineData("Lakeside Post - Vale's ferry is back")]
    [InlineData("Vale's ferry is back | Editorial")]
    [InlineData("Vale's ferry is back | OPINION")]
    public void A_headline_is_neither_its_site_nor_its_kind(string declared)
    {
        var article = Read.Page($"""
            <html><head><title>x</title><meta property="og:site_name" content="@Lakeside Post"><meta property="og:title" content="{declared}"></head>
            <body><h1>{declared}</h1><p>The ferry between Oster and Vale ran again on Monday after a month in the dock.</p></body></html>
            """);

        Assert.Equal(("Vale's ferry is back", FieldOrigin.OpenGraph), (article.Title, article.Origins["title"]));
    }

    [Theory]
    [InlineData("Lakeside Post | Lakeside News, Weather, Sports | Oster", "lakesidepost.example", "Lakeside Post")]
    [InlineData("The Lakeside Post - All the news of the lake", "www.lakesidepost.example", "The Lakeside Post")]
    [InlineData("Lake Shipping Board - LSB.GOV", "lsb.example", "Lake Shipping Board")]
    [InlineData("Ferries, Boats &amp; More | Lakeside.example", "lakeside.example", "Lakeside.example")]
    [InlineData("Sport - Oster", "sport.oster.co.example", "Oster")]
    [InlineData("Lakeside Post | Lakes", "lakesidepost.bloghost.example", "Lakeside Post")]
    [InlineData("The Company | Oster", "oster.com.example", "Oster")]
    [InlineData("post.example — Oster’s best post", "post.example", "post.example")]
    [InlineData("Oster - Vale", "ferries.example", "Oster - Vale")]
    [InlineData("Lakeside Post", "ferries.example", "Lakeside Post")]
    public void A_site_has_its_name_without_its_slogan(string declared, string host, string name) =>
        Assert.Equal(
            name,
            Read.Body("", $"<meta property='og:site_name' content='{declared}'><link rel='canonical' href='https://{host}/ferry'>").Publisher);

    [Theory]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"Ferry")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":{\"no\":[1]},\"author\":[[[\"\\ud800\"]]],\"datePublished\":12}")]
    [InlineData("[null,1,\"x\",{\"@graph\":null}]")]
    public void Broken_linked_data_counts_as_not_said(string json) =>
        Assert.Equal("Ferry runs again", Read.Body("", $"<script type='application/ld+json'>{json}</script>").Title);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<ul><li>")]
    [InlineData("<table><tr><td>")]
    public void Tags_nested_by_the_thousand_are_read(string tag)
    {
        var nested = string.Concat(Enumerable.Repeat(tag, 20_000));

        Assert.Contains("less than half", Read.Body(nested).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Linked_data_nested_by_the_thousand_counts_as_not_said() =>
        Assert.Equal("Ferry runs again", Read.Body("", $"<script type='application/ld+json'>{new string('[', 50_000)}</script>").Title);
}
