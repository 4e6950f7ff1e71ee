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
    public async Task It_takes_the_preferred_ports_when_nobody_has_any_of_them()
    {
        var ports = QuietPorts.Find();

        await using var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { PreferredPorts = ports }, default);

        Assert.Equal(ports, azurite.Ports);
    }

    [Fact]
    public async Task It_takes_other_ports_when_one_of_the_preferred_is_taken()
    {
        var (ports, listeners) = QuietPorts.Listen();
        listeners[1..].ForEach(listener => listener.Dispose());
        using var taken = listeners[0];

        await using var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { PreferredPorts = ports }, default);

        Assert.DoesNotContain(ports.Blob, new[] { azurite.Ports.Blob, azurite.Ports.Queue, azurite.Ports.Table });
    }

    [Fact]
    public async Task Two_that_start_at_once_take_no_port_from_each_other()
    {
        var ports = QuietPorts.Find();
        var options = new AzuriteOptions { PreferredPorts = ports };

        var both = await Task.WhenAll(AzuriteProcess.StartAsync(options, default), AzuriteProcess.StartAsync(options, default));
        await using var one = both[0];
        await using var other = both[1];

        await new TableClient(one.ConnectionString, "Mine").CreateAsync();
        Assert.Empty(await new TableServiceClient(other.ConnectionString).QueryAsync().ToListAsync());
    }
}
