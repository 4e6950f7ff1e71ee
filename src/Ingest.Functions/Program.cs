using Ingest;
using Ingest.Functions;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var builder = FunctionsApplication.CreateBuilder(args);

builder.Services.AddIngestUnderTriggers(builder.Configuration, ArticleTriggers.Container);
builder.AddTelemetry();

// Azure's clients write two lines a request. The host could not filter them: what a function logs reaches it under the function's name.
builder.Logging.AddFilter("Azure", LogLevel.Warning);

await builder.Build().RunAsync();
