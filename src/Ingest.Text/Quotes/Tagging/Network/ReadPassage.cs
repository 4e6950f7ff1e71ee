using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ingest.Text.Entities.Tagging.Network;

namespace Ingest.Text.Quotes.Tagging.Network;

/// <summary>A passage as the network reads it. Its arrays are rented; do not use it after it is disposed of.</summary>
internal sealed class ReadPassage : IDisposable
{
    private const int Width = EncoderWeights.Width;

    private readonly PassageHeads _heads;
    private readonly int _count;
    private readonly float[] _rented;
    private bool _hasPieces;

    /// <param name="heads">Of the network.</param>
    /// <param name="count">Pieces of the passage.</param>
    public ReadPassage(PassageHeads heads, int count) => (_heads, _count, _rented) = (heads, count, ArrayPool<float>.Shared.Rent(2 * count * Width));

    /// <summary>The encoder's output, to be filled in: <see cref="EncoderWeights.Width"/> numbers for each piece.</summary>
    public Span<float> Hidden => _rented.AsSpan(0, _count * Width);

    private Span<float> Pieces => _rented.AsSpan(_count * Width, _count * Width);

    public void Dispose() => ArrayPool<float>.Shared.Return(_rented);

    /// <summary>Fills in the scores of the <see cref="CueTag"/>s, <see cref="Chain.Stride"/> a piece, up to what is common to all tags of a piece.</summary>
    public void Cues(Span<float> scores) => _heads.Cues.Apply(Hidden, scores);

    /// <summary>Fills in the scores of the <see cref="RoleTag"/>s for one cue, as <see cref="Cues"/>.</summary>
    public void RolesOf(FoundCue cue, Span<float> scores)
    {
        var hidden = Hidden;
        var pieces = Pieces;
        if (!_hasPieces)
            _heads.Pieces.Apply(hidden, pieces);
        _hasPieces = true;
        Span<float> mean = stackalloc float[Width], turned = stackalloc float[Width];
        Mean(hidden.Slice(cue.Start * Width, (cue.End - cue.Start) * Width), mean);
        _heads.Cue.Apply(mean, turned);
        using var scratch = new Scratch(hidden.Length * (EncoderWeights.Window + 2));
        var pairs = scratch.Take(hidden.Length);
        Pair(pieces, turned, _heads.Distances, cue.Start, cue.End, pairs);
        Convolution.Apply(_heads.Pairs, PassageHeads.PairDilations, pairs, scratch.Take(pairs.Length * EncoderWeights.Window), scratch.Take(pairs.Length));
        _heads.Roles.Apply(pairs, scores);
    }

    /// <summary>The mean of the rows.</summary>
    public static void Mean(ReadOnlySpan<float> rows, Span<float> mean)
    {
        mean.Clear();
        for (var at = 0; at < rows.Length; at += Width)
            Convolution.Add(rows.Slice(at, Width), mean);
        for (var i = 0; i < Width; i++)
            mean[i] *= (float)Width / rows.Length;
    }

    /// <summary>For each piece, the sum of its row, the cue's row and the distance's row, with negative values set to zero.</summary>
    // Compiled at its best at once: before the compiler knows that a loop is hot, each step of it with vectors is a call.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pair(ReadOnlySpan<float> pieces, ReadOnlySpan<float> cue, ReadOnlySpan<float> distances, int cueStart, int cueEnd, Span<float> pairs)
    {
        var own = MemoryMarshal.Cast<float, Vector512<float>>(cue);
        for (var i = 0; i < pieces.Length / Width; i++)
        {
            var piece = MemoryMarshal.Cast<float, Vector512<float>>(pieces.Slice(i * Width, Width));
            var distance = MemoryMarshal.Cast<float, Vector512<float>>(distances.Slice(Distance.Of(i, cueStart, cueEnd) * Width, Width));
            var sum = MemoryMarshal.Cast<float, Vector512<float>>(pairs.Slice(i * Width, Width));
            for (var k = 0; k < own.Length; k++)
                sum[k] = Vector512.Max(piece[k] + own[k] + distance[k], Vector512<float>.Zero);
        }
    }
}
