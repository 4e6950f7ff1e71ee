using Ingest.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace Ingest.Tests.Delivery;

/// <summary>Who may fetch how much, and who waits.</summary>
public sealed class MemoryGateTests
{
    private const long Mebibyte = 1024 * 1024;
    private const long Gibibyte = 1024 * Mebibyte;

    private readonly FakeTimeProvider _clock = new();

    // More than an int has bytes.
    [Fact]
    public async Task However_many_bytes_wait_each_file_has_its_turn()
    {
        var room = new MemoryGate(Gibibyte, Timeout.InfiniteTimeSpan, _clock);
        var first = room.Enter();
        Assert.True(first.TryTake(Gibibyte));
        var others = Enumerable.Range(0, 4).Select(_ => room.Enter()).ToList();
        Assert.All(others, share => Assert.False(share.TryTake(Gibibyte)));
        var waiting = others.Select(share => share.WaitAsync("a.txt", default)).ToList();

        for (var n = 0; n < others.Count; n++)
        {
            Assert.Equal(n, waiting.Count(turn => turn.IsCompleted));
            (n == 0 ? first : others[n - 1]).Dispose();
            await waiting[n].WaitAsync(Patience.Most);
        }
    }

    [Fact]
    public async Task Who_cannot_even_wait_is_told_so_and_not_let_in()
    {
        var room = new MemoryGate(long.MaxValue / 2, Timeout.InfiniteTimeSpan, _clock);
        Assert.True(room.Enter().TryTake(long.MaxValue / 2));
        var (second, third) = (room.Enter(), room.Enter());
        Assert.False(second.TryTake(long.MaxValue / 2));
        Assert.False(third.TryTake(Mebibyte));
        var waiting = second.WaitAsync("b.txt", default);

        var refused = await Assert.ThrowsAsync<MemoryGateTimeoutException>(() => third.WaitAsync("c.txt", default));

        Assert.StartsWith("c.txt found too many ", refused.Message);
        Assert.False(waiting.IsCompleted);
    }

    [Fact]
    public void Part_of_a_unit_takes_a_whole_one()
    {
        var room = new MemoryGate(2 * Mebibyte, Timeout.InfiniteTimeSpan, _clock);

        Assert.True(room.Enter().TryTake(Mebibyte + 1));
        Assert.False(room.Enter().TryTake(Mebibyte));
    }

    [Fact]
    public void A_small_file_waits_for_nobody()
    {
        var room = new MemoryGate(Mebibyte, Timeout.InfiniteTimeSpan, _clock);
        Assert.True(room.Enter().TryTake(Mebibyte));

        Assert.True(room.Enter().TryTake(Mebibyte - 1));
    }

    [Fact]
    public void A_file_that_has_grown_gives_its_share_back_before_it_waits_for_a_larger_one()
    {
        var room = new MemoryGate(3 * Mebibyte, Timeout.InfiniteTimeSpan, _clock);
        var (growing, other) = (room.Enter(), room.Enter());
        Assert.True(growing.TryTake(Mebibyte));
        Assert.True(other.TryTake(Mebibyte));

        Assert.False(growing.TryTake(3 * Mebibyte));
        Assert.True(other.TryTake(3 * Mebibyte));
    }

    [Fact]
    public void A_file_keeps_its_share_from_one_try_to_the_next()
    {
        var room = new MemoryGate(Mebibyte, Timeout.InfiniteTimeSpan, _clock);
        var share = room.Enter();
        Assert.True(share.TryTake(Mebibyte));

        Assert.True(share.TryTake(Mebibyte));
        Assert.False(room.Enter().TryTake(Mebibyte));
    }

    [Fact]
    public async Task Patience_begins_with_the_delivery()
    {
        var room = new MemoryGate(Mebibyte, TimeSpan.FromMinutes(5), _clock);
        Assert.True(room.Enter().TryTake(Mebibyte));
        var share = room.Enter();
        _clock.Advance(TimeSpan.FromMinutes(4));
        Assert.False(share.TryTake(Mebibyte));
        var waiting = share.WaitAsync("a.txt", default);

        _clock.Advance(TimeSpan.FromSeconds(59));
        var early = waiting.IsCompleted;
        _clock.Advance(TimeSpan.FromSeconds(1));

        var refused = await Assert.ThrowsAsync<MemoryGateTimeoutException>(() => waiting.WaitAsync(Patience.Most));
        Assert.False(early);
        Assert.Equal("a.txt found no room beside other large files within 5 minutes (MaxBytesAtOnce).", refused.Message);
    }

    [Fact]
    public async Task Who_waits_can_be_called_off()
    {
        var room = new MemoryGate(Mebibyte, TimeSpan.FromMinutes(5), _clock);
        Assert.True(room.Enter().TryTake(Mebibyte));
        var share = room.Enter();
        Assert.False(share.TryTake(Mebibyte));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => share.WaitAsync("a.txt", new CancellationToken(canceled: true)));
    }
}
