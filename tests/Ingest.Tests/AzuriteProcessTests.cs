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
        using var other = await TakeUsualPortAsync();

        await using var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { PreferUsualPorts = true }, default);

        Assert.DoesNotContain(((IPEndPoint)other.LocalEndpoint).Port, new[] { azurite.Ports.Blob, azurite.Ports.Queue, azurite.Ports.Table });
    }

    // Another test's Azurite may have all of them for a while; what it has could be free again by the time that it counts.
    private static async Task<TcpListener> TakeUsualPortAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        for (var port = 10000; ; port = port == 10002 ? 10000 : port + 1)
        {
            var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return listener;
            }
            catch (SocketException)
            {
                listener.Dispose();
                await Task.Delay(100, patience.Token);
            }
        }
    }
}
