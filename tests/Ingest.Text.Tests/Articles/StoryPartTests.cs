namespace Ingest.Text.Tests.Articles;

/// <summary>Which part of a page is the story, whatever a site calls it, and who signed it.</summary>
public sealed class StoryPartTests
{
    private const string First = "The ferry between Oster and Vale ran again on Monday after a month in the dock, to the relief of both towns.";
    private const string Second = "Commuters had driven around the lake since the engine failed, a journey of an hour and a half each way.";
    private const string Third = "The council said that the repair had cost less than half of what had been feared in the spring.";
    private const string Head = "<h1>Ferry runs again</h1><p>After a month of detours the lake has its ferry back.</p>";

    private static readonly string Story = $"<p>{First}</p><p>{Second}</p><p>{Third}</p>";

    [Theory]
    [InlineData("")]
    [InlineData("<h2>Article content</h2>")]
    public void The_headline_may_stand_in_an_article_element_of_its_own(string before)
    {
        var article = Read.Page($"<title>Ferry runs again</title><main><article>{Head}</article><div>Share</div><article><section>{before}{Story}</section></article></main>");

        Assert.Equal([First, Second, Third], Read.Paragraphs(article)[^3..]);
    }

    [Theory]
    [InlineData("<a href=#talk>Join the conversation</a>", true)]
    [InlineData("<div class=share>Comments</div>", true)]
    [InlineData("<h2>Comments</h2>", false)]
    public void A_button_below_the_headline_that_leads_to_comments_ends_nothing(string comments, bool goesOn)
    {
        var article = Read.Page($"<title>Ferry runs again</title><article>{Head}<div>{comments}</div>{Story}</article>");

        Assert.Equal(goesOn, article.Text.Contains(Third, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Article content", false)]
    [InlineData("ADVERTISEMENT", false)]
    [InlineData("Search", true)]
    public void A_heading_between_the_parts_of_any_story_is_left_out(string heading, bool isKept)
    {
        var article = Read.Page($"<title>Ferry runs again</title><article>{Head}<p>{First}</p><h2>{heading}</h2><p>{Second}</p><p>{Third}</p></article>");

        Assert.Equal(isKept, article.Text.Contains(heading, StringComparison.Ordinal));
    }

    [Fact]
    public void Comments_behind_the_story_end_it()
    {
        var article = Read.Page($"<title>Ferry runs again</title><article>{Head}{Story}<div class=share>Comments</div><p>{First} I saw it.</p></article>");

        Assert.DoesNotContain("I saw it", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_story_is_no_head_however_many_come_behind_it()
    {
        var more = string.Concat(Enumerable.Repeat($"<article>{Story}</article>", 9));

        var article = Read.Page($"<title>Ferry runs again</title><main><article><h1>Ferry runs again</h1>{Story}<p>{First} {Second}</p></article>{more}</main>");

        Assert.Single(Read.Paragraphs(article), Third);
    }

    [Fact]
    public void The_next_article_has_a_headline_of_its_own()
    {
        var article = Read.Page($"<title>Ferry runs again</title><main><article>{Head}</article><article><h2>Lake freezes over</h2>{Story}{Story}</article></main>");

        Assert.DoesNotContain(First, article.Text);
    }

    [Theory]
    [InlineData("<div class='article-body paywall-article'>{0}</div>")]
    [InlineData("<div class='paywall'>{0}</div>")]
    public void What_a_wall_hides_is_the_story(string around)
    {
        var consent = string.Concat(Enumerable.Repeat("<p>You can choose not to allow some kinds of cookies, which may change what you see of this site.</p>", 9));

        var article = Read.Page(
            $"<title>Ferry runs again</title><article><h1>Ferry runs again</h1>{string.Format(around, Story)}</article><div id=onetrust-sdk><div>{consent}</div></div>");

        Assert.Equal([First, Second, Third], Read.Paragraphs(article));
    }

    [Theory]
    [InlineData("paywall-offer")]
    [InlineData("c-article-paywall__barrier")]
    public void What_stands_on_a_wall_is_none_of_the_story(string name)
    {
        var offer = string.Concat(Enumerable.Repeat("<p>Subscribe today and read all of our stories for less than a coffee a week.</p>", 3));

        var article = Read.Page($"<title>Ferry runs again</title><article><h1>Ferry runs again</h1>{Story}{Story}<div class='{name}'>{offer}</div></article>");

        Assert.DoesNotContain("Subscribe", article.Text);
    }

    [Fact]
    public void An_offer_to_sign_in_is_none_of_the_story()
    {
        var offer = "<div class='article__sign-in-group'><h2>Sign in to read on</h2><ul><li>Read articles of all lakes with one account, on all of your devices.</li></ul></div>";

        var article = Read.Page($"<title>Ferry runs again</title><article><h1>Ferry runs again</h1><p>{First}</p>{offer}<p>{Second}</p><p>{Third}</p></article>");

        Assert.Equal([First, Second, Third], Read.Paragraphs(article));
    }

    [Fact]
    public void A_page_that_a_dialog_lay_over_is_read()
    {
        var page = $"<title>Ferry runs again</title><body class='didomi-popup-open'><nav>Home</nav><article><h1>Ferry runs again</h1>{Story}</article></body>";

        Assert.Equal([First, Second, Third], Read.Paragraphs(Read.Page(page)));
    }

    [Fact]
    public void A_paragraph_behind_a_wall_is_one_of_the_story()
    {
        var article = Read.Page(
            $"<title>Ferry runs again</title><article><h1>Ferry runs again</h1><p>{First}</p><p class=paywall>{Second}</p><p>{Third}</p><p>{First}</p></article>");

        Assert.Contains(Second, article.Text);
    }

    [Theory]
    [InlineData("<aside><ul><li><a href=/x>Lake freezes</a><address class=author><a>Tim Moe</a></address></li></ul></aside>")]
    [InlineData("<div><div><a href=/x>Lake freezes</a><address class=author><a>Tim Moe</a></address></div></div>")]
    public void Who_signs_other_stories_is_no_writer_of_this_one(string others)
    {
        var article = Read.Page($"<title>Ferry runs again</title><article><h1>Ferry runs again</h1><address class=author><a>Jane Roe</a></address>{Story}</article>{others}");

        Assert.Equal(["Jane Roe"], article.Byline);
    }

    [Theory]
    [InlineData("<div><span class=author>Jane Roe</span> and <span class=author>Tom Poe</span></div>")]
    [InlineData("<ul><li><span class=author>Jane Roe</span></li><li><span class=author>Tom Poe</span></li></ul>")]
    public void Two_who_sign_side_by_side_wrote_it_together(string signed)
    {
        var article = Read.Page($"<title>Ferry runs again</title><article><h1>Ferry runs again</h1>{signed}{Story}</article>");

        Assert.Equal(["Jane Roe", "Tom Poe"], article.Byline);
    }
}
