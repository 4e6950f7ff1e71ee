using Ingest.Rows;
using Ingest.Text.Quotes;

namespace Ingest.Tests.Rows;

[Collection(AzuriteCollection.Name)]
public sealed class SpokenRowTests(AzuriteFixture azurite)
{
    private static readonly ArticleRow Flood = new()
    {
        Id = "a0",
        Blob = "articles/flood.txt",
        Status = ArticleStatus.Ready,
        BlobETag = "1",
        Engine = "1.0",
        Uploaded = DateTimeOffset.UnixEpoch,
    };

    [Theory]
    [InlineData("person|mara-voss", "person|mara-voss")]
    [InlineData(null, "-a")]
    public void Quotes_of_nobody_known_are_divided_by_the_article(string? speaker, string partition)
    {
        var rows =
            SpokenRow.ToEntities(Flood, new QuoteRow(1, QuoteKind.Direct, "We wait", "residents", speaker, null, "said", 0.9, "nominal"));

        Assert.Equal(partition, Assert.Single(rows).PartitionKey);
    }

    [Fact]
    public async Task Quotes_of_nobody_known_are_found_by_their_words_and_under_no_name()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        var table = installation.Tables().Single(table => table.Name.EndsWith("QuotesBySpeaker", StringComparison.Ordinal));
        await table.AddEntityAsync(SpokenRow.ToEntities(
            Flood, new QuoteRow(1, QuoteKind.Direct, "We wait", "residents", null, null, "said", 0.9, "nominal")).Single());

        Assert.Empty(await installation.Storage.QuotesBySpeaker.NamesWithAsync("a", default).ToListAsync());
        var spoken = await installation.Storage.QuotesBySpeaker.FindAsync(null, "wait", default).SingleAsync();
        Assert.Equal("nominal", spoken.Quote.SpeakerKind);
    }

    [Fact]
    public async Task What_several_say_together_is_found_with_each_and_among_all_once()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync(
            "dam.txt", "Dam to be raised; 2024-05-01; Mara Voss, Peter Lund; Mara Voss & Peter Lund: It will be raised");
        await installation.IngestAsync("dam.txt");
        var quotes = installation.Storage.QuotesBySpeaker;

        var withOne = await quotes.FindAsync("Mara Voss", null, default).SingleAsync();
        var withOther = await quotes.FindAsync("Peter Lund", null, default).SingleAsync();

        Assert.Equal(withOne, withOther);
        Assert.Equal(
            ("Mara Voss", "person|peter-lund", "Peter Lund"),
            (withOne.Quote.SpeakerName, withOne.Quote.JointKeys, withOne.Quote.JointNames));
        Assert.Equal(withOne, await quotes.FindAsync(null, null, default).SingleAsync());
    }
}
