using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Ingest.Tests;

/// <summary>What the Functions host tells of the blob that it calls for, in an account that keeps versions.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class KnownBlobVersionTests(AzuriteFixture azurite)
{
    private const string Flood = "Flood in Arlen; 2024-05-01; Mara Voss; Mara Voss: The bridge will hold";
    private const string Calm = "Calm in Arlen; 2024-06-01; Ana Lund; Ana Lund: At last";

    [Fact]
    public async Task An_event_that_comes_twice_costs_one_read_of_a_table()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood);
        await installation.IngestAsync("flood.txt", await SeeAsync(installation), new VersioningAccount());
        var account = new VersioningAccount();

        var outcome = await installation.IngestAsync("flood.txt", await SeeAsync(installation), account);

        Assert.IsType<IngestOutcome.Unchanged>(outcome);
        Assert.Equal(1, account.Requests);
    }

    [Fact]
    public async Task A_late_event_brings_in_the_newer_blob_whose_own_event_then_finds_it_there()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood);
        await installation.IngestAsync("flood.txt", await SeeAsync(installation), new VersioningAccount());
        await installation.DropAsync("flood.txt", Calm);
        var account = new VersioningAccount();

        var late = await installation.IngestAsync("flood.txt", await SeeAsync(installation), new VersioningAccount());
        var own = await installation.IngestAsync("flood.txt", await SeeAsync(installation), account);

        Assert.IsType<IngestOutcome.Ingested>(late);
        Assert.IsType<IngestOutcome.Unchanged>(own);
        Assert.Equal(1, account.Requests);
        Assert.Equal("Calm in Arlen", (await installation.Storage.ArticlesByDay.NewestFirstAsync(default).SingleAsync()).Title);
    }

    [Fact]
    public async Task What_the_host_saw_before_the_tables_held_more_is_looked_up_again()
    {
        var installation = await TestInstallation.OpenAsync(azurite);
        await installation.DropAsync("flood.txt", Flood);
        var old = await SeeAsync(installation);
        await installation.DropAsync("flood.txt", Calm);
        await installation.IngestAsync("flood.txt", await SeeAsync(installation), new VersioningAccount());
        var rows = await installation.DumpAsync();
        var account = new VersioningAccount();

        var outcome = await installation.IngestAsync("flood.txt", old, account);

        Assert.IsType<IngestOutcome.Unchanged>(outcome);
        Assert.Equal(2, account.Requests);   // the row, and the blob: not read, for it is the row's
        Assert.Equal(rows, await installation.DumpAsync());
    }

    [Theory]
    [InlineData("""{"LastModified":"2026-11-25T02:31:21+00:00","ETag":{},"VersionId":null}""")]
    [InlineData("""{"VersionId":""}""")]
    [InlineData("""{"VersionId":{}}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("Azure.Storage.Blobs.Models.BlobProperties")]
    [InlineData(null)]
    public void Properties_without_a_version_tell_nothing(string? properties)
    {
        Assert.Null(KnownBlobVersion.OfTrigger(
            new Dictionary<string, object?> { ["BlobTrigger"] = "articles/flood.txt", ["Properties"] = properties }));
        Assert.Null(KnownBlobVersion.OfTrigger(new Dictionary<string, object?>()));
    }

    private static async Task<KnownBlobVersion?> SeeAsync(TestInstallation installation)
    {
        var id = VersioningAccount.IdOf((await installation.VersionAsync("flood.txt")).ToString("H"));
        return KnownBlobVersion.OfTrigger(
            new Dictionary<string,
            object?>
            { ["Properties"] = JsonSerializer.Serialize(new { ETag = new { }, VersionId = id, IsLatestVersion = true }) });
    }
}

/// <summary>Azurite keeps no versions of blobs; this names them, as the service does, in the answers.</summary>
internal sealed class VersioningAccount : HttpPipelinePolicy
{
    private int _requests;

    public int Requests => _requests;

    public static string IdOf(string etag) => $"version of {etag}";

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Interlocked.Increment(ref _requests);
        await ProcessNextAsync(message, pipeline);
        var (answer, content) = (message.Response, message.Response.ContentStream);
        if (answer.Headers.TryGetValue("x-ms-blob-type", out _))
        {
            message.Response = new MadeUpResponse(
                answer.Status,
                [
                    .. answer.Headers.Select(header => (header.Name, header.Value)),
                    ("x-ms-version-id", IdOf(answer.Headers.ETag!.Value.ToString("H")))])
            {
                ContentStream = content,
                ClientRequestId = answer.ClientRequestId,
            };
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
}
