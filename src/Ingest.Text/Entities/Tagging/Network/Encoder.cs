using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ingest.Text.Entities.Tagging.Network;

/// <summary>
/// A small convolutional network (dilated, after Strubell et al. 2017) that turns each word of a sequence into numbers that tell of it and
/// of the words around it. It sees what words have in common, where the linear chains see which they are; the scores of both are added.
/// </summary>
internal sealed class Encoder
{
    private const int Width = EncoderWeights.Width, Parts = Width / Matrix.Lanes;

    private readonly EncoderWeights _weights;
    private readonly HashIndex _index;
    private readonly sbyte[] _rows;
    private readonly float _unit;

    /// <param name="hashes">One a feature, ascending, none of them 0.</param>
    /// <param name="rows"><see cref="EncoderWeights.Width"/> a feature.</param>
    /// <param name="unit">What 1 stands for in a row.</param>
    /// <param name="weights">All else; its own rows are not used.</param>
    public Encoder(uint[] hashes, sbyte[] rows, float unit, EncoderWeights weights)
    {
        (_index, _rows, _unit, _weights) = (new HashIndex(hashes), rows, unit, weights);
    }

    public ReadOnlySpan<uint> Hashes => _index.Hashes;

    public ReadOnlySpan<sbyte> Rows => _rows;

    public float Unit => _unit;

    public EncoderWeights Weights => _weights;

    /// <summary>The same with no row's number of more than <paramref name="most"/> units, which are as much larger.</summary>
    public Encoder Rounded(int most)
    {
        var largest = _rows.Max(number => Math.Abs((int)number));
        if (largest <= most)
            return this;
        var step = (float)largest / most;
        return new Encoder(Hashes.ToArray(), Array.ConvertAll(_rows, number => (sbyte)MathF.Round(number / step)), _unit * step, _weights);
    }

    /// <summary>A word by itself: the sum of its features.</summary>
    /// <param name="features">Their hashes; used up.</param>
    /// <param name="hidden"><see cref="EncoderWeights.Width"/> numbers.</param>
    // Compiled at its best at once: before the compiler knows that a loop is hot, each step of it with vectors is a call.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sum(Span<uint> features, Span<float> hidden)
    {
        var rows = MemoryMarshal.Cast<sbyte, Vector128<sbyte>>(_rows);
        var bias = MemoryMarshal.Cast<float, Vector512<float>>(_weights.Bias.AsSpan());
        var target = MemoryMarshal.Cast<float, Vector512<float>>(hidden);
        var (a, b, c, d) = (Vector256<short>.Zero, Vector256<short>.Zero, Vector256<short>.Zero, Vector256<short>.Zero);
        foreach (var place in features[.._index.Replace(features)])
        {
            var row = rows.Slice((int)place * Parts, Parts);
            a += Vector256.WidenLower(row[0].ToVector256Unsafe());
            b += Vector256.WidenLower(row[1].ToVector256Unsafe());
            c += Vector256.WidenLower(row[2].ToVector256Unsafe());
            d += Vector256.WidenLower(row[3].ToVector256Unsafe());
        }

        target[0] = Positive(a, bias[0]);
        target[1] = Positive(b, bias[1]);
        target[2] = Positive(c, bias[2]);
        target[3] = Positive(d, bias[3]);
    }

    /// <summary>Lets each word know of those around it.</summary>
    /// <param name="hidden">Those of one sequence, as <see cref="Sum"/> leaves them.</param>
    /// <param name="windows"><see cref="EncoderWeights.Window"/> times as many numbers, for use within.</param>
    /// <param name="change">As many numbers, for use within.</param>
    public void Convolve(Span<float> hidden, Span<float> windows, Span<float> change) =>
        Convolution.Apply(_weights.Convolutions, EncoderWeights.Dilations, hidden, windows, change);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<float> Positive(Vector256<short> sum, Vector512<float> bias)
    {
        var (lower, upper) = Vector256.Widen(sum);
        return Vector512.Max(Vector512.ConvertToSingle(Vector512.Create(lower, upper)) * _unit + bias, Vector512<float>.Zero);
    }
}
