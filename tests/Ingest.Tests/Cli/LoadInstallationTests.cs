using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ingest.Cli.Load;

namespace Ingest.Tests.Cli;

public sealed class LoadInstallationTests
{
    [Theory]
    [InlineData("articles", "load1Articles")]
    [InlineData("load-1-articles", "Articles")]
    public async Task What_is_not_of_a_measurement_is_not_deleted(string container, string table)
    {
        var (blobs, tables) = (new BlobServiceClient("UseDevelopmentStorage=true"), new TableServiceClient("UseDevelopmentStorage=true"));

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => LoadInstallation.DeleteAsync(blobs, tables, [container], [table], CancellationToken.None));

        Assert.Contains(" is not of a measurement and is not deleted.", refused.Message, StringComparison.Ordinal);
    }
}
