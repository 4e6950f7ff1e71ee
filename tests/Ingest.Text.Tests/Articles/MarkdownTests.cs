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

    [Fact]
    public void Quotes_without_end_are_read_or_too_deep() =>
        Assert.Contains(Record.Exception(() => Read.Text($"# Ferry\n\n{new string('>', 100_000)} {Body}")) is ArticleFormatException e ? e.Code : "read", new[] { "read", ArticleFormatCodes.TooDeep, ArticleFormatCodes.NoArticle });

    [Fact]
    public void Text_with_a_rule_above_it_is_text() =>
        Assert.Equal(ArticleFormat.PlainText, Read.Text($"---\n\n{Body}\n\n---\n").Format);
}
