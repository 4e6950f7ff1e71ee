using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ingest.Cli;
using Ingest.Delivery;
using Ingest.Text.Articles;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ingest.Tests;

public sealed class IngestRegistrationTests
{
    [Fact]
    public void A_connection_string_gives_both_services()
    {
        using var services = Services(("AzureWebJobsStorage", "UseDevelopmentStorage=true"));

        Assert.Equal(10000, services.GetRequiredService<BlobServiceClient>().Uri.Port);
        Assert.Equal(10002, services.GetRequiredService<TableServiceClient>().Uri.Port);
    }

    [Fact]
    public void One_pipeline_serves_all_triggers()
    {
        using var services = Services(("AzureWebJobsStorage", "UseDevelopmentStorage=true"));

        Assert.Same(services.GetRequiredService<IngestPipeline>(), services.GetRequiredService<IngestPipeline>());
    }

    [Fact]
    public void The_addresses_of_an_account_give_both_services_under_the_apps_identity()
    {
        using var services = Services(
            ("AzureWebJobsStorage:blobServiceUri", "https://news.blob.core.windows.net"),
            ("AzureWebJobsStorage:tableServiceUri", "https://news.table.core.windows.net"),
            ("AzureWebJobsStorage:credential", "ManagedIdentity"),
            ("AzureWebJobsStorage:clientId", "11111111-1111-1111-1111-111111111111"));

        Assert.Equal("news.blob.core.windows.net", services.GetRequiredService<BlobServiceClient>().Uri.Host);
        Assert.Equal("news.table.core.windows.net", services.GetRequiredService<TableServiceClient>().Uri.Host);
    }

    [Theory]
    [InlineData("AzureWebJobsStorage", "nonsense", "AzureWebJobsStorage is no connection string")]
    [InlineData("AzureWebJobsStorage:blobServiceUri", "news", "AzureWebJobsStorage__blobServiceUri is \"news\"")]
    [InlineData(
        "AzureWebJobsStorage:blobServiceUri", "https://news.blob.core.windows.net", "AzureWebJobsStorage__tableServiceUri is missing")]
    [InlineData("IngestStorage", "nonsense", "IngestStorage is no connection string")]
    [InlineData("IngestStorage:blobServiceUri", "news", "IngestStorage__blobServiceUri is \"news\"")]
    [InlineData("IngestStorage:tableServiceUri", "https://news.table.core.windows.net", "IngestStorage__blobServiceUri is missing")]
    [InlineData(
        "IngestStorage:credential", "managedidentity", "IngestStorage is missing: a connection string, or IngestStorage__blobServiceUri")]
    [InlineData("IngestStorage:accountName", "news", "IngestStorage__accountName is \"news\", which is no address")]
    [InlineData(
        "AzureWebJobsStorage:accountName",
        "host",
        "AzureWebJobsStorage__accountName is \"host\", the host's own account, and IngestStorage is missing")]
    [InlineData("Other", "", "IngestStorage is missing")]
    public void What_is_wrong_with_the_connection_is_said_by_the_name_of_the_setting(string setting, string value, string message)
    {
        using var services = Services((setting, value));

        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<BlobServiceClient>());

        Assert.StartsWith(message, error.Message);
    }

    [Theory]
    [InlineData("queueServiceUri", "news", "IngestStorage__queueServiceUri is \"news\"")]
    [InlineData(
        "credential",
        "password",
        "IngestStorage__credential is \"password\"; supported are \"managedidentity\", with IngestStorage__clientId")]
    public void Beside_good_addresses_the_rest_is_looked_at(string part, string value, string message)
    {
        using var services = Services(
            ("IngestStorage:blobServiceUri", "https://news.blob.core.windows.net"),
            ("IngestStorage:tableServiceUri", "https://news.table.core.windows.net"),
            ("IngestStorage:" + part, value));

        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<BlobServiceClient>());

        Assert.StartsWith(message, error.Message);
    }

    [Fact]
    public void The_articles_account_goes_before_the_hosts()
    {
        using var services = Services(
            ("AzureWebJobsStorage", "UseDevelopmentStorage=true"),
            ("IngestStorage:blobServiceUri", "https://news.blob.core.windows.net"),
            ("IngestStorage:queueServiceUri", "https://news.queue.core.windows.net"),
            ("IngestStorage:tableServiceUri", "https://news.table.core.windows.net"));

        Assert.Equal("news.blob.core.windows.net", services.GetRequiredService<BlobServiceClient>().Uri.Host);
        Assert.Equal("news.table.core.windows.net", services.GetRequiredService<TableServiceClient>().Uri.Host);
    }

    [Fact]
    public void A_part_of_the_articles_account_is_not_filled_up_from_the_hosts()
    {
        using var services = Services(
            ("AzureWebJobsStorage", "UseDevelopmentStorage=true"),
            ("IngestStorage:blobServiceUri", "https://news.blob.core.windows.net"));

        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<BlobServiceClient>());

        Assert.StartsWith("IngestStorage__tableServiceUri is missing", error.Message);
    }

    [Fact]
    public void An_empty_setting_is_none()
    {
        using var services =
            Services(("IngestStorage", ""), ("IngestStorage:clientId", " "), ("AzureWebJobsStorage", "UseDevelopmentStorage=true"));

        Assert.Equal(10000, services.GetRequiredService<BlobServiceClient>().Uri.Port);
    }

    [Fact]
    public void A_blank_connection_string_beside_addresses_is_none()
    {
        using var services = Services(
            ("IngestStorage", " "),
            ("IngestStorage:blobServiceUri", "https://news.blob.core.windows.net"),
            ("IngestStorage:tableServiceUri", "https://news.table.core.windows.net"));

        Assert.Equal("news.blob.core.windows.net", services.GetRequiredService<BlobServiceClient>().Uri.Host);
        Assert.Equal("news.table.core.windows.net", services.GetRequiredService<TableServiceClient>().Uri.Host);
    }

    [Theory]
    [InlineData(
        "Ingest:ArticlesContainer", "No Container", "Ingest:ArticlesContainer is \"No Container\"; it takes the name of a container")]
    [InlineData("Ingest:ExtractionsContainer", "", "Ingest:ExtractionsContainer is \"\"; it takes the name of a container")]
    [InlineData("Ingest:ExtractionsContainer", "articles", "Ingest:ExtractionsContainer is \"articles\", the container of the articles")]
    [InlineData("Ingest:MaxBlobBytes", "0", "Ingest:MaxBlobBytes is 0; it takes a number from 1024 to 1073741824.")]
    [InlineData("Ingest:Limits:MaxRatio", "1", "Ingest:Limits:MaxRatio is 1; it takes a number from ")]
    [InlineData("Ingest:Limits:MaxUnpackedBytes", "0", "Ingest:Limits:MaxUnpackedBytes is 0; it takes a number from ")]
    [InlineData("Ingest:Limits:MaxFile", "1", "Ingest:Limits:MaxFile is no setting. These are: ")]
    [InlineData("Ingest:Concurrency", "65", "Ingest:Concurrency is 65; it takes a number from 1 to 64.")]
    [InlineData("Ingest:Concurrency", "many", "Failed to convert configuration value 'many' at 'Ingest:Concurrency'")]
    [InlineData("Ingest:TablePrefix", "1st", "Ingest:TablePrefix is \"1st\"; it takes up to 20 letters and digits")]
    [InlineData("Ingest:Concurency", "4", "Ingest:Concurency is no setting. These are: ArticlesContainer, ")]
    public void A_setting_that_cannot_be_is_refused_by_its_name(string setting, string value, string message)
    {
        using var services = Services(("AzureWebJobsStorage", "UseDevelopmentStorage=true"), (setting, value));

        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<IngestOptions>>().Value);

        Assert.StartsWith(message, error.Message);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        using var services =
            Services(("AzureWebJobsStorage", "UseDevelopmentStorage=true"), ("Ingest:Concurrency", "0"), ("Ingest:TablePrefix", "-"));

        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<IngestOptions>>().Value);

        Assert.Equal(2, error.Failures.Count());
    }

    [Fact]
    public void Every_limit_of_reading_is_a_setting()
    {
        foreach (var limit in typeof(ArticleLimits).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            using var services = Services(("AzureWebJobsStorage", "UseDevelopmentStorage=true"), ($"Ingest:Limits:{limit.Name}", "0"));
            using var changed = Services(("AzureWebJobsStorage", "UseDevelopmentStorage=true"), ($"Ingest:Limits:{limit.Name}", "1111"));

            var error = Record.Exception(() => services.GetRequiredService<IOptions<IngestOptions>>().Value);
            var bound = Record.Exception(() => changed.GetRequiredService<IOptions<IngestOptions>>().Value);

            Assert.Contains(limit.Name, Assert.IsType<OptionsValidationException>(error).Message);
            Assert.True(
                bound is OptionsValidationException
                    || Convert.ToInt64(limit.GetValue(changed.GetRequiredService<IOptions<IngestOptions>>().Value.Limits), null) == 1111,
                limit.Name);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_busy_storage_is_asked_as_often_as_is_said(int tries)
    {
        var busy = new BusyStorage();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("IngestStorage", (string?)"UseDevelopmentStorage=true")])
            .Build();
        await using var services = new ServiceCollection().AddLogging()
            .AddIngest(configuration, tries)
            .AddSingleton<HttpPipelinePolicy>(busy)
            .BuildServiceProvider();

        await Assert.ThrowsAsync<RequestFailedException>(() => services.GetRequiredService<TableServiceClient>().GetPropertiesAsync());
        await Assert.ThrowsAsync<RequestFailedException>(() => services.GetRequiredService<BlobServiceClient>().GetPropertiesAsync());

        Assert.Equal(2 * tries, busy.Requests);
    }

    [Fact]
    public void Under_a_trigger_an_attempt_waits_for_longer_than_the_host_between_two_and_less_than_its_run()
    {
        var retry = new BlobClientOptions().Retry;

        IngestRegistration.Wait(retry, IngestRegistration.TriesUnderTrigger);

        var pauses = Enumerable.Range(0, retry.MaxRetries)
            .Sum(n => Math.Min(retry.MaxDelay.TotalSeconds, retry.Delay.TotalSeconds * Math.Pow(2, n)));
        Assert.InRange(pauses, 40, RunRegister.Life.TotalSeconds / 4);
    }

    [Fact]
    public void The_host_gives_up_after_as_many_tries_as_the_watcher_and_lets_each_wait_and_run_to_its_end()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(WorkingTree.Root!, "host.json")));
        var extensions = host.RootElement.GetProperty("extensions");

        Assert.Equal(RetriedDelivery.MaxTries, extensions.GetProperty("blobs").GetProperty("poisonBlobThreshold").GetInt32());
        Assert.Equal(RetriedDelivery.MaxTries, extensions.GetProperty("queues").GetProperty("maxDequeueCount").GetInt32());
        Assert.True(TimeSpan.Parse(host.RootElement.GetProperty("functionTimeout").GetString()!, CultureInfo.InvariantCulture)
            >= IngestRegistration.PatienceUnderTrigger + RunRegister.Life + TimeSpan.FromMinutes(1));
    }

    /// <summary>Answers 503 to everything.</summary>
    private sealed class BusyStorage : HttpPipelinePolicy
    {
        public int Requests { get; private set; }

        public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            Requests++;
            message.Response = new MadeUpResponse(503, []);
            return ValueTask.CompletedTask;
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
        return new ServiceCollection().AddLogging().AddIngest(configuration).BuildServiceProvider();
    }
}
