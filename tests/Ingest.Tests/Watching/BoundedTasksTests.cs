using Ingest.Watching;

namespace Ingest.Tests.Watching;

public sealed class BoundedTasksTests
{
    [Fact]
    public async Task No_more_are_begun_than_there_are_places_for()
    {
        using var tasks = new BoundedTasks(2);
        var (begun, ends) = (0, Enumerable.Range(0, 3).Select(_ => new TaskCompletionSource()).ToList());

        await StartAsync();
        await StartAsync();
        var third = StartAsync();
        Assert.Equal((2, false), (begun, third.IsCompleted));
        ends[1].SetResult();
        await third.WaitAsync(Patience.Most);

        Assert.Equal(3, begun);
        ends.ForEach(end => end.TrySetResult());
        await tasks.WhenAllAsync();

        Task StartAsync() => tasks.StartAsync(() => ends[begun++].Task, CancellationToken.None);
    }

    [Fact]
    public async Task One_that_fails_is_told_to_whoever_starts_the_next()
    {
        using var tasks = new BoundedTasks(1);
        await Assert.ThrowsAsync<TestInstallation.EngineBug>(
            () => tasks.StartAsync(() => throw new TestInstallation.EngineBug(), CancellationToken.None));

        await Assert.ThrowsAsync<TestInstallation.EngineBug>(() => tasks.StartAsync(() => Task.CompletedTask, CancellationToken.None));
    }

    [Fact]
    public async Task Who_waits_for_a_place_can_be_called_off()
    {
        using var tasks = new BoundedTasks(1);
        await tasks.StartAsync(() => new TaskCompletionSource().Task, CancellationToken.None);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => tasks.StartAsync(() => Task.CompletedTask, new CancellationToken(canceled: true)));
    }
}
