using Ingest.Text.Articles;
using Ingest.Text.Documents;
using Ingest.Text.Quotes.Speakers;

namespace Ingest.Text.Tests.Quotes.Speakers;

public class SignedPostsTests
{
    [Theory]
    [InlineData("The bridge is open. I crossed it! — Jane Roe (@janeroe) May 3, 2026", "Jane Roe", "The bridge is open. I crossed it!")]
    [InlineData("The bridge is open — at last. – Jane Roe (@jane_roe)", "Jane Roe", "The bridge is open — at last.")]
    [InlineData("The bridge is open https://example.org/a pic.twitter.com/b1 — Elm Council (@elm) 3 May 2026", "Elm Council", "The bridge is open")]
    [InlineData("The bridge is open — Jane Roe (@janeroe.example) May 3, 2026 at 9:31 AM", "Jane Roe", "The bridge is open")]
    [InlineData("It rained.\n\nThe bridge is open.\n\n— Jane Roe (@janeroe) May 3, 2026", "Jane Roe", "The bridge is open.")]
    public void Who_signs_a_post_wrote_it(string text, string name, string words)
    {
        var post = Assert.Single(Find(text));

        Assert.Equal((name, words), (post.Name.In(text).ToString(), post.Words.In(text).ToString()));
    }

    [Theory]
    [InlineData("The reporter — Jane Roe (@janeroe) — was late.")]
    [InlineData("Follow Jane Roe (@janeroe) on Monday.")]
    [InlineData("— Jane Roe (@janeroe) May 3, 2026")]
    [InlineData("On Monday the council wrote:\n\n— Jane Roe (@janeroe) May 3, 2026")]
    [InlineData("Thanks! — Jane Roe (@janeroe) May 3, 2026")]
    [InlineData("“The bridge is open.” — Jane Roe (@janeroe) May 3, 2026")]
    [InlineData("The bridge is open — Jane Roe (@jane roe)")]
    [InlineData("Poe met the head of the union — the former mayor Jane Roe (@janeroe)")]
    [InlineData("For more on this see our page. – Jane Roe (@janeroe) page 12")]
    public void What_is_signed_otherwise_is_no_post(string text) => Assert.Empty(Find(text));

    [Fact]
    public void Its_writer_is_somebody_of_the_article_and_nobody_says_it_again()
    {
        var article = new Article { Format = ArticleFormat.PlainText, Text = "Jane Roe crossed the bridge on Monday.\n\nOfficials said it was shut, I know — Jane Roe (@janeroe) May 3, 2026" };

        var quote = Assert.Single(new Extractor().Extract(article, "post.txt").Quotes);

        Assert.Equal(("person|jane-roe", 0.9), (quote.Speaker!.EntityKey, quote.Confidence));
    }

    private static IReadOnlyList<SignedPost> Find(string text) => SignedPosts.Find(Document.Parse(text));
}
