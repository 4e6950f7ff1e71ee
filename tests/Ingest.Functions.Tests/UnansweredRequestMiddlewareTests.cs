using Azure;
using Microsoft.Azure.Functions.Worker;
using Moq;

namespace Ingest.Functions.Tests;

public sealed class UnansweredRequestMiddlewareTests
{
    private static readonly RequestFailedException Refused = new(0, "Connection refused (stdata.table.core.windows.net:443)");

    [Fact]
    public async Task Of_nine_tries_that_got_no_answer_the_host_hears_of_the_last()
    {
        var nine = new AggregateException([.. Enumerable.Repeat<Exception>(new TaskCanceledException("It took 30 seconds."), 8), Refused]);

        var heard = await Assert.ThrowsAsync<RequestFailedException>(() => Throw(nine));

        Assert.Equal(
            "articles/flood.txt: no answer of the storage in 9 tries; the last: Connection refused (stdata.table.core.windows.net:443)",
            heard.Message);
        Assert.Same(Refused, heard.InnerException);
    }

    [Fact]
    public async Task What_else_fails_it_hears_as_it_is()
    {
        Exception[] faults = [Refused, new FormatException("No event."), new AggregateException(Refused, new FormatException("No event."))];

        foreach (var fault in faults)
            Assert.Same(fault, await Assert.ThrowsAnyAsync<Exception>(() => Throw(fault)));
    }

    private static Task Throw(Exception fault)
    {
        var call = new Mock<FunctionContext>();
        call.Setup(context => context.BindingContext.BindingData)
            .Returns(new Dictionary<string, object?> { ["BlobTrigger"] = "articles/flood.txt" });
        return new UnansweredRequestMiddleware().Invoke(call.Object, _ => Task.FromException(fault));
    }
}
