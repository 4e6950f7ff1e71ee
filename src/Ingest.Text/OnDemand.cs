namespace Ingest.Text;

/// <summary>
/// What is read at its first use, once. Not a <see cref="Lazy{T}"/>, which keeps a failure for good: where memory was short at the first
/// article, the next one tries again.
/// </summary>
internal sealed class OnDemand<T>(Func<T> read)
    where T : class
{
    private T? _value;
    private object? _lock;

    public T Value => LazyInitializer.EnsureInitialized(ref _value, ref _lock, read);
}
