using System.Text.Json;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Tests;

/// <summary>
/// What the host is told about the triggers: the metadata that the worker sends it, not the attributes that it is made of.
/// </summary>
public sealed class ArticleTriggersTests
{
    [Fact]
    public async Task One_function_takes_events_and_one_scans()
    {
        var triggers = await Triggers("blobTrigger");

        Assert.Equal(
            [("IngestOnEvent", "EventGrid"), ("IngestOnScan", "LogsAndContainerScan")],
            triggers.Select(trigger => (trigger.Function, trigger.Binding.GetProperty("source").GetString()!)));
    }

    [Fact]
    public async Task Both_watch_the_container_that_articles_are_dropped_into()
    {
        var triggers = await Triggers("blobTrigger");

        Assert.All(triggers, trigger =>
        {
            Assert.Equal(new IngestOptions().ArticlesContainer + "/{name}", trigger.Binding.GetProperty("path").GetString());
            Assert.Equal("IngestStorage", trigger.Binding.GetProperty("connection").GetString());
        });
    }

    [Fact]
    public async Task Two_functions_read_the_queues_that_the_service_and_the_host_fill()
    {
        var triggers = await Triggers("queueTrigger");

        Assert.Equal(
            [("DeleteOnEvent", "blob-deleted", "IngestStorage"), ("RecordPoison", "webjobs-blobtrigger-poison", "IngestStorage")],
            triggers.Select(trigger =>
                (
                    trigger.Function,
                    trigger.Binding.GetProperty("queueName").GetString()!,
                    trigger.Binding.GetProperty("connection").GetString()!)));
    }

    [Fact]
    public async Task The_sample_settings_switch_off_the_events_and_nothing_else()
    {
        var functions = (await Triggers("blobTrigger")).Select(trigger => trigger.Function);
        using var settings = ReadJson("local.settings.sample.json");
        var values = settings.RootElement.GetProperty("Values");

        var off =
            functions.Where(name => values.TryGetProperty($"AzureWebJobs.{name}.Disabled", out var disabled)
                && disabled.GetString() == "true");

        Assert.Equal(["IngestOnEvent"], off);
    }

    [Fact]
    public void The_settings_of_the_host_travel_with_the_app()
    {
        using var host = ReadJson("host.json");

        Assert.Equal("2.0", host.RootElement.GetProperty("version").GetString());
    }

    [Fact]
    public void The_worker_can_make_the_triggers()
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Configuration["AzureWebJobsStorage"] = "UseDevelopmentStorage=true";
        builder.Services.AddIngestUnderTriggers(builder.Configuration, ArticleTriggers.Container);
        using var app = builder.Build();

        _ = ActivatorUtilities.CreateInstance<ArticleTriggers>(app.Services);
        _ = ActivatorUtilities.CreateInstance<MessageTriggers>(app.Services);
    }

    [Fact]
    public void A_setting_that_would_move_the_container_from_under_the_triggers_is_refused_at_start()
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Configuration["AzureWebJobsStorage"] = "UseDevelopmentStorage=true";
        builder.Configuration["Ingest:ArticlesContainer"] = "news";
        builder.Services.AddIngestUnderTriggers(builder.Configuration, ArticleTriggers.Container);
        using var app = builder.Build();

        var refused = Assert.Throws<OptionsValidationException>(() => app.Services.GetRequiredService<IStartupValidator>().Validate());

        Assert.StartsWith(
            "Ingest:ArticlesContainer is \"news\", and the triggers of this app watch \"articles\"",
            refused.Message,
            StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<(string Function, JsonElement Binding)>> Triggers(string type)
    {
        var functions = await new GeneratedFunctionMetadataProvider().GetFunctionMetadataAsync(AppContext.BaseDirectory);
        return
        [
            .. functions.Select(function => (function.Name!, Binding: JsonDocument.Parse(Assert.Single(function.RawBindings!)).RootElement))
                .Where(function => function.Binding.GetProperty("type").GetString() == type),
        ];
    }

    private static JsonDocument ReadJson(string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name)));
}
