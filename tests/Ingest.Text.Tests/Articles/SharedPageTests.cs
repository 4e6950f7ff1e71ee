using Ingest.Text.Tests.Seeds;

namespace Ingest.Text.Tests.Articles;

/// <summary>A real page as text, which may be read from its place beside the checkout but not copied here.</summary>
public sealed class SharedPageTests
{
    private const string Page = "seeds/000_12eafa43fc0a9276.txt";

    [SharedFact(Page)]
    public void The_copied_page_yields_its_article_its_entities_and_its_quotes()
    {
        var found = Read(out var seed);

        Assert.Empty(seed.Expectations().Where(expectation => !expectation.IsMet(found)).Select(expectation => expectation.Title));
    }

    [SharedFact(Page)]
    public void No_heading_of_the_copied_page_is_a_quote()
    {
        var found = Read(out _);
        var body = Letters(found.Body);
        var others = File.ReadLines(Shared.PathOf(Page)).Where(line => !body.Contains(Letters(line), StringComparison.Ordinal)).ToArray();

        Assert.DoesNotContain(found.Quotes, quote => quote.Kind == "direct" && others.Any(line => line.Contains(quote.Text, StringComparison.Ordinal)));
    }

    /// <summary>Without blanks, some of which the page lost and the article got back.</summary>
    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static Found Read(out Seed seed)
    {
        seed = new Seed(Shared.PathOf(Page));
        return new Found(new Extractor().Extract(seed.Bytes, seed.Name)[0]);
    }
}
