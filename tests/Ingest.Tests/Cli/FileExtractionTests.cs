using Ingest.Cli.Files;
using Ingest.Delivery;
using Ingest.Text;
using Ingest.Text.Articles;

namespace Ingest.Tests.Cli;

/// <summary>How many large files <c>extract</c> has in work at once.</summary>
public sealed class FileExtractionTests : IDisposable
{
    private const int Mebibyte = 1024 * 1024;

    private readonly CliFixture _cli = new();
    private readonly MemoryGate _gate = new(Mebibyte, Timeout.InfiniteTimeSpan, TimeProvider.System);
    private readonly SemaphoreSlim _begun = new(0);
    private readonly TaskCompletionSource _goOn = new();
    private readonly Lock _lock = new();
    private int _inWork;
    private int _mostInWork;

    public void Dispose()
    {
        _begun.Dispose();
        _cli.Dispose();
    }

    [Theory]
    [InlineData("large.txt", Mebibyte, "")]
    [InlineData("packed.zip", 20_000, "PK\u0003\u0004")]
    public async Task A_large_file_waits_for_another_one(string name, int length, string head)
    {
        using var patience = Patience.Source();
        _cli.Lay($"a-{name}", head + new string('a', length));
        _cli.Lay($"b-{name}", head + new string('a', length));
        var reader = new FileExtraction(Extract, ArticleLimits.Default, _gate);

        var first = Task.Run(() => reader.ReadAsync(FileOf($"a-{name}"), patience.Token));
        await _begun.WaitAsync(patience.Token);
        var second = Task.Run(() => reader.ReadAsync(FileOf($"b-{name}"), patience.Token));
        while (_gate.WaitedFor == 0)
            await Task.Delay(10, patience.Token);
        _goOn.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal(1, _mostInWork);
    }

    [Fact]
    public async Task A_small_file_does_not_wait()
    {
        using var patience = Patience.Source();
        _cli.Lay("a.txt", new string('a', Mebibyte));
        _cli.Lay("b.txt", "Small.");
        var reader = new FileExtraction(Extract, ArticleLimits.Default, _gate);

        var both = Task.WhenAll(
            Task.Run(() => reader.ReadAsync(FileOf("a.txt"), patience.Token)),
            Task.Run(() => reader.ReadAsync(FileOf("b.txt"), patience.Token)));
        await _begun.WaitAsync(patience.Token);
        await _begun.WaitAsync(patience.Token);
        _goOn.SetResult();
        await both;

        Assert.Equal(2, _mostInWork);
    }

    private ArticleFile FileOf(string name) => new(Path.Combine(_cli.Folder, name), name);

    private FileContents<Extraction> Extract(ReadOnlyMemory<byte> bytes, string name, CancellationToken cancellationToken)
    {
        lock (_lock)
            _mostInWork = Math.Max(_mostInWork, ++_inWork);
        _begun.Release();
        _goOn.Task.Wait(cancellationToken);
        lock (_lock)
            _inWork--;
        return new([], []);
    }
}
