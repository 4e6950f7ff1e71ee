namespace Ingest.Training.Networks;

/// <summary>A fast stream of random numbers (Marsaglia 2003), the same for the same seed.</summary>
/// <param name="seed">Other than 0.</param>
internal sealed class Xorshift(uint seed)
{
    private uint _state = seed;

    public uint Next()
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        return _state ^= _state << 5;
    }

    /// <summary>From 0 to below 1.</summary>
    public float NextSingle() => (Next() >> 8) * (1f / (1 << 24));

    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = (int)(NextSingle() * (i + 1));
            (items[i], items[other]) = (items[other], items[i]);
        }
    }
}
