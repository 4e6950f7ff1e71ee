using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Tests;

/// <summary>What the exporter makes of the settings that <c>infra/app.bicep</c> gives the app.</summary>
public sealed class TelemetryTests
{
    private const string Insights = "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=http://127.0.0.1:9/";

    [Theory]
    [InlineData("1.0", 1.0F)]
    [InlineData("0.1", 0.1F)]
    public void Of_traces_the_share_is_kept_that_the_settings_say_and_no_number_a_second(string share, float ratio)
    {
        var options = Options(("OTEL_TRACES_SAMPLER", "microsoft.fixed_percentage"), ("OTEL_TRACES_SAMPLER_ARG", share));

        Assert.Equal((ratio, null), (options.SamplingRatio, options.TracesPerSecond));
    }

    [Fact]
    public void Of_logs_all_are_kept_whatever_becomes_of_their_traces() => Assert.False(Options().EnableTraceBasedLogsSampler);

    [Fact]
    public void Where_an_identity_is_named_telemetry_goes_by_it()
    {
        Assert.NotNull(Options(("AZURE_CLIENT_ID", "00000000-0000-0000-0000-000000000003")).Credential);
        Assert.Null(Options().Credential);
    }

    private static AzureMonitorExporterOptions Options(params (string Name, string Value)[] settings)
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] = Insights;
        foreach (var (name, value) in settings)
            builder.Configuration[name] = value;
        builder.AddTelemetry();
        using var services = builder.Services.BuildServiceProvider();
        var options = services.GetRequiredService<IOptionsMonitor<AzureMonitorExporterOptions>>().CurrentValue;

        Assert.Equal(Insights, options.ConnectionString);
        return options;
    }
}
