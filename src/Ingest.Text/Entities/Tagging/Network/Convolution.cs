using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ingest.Text.Entities.Tagging.Network;

/// <summary>The steps of a convolution beside its layer. Rows are of <see cref="EncoderWeights.Width"/> numbers.</summary>
internal static class Convolution
{
    private const int Width = EncoderWeights.Width;

    /// <summary>Adds to the rows of one sequence what each layer in turn makes of them, as far as it is above zero.</summary>
    /// <param name="layers">From windows to rows.</param>
    /// <param name="dilations">How far apart the rows are that each layer sees.</param>
    /// <param name="rows">Of one sequence.</param>
    /// <param name="windows"><see cref="EncoderWeights.Window"/> times as many numbers, for use within.</param>
    /// <param name="change">As many numbers, for use within.</param>
    public static void Apply(Layer[] layers, ReadOnlySpan<int> dilations, Span<float> rows, Span<float> windows, Span<float> change)
    {
        for (var k = 0; k < layers.Length; k++)
        {
            Gather(rows, dilations[k], windows);
            layers[k].Apply(windows, change);
            AddPositive(change, rows);
        }
    }

    /// <summary>Puts beside each row the one <paramref name="apart"/> before it and the one behind it; zeros beyond the ends.</summary>
    /// <param name="rows">Of one sequence.</param>
    /// <param name="apart">At least 1.</param>
    /// <param name="windows"><see cref="EncoderWeights.Window"/> rows a row.</param>
    // Compiled at its best at once: before the compiler knows that a loop is hot, each step of it with vectors is a call.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gather(ReadOnlySpan<float> rows, int apart, Span<float> windows)
    {
        for (int i = 0, to = 0; i < rows.Length; i += Width)
        {
            for (var from = i - apart * Width; from <= i + apart * Width; from += apart * Width, to += Width)
            {
                if (from >= 0 && from < rows.Length)
                    rows.Slice(from, Width).CopyTo(windows[to..]);
                else
                    windows.Slice(to, Width).Clear();
            }
        }
    }

    /// <summary>Adds each row of the windows to the row that it was gathered from.</summary>
    /// <inheritdoc cref="Gather"/>
    public static void Scatter(ReadOnlySpan<float> windows, int apart, Span<float> rows)
    {
        for (int i = 0, at = 0; i < rows.Length; i += Width)
        {
            for (var to = i - apart * Width; to <= i + apart * Width; to += apart * Width, at += Width)
            {
                if (to >= 0 && to < rows.Length)
                    Add(windows.Slice(at, Width), rows.Slice(to, Width));
            }
        }
    }

    /// <summary>Adds what is above zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddPositive(ReadOnlySpan<float> change, Span<float> sum)
    {
        var from = MemoryMarshal.Cast<float, Vector512<float>>(change);
        var to = MemoryMarshal.Cast<float, Vector512<float>>(sum);
        for (var i = 0; i < from.Length; i++)
            to[i] += Vector512.Max(from[i], Vector512<float>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ReadOnlySpan<float> own, Span<float> sum)
    {
        var from = MemoryMarshal.Cast<float, Vector512<float>>(own);
        var to = MemoryMarshal.Cast<float, Vector512<float>>(sum);
        for (var i = 0; i < from.Length; i++)
            to[i] += from[i];
    }
}
