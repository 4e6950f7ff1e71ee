namespace Ingest.Watching;

/// <summary>Tasks that run side by side, up to a maximum: the start of another one waits until one has ended.</summary>
internal sealed class BoundedTasks(int most) : IDisposable
{
    private readonly SemaphoreSlim _places = new(most);
    private readonly List<Task> _underWay = [];

    /// <summary>Starts the work as soon as there is a place for it. One caller at a time.</summary>
    /// <exception cref="Exception">What one of those before has failed with.</exception>
    public async Task StartAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        _underWay.Add(RunAsync(work));
        await ThrowIfFailedAsync();
    }

    /// <exception cref="Exception">What one of them has failed with.</exception>
    public async Task ThrowIfFailedAsync()
    {
        foreach (var failed in _underWay.Where(task => task.IsFaulted || task.IsCanceled))
            await failed;
        _underWay.RemoveAll(task => task.IsCompleted);
    }

    /// <summary>Ends with the last of them.</summary>
    /// <exception cref="Exception">What one of them has failed with.</exception>
    public Task WhenAllAsync() => Task.WhenAll(_underWay);

    public void Dispose() => _places.Dispose();

    private async Task RunAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        finally
        {
            _places.Release();
        }
    }
}
