using Azure.Data.Tables;

namespace Ingest.Tests;

[Collection(AzuriteCollection.Name)]
public sealed class NameSearchTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("Reddy", "anitha-reddy", "mohan-reddy")]
    [InlineData("REDDY", "anitha-reddy", "mohan-reddy")]
    [InlineData("anitha", "anitha-reddy")]
    [InlineData("Nunez", "ana-nunez-lopez")]
    [InlineData("Núñez López", "ana-nunez-lopez")]
    [InlineData("Red")]
    [InlineData("Reddy Mohan")]
    [InlineData("?")]
    public async Task Names_that_hold_the_words_are_found(string words, params string[] names)
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync(
            "a.txt",
            "Flood; 2024-05-01; Anitha Reddy, Mohan Reddy, Ana Núñez López; Mohan Reddy: No; Anitha Reddy: Yes; Ana Núñez López: So");
        await installation.DropAsync("b.txt", "Calm; 2024-05-02; Anitha Reddy; Anitha Reddy: Yes");
        await installation.IngestAsync("a.txt");
        await installation.IngestAsync("b.txt");

        Assert.Equal(names, await installation.Storage.MentionsByEntity.NamesWithAsync(words, default).ToListAsync());
        Assert.Equal(names, await installation.Storage.QuotesBySpeaker.NamesWithAsync(words, default).ToListAsync());
    }

    [Fact]
    public async Task One_who_is_named_more_often_than_a_page_holds_hides_nobody()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        var table = installation.Tables().Single(table => table.Name.EndsWith("MentionsByEntity", StringComparison.Ordinal));
        for (var batch = 0; batch < 25; batch++)
        {
            await table.SubmitTransactionAsync(Enumerable.Range(batch * 100, 100).Select(n =>
                new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("person|bela-voss", $"{n:D4}"))));
        }

        foreach (var name in new[] { "ana-voss", "carl-voss", "tom-reed" })
            await table.AddEntityAsync(new TableEntity($"person|{name}", "1"));

        Assert.Equal(
            ["ana-voss", "bela-voss", "carl-voss"],
            await installation.Storage.MentionsByEntity.NamesWithAsync("Voss", default).ToListAsync());
    }
}
