using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Articles;

/// <summary>What a page says of its article beside its paragraphs: the standfirst, the text in JSON-LD, the data of its scripts.</summary>
public sealed class PageEvidenceTests
{
    private const string First = "The ferry between Oster and Vale ran again on Monday after a month in the dock, to the relief of both towns.";
    private const string Second = "Commuters had driven around the lake since the engine failed, a journey of an hour and a half each way.";
    private const string Third = "The council said that the repair had cost less than half of what had been feared in the spring.";
    private const string Fourth = "Nobody was hurt when the engine failed, but eleven passengers spent the night on an island without a roof.";
    private const string Fifth = "Ada Wynn, who takes the ferry to school every day, said that she had never thought that she would miss it.";

    private const string Standfirst = "A month of detours around the lake is over";

    private static readonly string Whole = string.Join("\n\n", First, Second, Third, Fourth, Fifth);

    [Theory]
    [InlineData($"<div class='article-header__dek'><span>{Standfirst}</span></div>")]
    [InlineData($"<p class=byline>By Jane Roe</p><p class='c-sub-headline'>{Standfirst}</p>")]
    [InlineData($"<h2>{Standfirst}</h2>")]
    [InlineData($"<div><div>{Standfirst}.</div></div>")]
    public void A_standfirst_opens_the_text(string below) =>
        Assert.StartsWith(Standfirst, Page(below, Paragraphs(First, Second)).Text, StringComparison.Ordinal);

    [Fact]
    public void The_pages_description_tells_its_standfirst() =>
        Assert.StartsWith(Standfirst, Page($"<div>Transport</div><div>{Standfirst}</div>", Paragraphs(First, Second), $"<meta name=description content='{Standfirst}'>").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("<div class=summary>Transport</div>")]
    [InlineData("<figure><figcaption class=description>The ferry in its dock at Oster.</figcaption></figure>")]
    [InlineData("<div>Four words of something</div>")]
    [InlineData("<div class=dek>The ferry between Oster and Vale ran again on Monday, and everybody was glad of it</div>")]
    [InlineData("<div class=author><p class=description>Jane Roe is a reporter on the lakes.</p></div>")]
    public void What_else_stands_below_the_headline_is_none(string below) =>
        Assert.StartsWith(First, Page($"<p>By Jane Roe</p>{below}", Paragraphs(First, Second), "<meta name=author content='Jane Roe'>").Text, StringComparison.Ordinal);

    [Fact]
    public void A_heading_above_nothing_but_links_goes_with_them()
    {
        var article = Page("", $"{Paragraphs(First)}<h2>In this article</h2><ul><li><a href=/a>Detours</a></li></ul><h2>Detours</h2>{Paragraphs(Second)}<h2>You might like</h2>");

        Assert.Equal([First, "Detours", Second], Read.Paragraphs(article));
        Assert.Contains(new LeftOut("You might like", LeftOutReason.Related), article.LeftOut);
    }

    [Fact]
    public void The_text_in_json_ld_tells_headings_from_teasers_and_goods_from_text()
    {
        var linked = Linked($"{Whole} “Never again” is not a plan");

        var article = Page("", $"{Paragraphs(First, Second)}<h2>“Never again” is not a plan</h2>{Paragraphs(Third)}<h3>“I was on board”</h3><div>Ferry model, wood, 30 cm</div>{Paragraphs(Fourth, Fifth)}", linked);

        Assert.Equal([First, Second, "“Never again” is not a plan", Third, Fourth, Fifth], Read.Paragraphs(article));
    }

    [Fact]
    public void A_page_behind_a_wall_is_read_from_json_ld() =>
        Assert.Equal(Whole, Page("", $"{Paragraphs(First)}<div class=paywall><p>Subscribe to read on.</p></div>", Linked(Whole)).Text);

    [Fact]
    public void Json_ld_that_only_begins_the_text_takes_nothing_away() =>
        Assert.Equal(Whole, Page("", Paragraphs(First, Second, Third, Fourth, Fifth), Linked($"{First} {Second} {Third} {Third} {First}")).Text);

    [Theory]
    [InlineData("""<script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{"post":{"title":"Ferry runs again","bodyHtml":"HTML"}}}}</script>""")]
    [InlineData("""<script>window.__INITIAL_STATE__ = {"a":[1,{"story":{"body":"HTML"}}]}; window.start("}");</script>""")]
    [InlineData("""<script>window.Fusion=window.Fusion||{};Fusion.globalContent={"content_elements":[{"type":"text","content":"1"},{"type":"image","caption":"The ferry in its dock."},{"type":"text","content":"2"},{"type":"text","content":"345"}]};</script>""")]
    public void A_page_that_a_script_puts_together_is_read_from_its_data(string script)
    {
        script = script.Replace("\"HTML\"", $"\"{Paragraphs(First, Second, Third, Fourth, Fifth)}\"", StringComparison.Ordinal)
            .Replace("\"1\"", $"\"{First}\"", StringComparison.Ordinal).Replace("\"2\"", $"\"{Second}\"", StringComparison.Ordinal)
            .Replace("\"345\"", $"\"{Paragraphs(Third, Fourth, Fifth)}\"", StringComparison.Ordinal);

        var article = Read.Page($"<html><head><title>Ferry runs again</title></head><body><div id=root></div>{script}</body></html>");

        Assert.Equal(("Ferry runs again", Whole), (article.Title, article.Text));
    }

    [Theory]
    [InlineData("content", "value")]
    [InlineData("children", "text")]
    public void The_datas_paragraphs_may_be_made_of_parts(string parts, string leaf)
    {
        var data = string.Join(',', new[] { First, Second, Third, Fourth, Fifth }.Select(text =>
            $$$"""{"type":"paragraph","{{{parts}}}":[{"type":"text","{{{leaf}}}":"{{{text[..20]}}}"},{"type":"link","{{{parts}}}":[{"type":"text","{{{leaf}}}":"{{{text[20..]}}}"}]}]}"""));

        Assert.Equal(Whole, Page("", "", State($$$$"""{"story":{"body":{"content":[{{{{data}}}},{"type":"ad","{{{{parts}}}}":[]}]}}}""")).Text);
    }

    [Fact]
    public void A_page_that_shows_a_beginning_is_read_from_the_data_that_go_on_with_it()
    {
        // More than a notice of a wall, less than an article.
        var beginning = Enumerable.Range(1, 8).Select(i => $"On day {i} of the repair the engine was lifted, looked at by eleven people and put back where it had been.").ToArray();
        var whole = string.Join("\n\n", [.. beginning, .. beginning.Select(text => $"Nobody was paid for it. {text}"), Whole]);
        var others = string.Join(' ', Enumerable.Range(1, 30).Select(i => $"Dog number {i} was found on the pier of Oban, where it had waited for its owner, wet and without its collar."));

        Assert.Equal(whole, Page("", Paragraphs(beginning), State(Story(whole))).Text);
        Assert.Equal(string.Join("\n\n", beginning), Page("", Paragraphs(beginning), State(Story(others))).Text);
    }

    [Fact]
    public void Tags_and_code_in_the_data_are_no_text()
    {
        var post = $"<blockquote>{string.Concat(Enumerable.Repeat("<a href='https://lakeside.example/tags/ferry' title='ferry'>#ferry</a> ", 60))}</blockquote>";
        var code = $"<script>{string.Concat(Enumerable.Repeat("window.start = window.start || 1; ", 60))}";

        Assert.Equal(Whole, Page("", "", State($$"""[{{Story(post)}},{{Story(Whole)}},{{Story(code)}}]""")).Text);
    }

    private static string Story(string body) => $$"""{"story":{"body":"{{body.Replace("\n", "\\n", StringComparison.Ordinal)}}"} }""";

    private static string State(string json) => $$"""<script type="application/json">{"state":{{json}}}</script>""";

    private static string Paragraphs(params string[] texts) => string.Concat(texts.Select(text => $"<p>{text}</p>"));

    private static string Linked(string body) =>
        $$"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry runs again","articleBody":"{{body.Replace("\n", "\\n", StringComparison.Ordinal)}}"}</script>""";

    private static Article Page(string below, string body, string head = "") => Read.Page(
        $"<html><head><title>Ferry runs again</title>{head}</head><body><article><h1>Ferry runs again</h1>{below}<div>{body}</div></article></body></html>");
}
