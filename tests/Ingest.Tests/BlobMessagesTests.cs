using System.Text.Json;
using Ingest.Audit;

namespace Ingest.Tests;

/// <summary>What messages in queues bring about.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class BlobMessagesTests(AzuriteFixture azurite)
{
    private const string Flood = "Flood in Arlen; 2024-05-01; Mara Voss; Mara Voss: The bridge will hold";

    [Theory]
    [InlineData("flood in arlen.txt", "flood%20in%20arlen.txt")]
    [InlineData("2024/über flood.txt", "2024/%C3%BCber%20flood.txt")]
    public async Task The_rows_of_a_deleted_blob_go(string name, string encoded)
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync(name, Flood);
        await installation.IngestAsync(name);
        await installation.DeleteAsync(name);

        await installation.Messages().DeletedAsync(Event(installation, encoded), default);

        Assert.Empty(await installation.DumpAsync());
    }

    [Fact]
    public async Task A_late_event_about_a_blob_that_is_there_again_takes_nothing()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood);
        await installation.IngestAsync("flood.txt");
        var rows = await installation.DumpAsync();

        await installation.Messages().DeletedAsync(Event(installation, "flood.txt"), default);

        Assert.Equal(rows, await installation.DumpAsync());
    }

    [Fact]
    public async Task What_the_host_gave_up_on_has_a_failure()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood);

        await installation.Messages().GivenUpAsync(await PoisonAsync(installation), default);

        var failure = await installation.Storage.Failures.NewestFirstAsync(default).SingleAsync();
        Assert.Equal(("given-up", 5), (failure.Reason, failure.Attempts));
    }

    [Fact]
    public async Task What_a_try_may_yet_write_over_is_recorded_once_more()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood + "\nCalm; 2024-06-01; Ana Lund\nMist; 2024-06-01; Ana Lund");
        await Assert.ThrowsAnyAsync<Exception>(() => installation.IngestAsync("flood.txt", RequestHooks.DieBefore(12)));
        var message = await PoisonAsync(installation);

        await Assert.ThrowsAsync<TimeoutException>(() => installation.Messages().GivenUpAsync(message, default));
        installation.LetEventsComeBack();
        await installation.Messages().GivenUpAsync(message, default);

        Assert.Equal(2, (await installation.DumpAsync()).Count);   // the failure and the article's row
        Assert.Empty(await installation.Audit().RunAsync(repair: false, default).OfType<AuditEvent.Found>().ToListAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("""{"data":{"url":"flood.txt"}}""")]
    [InlineData("""{"data":{"url":7}}""")]
    [InlineData("""{"data":{}}""")]
    [InlineData("""{"data":{"url":"https://news.blob.core.windows.net/articles"}}""")]
    [InlineData("""{"data":{"url":"https://news.blob.core.windows.net/elsewhere/flood.txt"}}""")]
    public async Task A_message_about_no_article_is_refused(string message)
    {
        var installation = await TestInstallation.OpenAsync(azurite);

        await Assert.ThrowsAsync<FormatException>(() => installation.Messages().DeletedAsync(message, default));
        await Assert.ThrowsAsync<FormatException>(() => installation.Messages().GivenUpAsync(message, default));
    }

    private static string Event(TestInstallation installation, string encodedName) =>
        $$"""
        {"topic":"/subscriptions/0/…/storageAccounts/news",
         "subject":"/blobServices/default/containers/{{installation.Storage.Container.Name}}/blobs/{{encodedName}}",
         "eventType":"Microsoft.Storage.BlobDeleted","id":"1","data":{"api":"DeleteBlob","blobType":"BlockBlob",
         "url":"https://news.blob.core.windows.net/{{installation.Storage.Container.Name}}/{{encodedName}}"},
         "dataVersion":"","metadataVersion":"1","eventTime":"2024-05-01T10:00:00Z"}
        """;

    /// <summary>What the host puts into the poison queue.</summary>
    private static async Task<string> PoisonAsync(TestInstallation installation)
    {
        var version =
            JsonSerializer.Serialize(
                (await installation.VersionAsync("flood.txt")).ToString("H"));   // with its quotation marks, as the host writes it
        return $$"""{"Type":"BlobTrigger","FunctionId":"Host.Functions.IngestOnEvent","BlobType":"BlockBlob","ContainerName":"{{installation.Storage.Container.Name}}","BlobName":"flood.txt","ETag":{{version}}}""";
    }
}
