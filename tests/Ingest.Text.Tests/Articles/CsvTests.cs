using System.Text;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Articles;

/// <summary>Tables of articles, as archives and crawlers write them.</summary>
public sealed class CsvTests
{
    private const string Lead = "The ferry between Oster and Vale ran again on Monday after a month in the dock.";
    private const string Second = "Commuters had driven around the lake, an hour and a half each way, since the engine failed.";

    private static FileContents<Article> All(string text, string name = "dump.csv", ArticleLimits? limits = null) =>
        ArticleReader.Read(Encoding.UTF8.GetBytes(text), name, limits);

    [Fact]
    public void A_row_is_an_article_and_the_names_of_columns_say_what_it_has()
    {
        var articles = All($"""
            ,url,Title,Author,publish_date,content
            0,https://lakeside.example/a,"Ferry runs, again",Jane Roe,2026-05-01,"{Lead}

            ""We could not wait,"" she said."
            1,https://lakeside.example/b,Lake freezes,Tom Poe,2026-05-02,"{Second}"
            """);

        Assert.Equal(["Ferry runs, again", "Lake freezes"], articles.Select(article => article.Title));
        Assert.Equal($"{Lead}\n\n\"We could not wait,\" she said.", articles[0].Text);
        Assert.Equal(("https://lakeside.example/b", "Tom Poe", new DateOnly(2026, 5, 2), ArticleFormat.Csv), (articles[1].Url, articles[1].Byline[0], articles[1].Published?.Day, articles[1].Format));
    }

    [Theory]
    [InlineData("dump.csv", ";")]
    [InlineData("dump.tsv", "\t")]
    [InlineData("dump.txt", ",")]
    [InlineData("dump", "|")]
    public void Columns_may_be_divided_otherwise_and_the_file_be_called_anything(string name, string delimiter) =>
        Assert.Equal(["Ferry runs", "Lake freezes"], All($"id,title,text\n1,Ferry runs,\"{Lead}\"\n2,Lake freezes,\"{Lead}\"\n".Replace(",", delimiter, StringComparison.Ordinal), name).Select(article => article.Title));

    [Theory]
    [InlineData("id,article_title,article_text\n1,Ferry runs,\"{0}\"\n")]
    [InlineData("id,article,heading\n1,\"{0}\",Ferry runs\n")]
    public void Names_may_have_another_before_them(string table) => Assert.Equal(("Ferry runs", Lead), (All(string.Format(table, Lead))[0].Title, All(string.Format(table, Lead))[0].Text));

    [Fact]
    public void A_row_without_a_text_is_passed_over() =>
        Assert.Equal("Lake freezes", Assert.Single(All($"id,title,text\n1,Ferry runs,\n2,Lake freezes,\"{Lead}\"\n3\n")).Title);

    [Fact]
    public void A_table_without_texts_is_refused_by_its_columns()
    {
        var failure = Assert.Throws<ArticleFormatException>(() => All("town,boats,people\nOster,3,4000\n"));

        Assert.Equal(ArticleFormatCodes.NoArticle, failure.Code);
        Assert.Contains("'town', 'boats', 'people'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_rows_than_articles_are_allowed_are_too_many() =>
        Assert.Equal(ArticleFormatCodes.TooMany, Assert.Throws<ArticleFormatException>(() => All($"id,title,text\n1,Ferry,\"{Lead}\"\n2,Lake,\"{Lead}\"\n", limits: new ArticleLimits { MaxArticles = 1 })).Code);

    [Theory]
    [InlineData("Title, date, story and text were the words that she used.")]
    [InlineData("Oster, Vale, Elm")]
    public void A_line_of_prose_is_no_head_of_a_table(string first) =>
        Assert.Equal(ArticleFormat.PlainText, Read.Text($"{first}\n\n{Lead}\n\n{Second}").Format);

    [Fact]
    public void Json_may_have_names_with_another_before_them() =>
        Assert.Equal("Ferry runs", Read.Text($$"""{"CONTENT_TITLE": "Ferry runs", "CONTENT_TYPE": "story", "TEXT": "{{Lead}}"}""", "dump.json").Title);
}
