using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Articles;

public sealed class MarkdownTests
{
    private const string Body = "The ferry between Oster and Vale ran again on Monday after a month in the dock, to the relief of both towns.";

    [Fact]
    public void The_fields_above_a_text_are_the_articles()
    {
        var article = Read.Text($"""
            ---
            title: "Ferry runs again: at last"
            author: [Jane Roe, 'Li Wei']
            date: 2025-03-14T18:42:00+01:00
            tags:
              - ferry
              - lakes
            lang: en-GB
            section: Transport
            ---

            {Body}

            > “It is *late*,” said [Ada Wynn](https://example.com/a).

            ![The ferry](ferry.jpg)
            """);

        Assert.Equal(ArticleFormat.Markdown, article.Format);
        Assert.Equal([Body, "“It is late,” said Ada Wynn."], Read.Paragraphs(article));
        Assert.Equal(("Ferry runs again: at last", "Transport", "en-GB"), (article.Title, article.Section, article.Language));
        Assert.Equal(["Jane Roe", "Li Wei"], article.Byline);
        Assert.Equal(["ferry", "lakes"], article.Keywords);
        Assert.Equal("2025-03-14T18:42:00+01:00", article.Published.ToString());
        Assert.Equal(FieldOrigin.Markup, article.Origins["title"]);
    }

    [Fact]
    public void Without_fields_its_first_heading_is_the_title()
    {
        var article = Read.Text($"# Ferry runs again\n\nBy Jane Roe, 14 March 2025\n\n{Body}\n\n## What comes next\n\nNobody *knows* what comes next, **not even** the council.\n");

        Assert.Equal(("Ferry runs again", FieldOrigin.VisibleText), (article.Title, article.Origins["title"]));
        Assert.Equal(["Jane Roe"], article.Byline);
        Assert.Equal("2025-03-14", article.Published.ToString());
        Assert.Equal([Body, "What comes next", "Nobody knows what comes next, not even the council."], Read.Paragraphs(article));
    }

    [Theory]
    [InlineData("---\n\n# Ferry runs again\n\n{0}\n\n---\n\nNobody *knows* what comes next.\n")]
    [InlineData("---\n\n# Ferry runs again\n\n---\n\n{0}\n\nNobody *knows* what comes next.\n")]
    [InlineData("---\nNote: a long one\n\n# Ferry runs again\n\n{0}\n\n---\nNobody *knows* what comes next.\n")]
    [InlineData("---\nA: Is it *safe*?\nB: It is.\nA: It is?\n\n---\n# Ferry runs again\n\n{0}\n\nNobody *knows* what comes next.\n")]
    [InlineData("---\n\n# Ferry runs again\n\n{0}\n\n| Fare | Day |\n---|---\n1 | 2\n\nNobody *knows* what comes next.\n")]
    public void Between_two_rules_stands_text(string format)
    {
        var article = Read.Text(string.Format(null, format, Body), "story.md");

        Assert.Equal((ArticleFormat.Markdown, "Ferry runs again"), (article.Format, article.Title));
        Assert.Contains(Body, article.Text, StringComparison.Ordinal);
        Assert.EndsWith("Nobody knows what comes next.", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_the_fields_that_only_begins_like_a_fence_is_none_and_comments_and_blocks_are_passed_over()
    {
        var article = Read.Text($"""
            ---
            # as the site has it
            "title": Ferry runs again
            summary: >
              --- It runs again.
              Nobody: knows why.
            tags: [
              ferry
            ]

            image:
              url: https://example.com/ferry.jpg
            ---
            {Body}

            Nobody *knows* what comes next.
            """);

        Assert.Equal("Ferry runs again", article.Title);
        Assert.Equal([Body, "Nobody knows what comes next."], Read.Paragraphs(article));
    }

    [Theory]
    [InlineData("image:\n  title: A bridge at dusk\n  alt: A bridge\ntitle: Ferry runs again\nauthor: Jane Roe\n---")]
    [InlineData("title: Ferry runs again\nauthor:\n  name: Jane Roe\n  title: Chief reporter\nbyline: Jane Roe\n---")]
    [InlineData("Publish Date: 2026-05-03\nog:title: Ferry\ntitle: Ferry runs again\nauthors:\n  - name: Jane Roe\n    title: Chief reporter\nauthor: Jane Roe\n---")]
    [InlineData("title: Ferry runs again\nauthor: Jane Roe\n...")]
    public void What_is_said_of_a_part_is_no_field_of_the_article(string fields)
    {
        var article = Read.Text($"---\n{fields}\n\n{Body}\n\nNobody *knows* what comes next.\n");

        Assert.Equal(("Ferry runs again", Body), (article.Title, Read.Paragraphs(article)[0]));
    }

    [Fact]
    public void Quotes_without_end_are_read_or_too_deep() =>
        Assert.Contains(Record.Exception(() => Read.Text($"# Ferry\n\n{new string('>', 100_000)} {Body}")) is ArticleFormatException e ? e.Code : "read", new[] { "read", ArticleFormatCodes.TooDeep, ArticleFormatCodes.NoArticle });

    [Fact]
    public void Text_with_a_rule_above_it_is_text() =>
        Assert.Equal(ArticleFormat.PlainText, Read.Text($"---\n\n{Body}\n\n---\n").Format);

    [Theory]
    [InlineData("title: \"Roe\\_says \\u201Cyes\u201D\\\n  \\ to the ferry\"", "Roe says “yes” to the ferry")]
    [InlineData("title: Ferry runs again | Jane\n  Roe", "Ferry runs again | Jane Roe")]
    [InlineData("title: >\n  Ferry runs\n  again", "Ferry runs again")]
    [InlineData("title: |\n  Ferry runs: again", "Ferry runs: again")]
    [InlineData("title: 'Roe''s ferry runs'", "Roe's ferry runs")]
    [InlineData("title: Ferry: it runs", "Ferry: it runs")]
    [InlineData("title: [[[[[[[[[[[[\nheadline: Ferry", "[[[[[[[[[[[[")]
    public void A_field_may_be_written_as_yaml_writes_it(string field, string title) =>
        Assert.Equal(title, Read.Text($"---\n{field}\nauthor: Tom Poe\n---\n\n{Body}\n\nNobody *knows* what comes next.\n", "note.md").Title);

    [Fact]
    public void A_field_may_list_writers_and_be_named_with_other_hyphens()
    {
        var article = Read.Text($"---\ntitle: Ferry\nauthors:\n- name: Jane Roe\n  role: Reporter\n- Tom Poe\npublished_time: 2026-05-12 11:17:25-04:00\nSource-URL: https://lakeside.example/a\n---\n\n{Body}\n\nNobody *knows* what comes next.\n", "note.md");

        Assert.Equal(["Jane Roe", "Tom Poe"], article.Byline);
        Assert.Equal(("https://lakeside.example/a", new TimeOnly(11, 17, 25)), (article.Url, article.Published?.Time));
    }
}
