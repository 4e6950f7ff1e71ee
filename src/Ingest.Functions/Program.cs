using Ingest;
using Ingest.Functions;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var builder = FunctionsApplication.CreateBuilder(args);

builder.Services.AddIngestUnderTriggers(builder.Configuration, ArticleTriggers.Container);
builder.AddTelemetry();
builder.UseMiddleware<UnansweredRequestMiddleware>();

// Azure's clients write two lines a request, and warn of each answer that isn't a success, which a 404 or 412 here mostly is; what fails in
// the end is thrown. The host could not filter them: what a function logs reaches it under the function's name.
builder.Logging.AddFilter("Azure", LogLevel.Warning);
builder.Logging.AddFilter("Azure.Core", LogLevel.Error);

await builder.Build().RunAsync();
