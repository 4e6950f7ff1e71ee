using System.Net;
using System.Net.Sockets;
using Azure.Data.Tables;
using Ingest.Cli.Azurite;

namespace Ingest.Tests;

public sealed class AzuriteProcessTests
{
    [Fact]
    public async Task What_it_holds_survives_a_restart_in_the_same_folder()
    {
        var folder = Directory.CreateTempSubdirectory("ingest-tests-").FullName;
        await using (var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { Folder = folder }, default))
        {
            await new TableClient(azurite.ConnectionString, "Kept").CreateAsync();
            await new TableClient(azurite.ConnectionString, "Kept").AddEntityAsync(new TableEntity("p", "r"));
        }

        await using (var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { Folder = folder }, default))
            Assert.Equal("r", (await new TableClient(azurite.ConnectionString, "Kept").GetEntityAsync<TableEntity>("p", "r")).Value.RowKey);

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task It_takes_other_ports_when_one_of_the_usual_is_taken()
    {
        using var other = new TcpListener(IPAddress.Loopback, 10001);
        TryStart(other);

        await using var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { PreferUsualPorts = true }, default);

        Assert.DoesNotContain(10001, new[] { azurite.Ports.Blob, azurite.Ports.Queue, azurite.Ports.Table });
    }

    // Somebody else may have taken it already, which is as good.
    private static void TryStart(TcpListener listener)
    {
        try
        {
            listener.Start();
        }
        catch (SocketException)
        {
        }
    }
}
