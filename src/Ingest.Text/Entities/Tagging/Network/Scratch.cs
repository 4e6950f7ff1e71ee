using System.Buffers;

namespace Ingest.Text.Entities.Tagging.Network;

/// <summary>Numbers for use within one call, rented and given back: a passage needs some kilobytes of them for each of its cues.</summary>
/// <param name="length">How many there are to take, together.</param>
internal sealed class Scratch(int length) : IDisposable
{
    private readonly float[] _rented = ArrayPool<float>.Shared.Rent(length);
    private int _taken;

    /// <summary>The next of them; what stands in them is left over from others.</summary>
    public Span<float> Take(int count)
    {
        _taken += count;
        return _rented.AsSpan(_taken - count, count);
    }

    public void Dispose() => ArrayPool<float>.Shared.Return(_rented);
}
