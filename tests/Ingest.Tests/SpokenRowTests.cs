using Ingest.Rows;
using Ingest.Text.Quotes;

namespace Ingest.Tests;

[Collection(AzuriteCollection.Name)]
public sealed class SpokenRowTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("person|mara-voss", "person|mara-voss")]
    [InlineData(null, "-a")]
    public void Quotes_of_nobody_known_are_divided_by_the_article(string? speaker, string partition)
    {
        var article = new ArticleRow { Id = "a0", Blob = "articles/flood.txt", Status = ArticleStatus.Ready, BlobETag = "1", Engine = "1.0", Uploaded = DateTimeOffset.UnixEpoch };

        var row = SpokenRow.ToEntity(article, new QuoteRow(1, QuoteKind.Direct, "We wait", "residents", speaker, null, "said", 0.9, "nominal"));

        Assert.Equal(partition, row.PartitionKey);
    }

    [Fact]
    public async Task Quotes_of_nobody_known_are_found_by_their_words_and_under_no_name()
    {
        var newsroom = await Newsroom.OpenAsync(azurite);
        var table = newsroom.Tables().Single(table => table.Name.EndsWith("QuotesBySpeaker", StringComparison.Ordinal));
        var article = new ArticleRow { Id = "a0", Blob = "articles/flood.txt", Status = ArticleStatus.Ready, BlobETag = "1", Engine = "1.0", Uploaded = DateTimeOffset.UnixEpoch };
        await table.AddEntityAsync(SpokenRow.ToEntity(article, new QuoteRow(1, QuoteKind.Direct, "We wait", "residents", null, null, "said", 0.9, "nominal")));

        Assert.Empty(await newsroom.Storage.QuotesBySpeaker.NamesWithAsync("a", default).ToListAsync());
        Assert.Equal("nominal", (await newsroom.Storage.QuotesBySpeaker.FindAsync(null, "wait", default).SingleAsync()).Quote.SpeakerKind);
    }
}
