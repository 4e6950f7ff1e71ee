using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Articles;

/// <summary>Writers whom a page declares nowhere, or wrongly, and shows below the headline.</summary>
public sealed class ShownBylineTests
{
    [Theory]
    [InlineData("<p>By Ada Wynn and Li Wei</p>", "Ada Wynn", "Li Wei")]
    [InlineData("<ul><li><span>By</span><a href='/content/author/ada-wynn'>Ada Wynn</a></li></ul>", "Ada Wynn")]
    [InlineData("<p class=story-meta__authors>By <span><a href='https://lakeside.example/staff/ada-wynn'>Ada Wynn</a></span></p>", "Ada Wynn")]
    [InlineData("<div class=post-author-name><span>Ada Wynn</span></div>", "Ada Wynn")]
    [InlineData("<div><a rel=author href='/aw'>Ada Wynn</a>, <a rel=author href='/lw'>Li Wei</a></div>", "Ada Wynn", "Li Wei")]
    [InlineData("<p>By Haje Jan Moor</p>", "Haje Jan Moor")]
    [InlineData("<p>By April Lund</p>", "April Lund")]
    [InlineData("<p>By Ada Wynn The Associated Press</p>", "Ada Wynn")]
    public void Writers_are_found_below_the_headline(string below, params string[] names) => Assert.Equal(names, Page(below).Byline);

    [Theory]
    [InlineData("<p>By April</p>")]
    [InlineData("<div class=author>Written By</div>")]
    [InlineData("<div><a href='/authors/'>All our authors</a></div>")]
    [InlineData("<nav><a href='/author/ada-wynn'>Ada Wynn</a></nav>")]
    [InlineData("<p>Guess who took <a href='/people/ada-wynn'>Ada Wynn</a> home on Monday!</p>")]
    public void What_is_no_name_is_no_writer(string below) => Assert.Empty(Page(below).Byline);

    [Fact]
    public void A_byline_may_stand_below_the_standfirst() =>
        Assert.Equal(["Ada Wynn"], Page("<div><p>A month of detours around the lake is over, and both towns are glad of it.</p></div><p>March 14, 2025</p><p>By <a href='/staff/aw'>Ada Wynn</a></p>").Byline);

    [Fact]
    public void A_second_writer_may_be_shown_alone()
    {
        const string head = "<meta property=og:site_name content='Lakeside Weekly'><meta name=author content='Ada Wynn'>";

        Assert.Equal(["Ada Wynn", "Li Wei"], Page("<p>By Ada Wynn and Li Wei, Lakeside Weekly</p>", head).Byline);
        Assert.Equal(["Ada Wynn"], Page("<p>By Li Wei and Jane Roe</p>", head).Byline);
        Assert.Equal(["Ada Wynn"], Page("<p>By Ada Wynn, Vale Lakeside Weekly</p>", head).Byline);
    }

    [Fact]
    public void A_site_that_signs_for_its_writers_gives_way_to_the_writer_it_shows()
    {
        const string head = "<meta property=og:site_name content='Lakeside Weekly'><meta name=author content='Lakeside Weekly'>";

        Assert.Equal(["Ada Wynn"], Page("<a href='/author/ada-wynn'>Ada Wynn</a>", head).Byline);
        Assert.Equal(["Lakeside Weekly"], Page("", head).Byline);
    }

    private static Article Page(string below, string head = "") => Read.Page($"""
        <html><head><title>Ferry runs again</title>{head}</head><body><article><h1>Ferry runs again</h1>{below}
        <div><p>The ferry between Oster and Vale ran again on Monday after a month in the dock, to the relief of both towns.</p>
        <p>Commuters had driven around the lake since the engine failed, a journey of an hour and a half each way.</p></div></article></body></html>
        """);
}
