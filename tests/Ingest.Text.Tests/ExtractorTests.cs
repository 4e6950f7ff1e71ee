using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests;

public sealed class ExtractorTests
{
    private const string Sentence = "Karin Berg, the harbour master, said on Friday that the pier would stay closed until the spring.";

    // One for the class: the models are read at its first article.
    private static readonly Extractor Extractor = new();

    [Fact]
    public void A_text_that_is_longer_than_the_limit_is_too_large()
    {
        var bytes = Encoding.UTF8.GetBytes(Times(Sentence + " ", 15));

        var failure = Assert.Throws<ArticleFormatException>(() => Extractor.Extract(bytes, "story.txt", new ArticleLimits { MaxTextLength = 1000 }));

        Assert.Equal(ArticleFormatCodes.TooLarge, failure.Code);
        Assert.Single(Extractor.Extract(bytes, "story.txt"));
    }

    [Fact]
    public void Texts_that_are_longer_together_than_the_limit_are_too_large()
    {
        string[] lines = [.. Enumerable.Range(0, 4).Select(i => $$"""{"title":"Pier {{i}}","text":"{{Times(Sentence + " ", 5)}}"}""")];
        var log = $$"""{"title":"Log","text":"{{Times(Sentence + " ", 50)}}"}""";

        var failure = Assert.Throws<ArticleFormatException>(() => Extract(lines, most: 1000));

        Assert.Equal(ArticleFormatCodes.TooLarge, failure.Code);
        Assert.Equal(4, Extract([.. lines, log], most: 3000).Count);   // what is too long by itself is not looked through

        static FileContents<Extraction> Extract(string[] lines, long most) =>
            Extractor.Extract(Encoding.UTF8.GetBytes(string.Join('\n', lines)), "stories.jsonl", new ArticleLimits { MaxTextOfAll = most, MaxTextLength = 1000 });
    }

    [Fact]
    public void The_work_on_many_articles_can_be_called_off() => Assert.Throws<OperationCanceledException>(
        () => Extractor.Extract("{\"title\":\"Pier\",\"text\":\"No.\"}\n{\"title\":\"Pier\",\"text\":\"Yes.\"}"u8.ToArray(), "stories.jsonl", null, new CancellationToken(canceled: true)));

    [Fact]
    public void One_article_of_several_that_fails_costs_none_of_the_others()
    {
        string[] texts = [Sentence, Times(Sentence + " ", 15), $"{Sentence} Nobody was hurt."];
        var lines = Encoding.UTF8.GetBytes(string.Join('\n', texts.Select(text => $$"""{"title":"Pier","text":"{{text}}"}""")));

        var extractions = Extractor.Extract(lines, "stories.jsonl", new ArticleLimits { MaxTextLength = 1000 });

        Assert.Equal(["stories.jsonl#1", "stories.jsonl#2"], extractions.Select(extraction => extraction.Source));
        var unread = Assert.Single(extractions.Unread);
        Assert.Equal(("article 2", ArticleFormatCodes.TooLarge), (unread.Name, unread.Code));
    }

    [Fact]
    public void Where_all_of_several_fail_so_does_the_file()
    {
        var line = $$"""{"title":"Pier","text":"{{Times(Sentence + " ", 15)}}"}""";

        var failure = Assert.Throws<ArticleFormatException>(
            () => Extractor.Extract(Encoding.UTF8.GetBytes($"{line}\n{line}"), "stories.jsonl", new ArticleLimits { MaxTextLength = 1000 }));

        Assert.Equal(ArticleFormatCodes.TooLarge, failure.Code);
    }

    [Fact]
    public void A_fault_of_the_program_is_told_with_its_place()
    {
        var fault = Record.Exception(Fail);

        var reason = ArticleFormatException.Of(fault);

        Assert.Equal(ArticleFormatCodes.Internal, reason.Code);
        Assert.Equal($"The engine failed over it, in ExtractorTests.Fail: FormatException: {fault.Message}", reason.Message);
        Assert.Same(reason, ArticleFormatException.Of(reason));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fail() => int.Parse("four", CultureInfo.InvariantCulture);

    private static string Times(string part, int count) => new StringBuilder(part.Length * count).Insert(0, part, count).ToString();
}
