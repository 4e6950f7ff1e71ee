using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// A chain of tags (Lafferty et al. 2001) over scores: it gives the best sequence, and the probabilities of the sequence and its parts.
/// At most <see cref="Stride"/> tags. A piece's mask excludes the tags that the piece may not have.
/// </summary>
internal static class Chain
{
    /// <summary>Tags a row, used or not.</summary>
    public const int Stride = 16;

    /// <summary>Row of the transitions from the start.</summary>
    public const int Start = Stride;

    public const float Never = -1e9f;

    private static Vector512<int> Bits => Vector512.Create(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);

    /// <summary>Viterbi's sequence.</summary>
    /// <param name="scores"><see cref="Stride"/> a piece.</param>
    /// <param name="moves">Scores of the transitions, <see cref="Stride"/> a tag before, the last row for the start.</param>
    /// <param name="masks">Bits of the tags that each piece may have.</param>
    /// <param name="tags">One a piece.</param>
    // Compiled at its best at once: before the compiler knows that a loop is hot, each step of it with vectors is a call.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Decode(ReadOnlySpan<float> scores, ReadOnlySpan<float> moves, ReadOnlySpan<ushort> masks, Span<byte> tags)
    {
        var n = tags.Length;
        if (n == 0)
            return;
        Span<byte> from = n <= 512 ? stackalloc byte[n * Stride] : new byte[n * Stride];
        var rows = MemoryMarshal.Cast<float, Vector512<float>>(moves);
        var own = MemoryMarshal.Cast<float, Vector512<float>>(scores);
        Span<float> best = stackalloc float[Stride];
        Allowed(masks[0], own[0] + rows[Start], Never).CopyTo(best);
        for (var i = 1; i < n; i++)
        {
            var next = Best(best, rows, from.Slice(i * Stride, Stride));
            Allowed(masks[i], next + own[i], Never).CopyTo(best);
        }

        var last = 0;
        for (var t = 1; t < Stride; t++)
        {
            if (best[t] > best[last])
                last = t;
        }

        for (var i = n - 1; i >= 0; i--)
        {
            tags[i] = (byte)last;
            last = from[i * Stride + last];
        }
    }

    /// <summary>
    /// Fills in the best score of each tag over the tags beside it, and the tag beside that gives it, the first of equals.
    /// </summary>
    /// <param name="scores">One a tag beside.</param>
    /// <param name="moves">Of each tag beside, the transitions between it and the tags.</param>
    /// <param name="choices">One a tag.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Vector512<float> Best(ReadOnlySpan<float> scores, ReadOnlySpan<Vector512<float>> moves, Span<byte> choices)
    {
        var (best, choice) = (Vector512.Create(scores[0]) + moves[0], Vector512<uint>.Zero);
        for (var beside = 1; beside < Stride; beside++)
        {
            var score = Vector512.Create(scores[beside]) + moves[beside];
            var isBetter = Vector512.GreaterThan(score, best);
            best = Vector512.ConditionalSelect(isBetter, score, best);
            choice = Vector512.ConditionalSelect(isBetter.AsUInt32(), Vector512.Create((uint)beside), choice);
        }

        var halves = Vector256.Narrow(choice.GetLower(), choice.GetUpper());
        Vector128.Narrow(halves.GetLower(), halves.GetUpper()).CopyTo(choices);
        return best;
    }

    /// <summary>
    /// Fills <paramref name="alpha"/> and <paramref name="beta"/> so that alpha · beta is each tag's probability; returns the log of the
    /// partition function.
    /// </summary>
    /// <param name="scores"><see cref="Stride"/> a piece.</param>
    /// <param name="weights">exp of the transitions; 0 where forbidden.</param>
    /// <param name="masks">Bits of the tags that each piece may have.</param>
    /// <param name="alpha">Of the scores' length.</param>
    /// <param name="beta">Of the scores' length.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Marginals(ReadOnlySpan<float> scores, ReadOnlySpan<float> weights, ReadOnlySpan<ushort> masks, Span<float> alpha, Span<float> beta)
    {
        var n = masks.Length;
        var log = 0.0;
        var rows = MemoryMarshal.Cast<float, Vector512<float>>(weights);
        var forth = MemoryMarshal.Cast<float, Vector512<float>>(alpha);
        var back = MemoryMarshal.Cast<float, Vector512<float>>(beta);
        for (var i = 0; i < n; i++)
        {
            var max = Local(scores.Slice(i * Stride, Stride), masks[i], out var local);
            var row = i == 0 ? rows[Start] : Vector512<float>.Zero;
            for (var before = 0; i > 0 && before < Stride; before++)
                row += alpha[((i - 1) * Stride) + before] * rows[before];
            row *= local;
            var sum = Vector512.Sum(row);
            forth[i] = row / sum;
            log += Math.Log(sum) + max;
        }

        back[n - 1] = Vector512<float>.One;
        Span<float> mass = stackalloc float[Stride];
        for (var i = n - 1; i > 0; i--)
        {
            Local(scores.Slice(i * Stride, Stride), masks[i], out var local);
            local *= back[i];
            for (var before = 0; before < Stride; before++)
                mass[before] = Vector512.Dot(rows[before], local);
            var row = Vector512.Create((ReadOnlySpan<float>)mass);
            back[i - 1] = row / Vector512.Dot(row, forth[i - 1]);
        }

        return log;
    }

    /// <summary>exp of the scores less their maximum, which is returned; 0 for tags outside the mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Local(ReadOnlySpan<float> scores, ushort mask, out Vector512<float> local)
    {
        var allowed = Allowed(mask, Vector512.Create(scores), Never);
        var eight = Vector256.Max(allowed.GetLower(), allowed.GetUpper());
        var four = Vector128.Max(eight.GetLower(), eight.GetUpper());
        var max = Math.Max(Math.Max(Math.Max(four[0], four[1]), Math.Max(four[2], four[3])), Never);
        local = Vector512.Exp(Vector512.Max(allowed - Vector512.Create(max), Vector512.Create(-80f)));
        local = Allowed(mask, local, 0);
        return max;
    }

    /// <summary>The values of the mask's tags, <paramref name="otherwise"/> for the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Allowed(ushort mask, Vector512<float> values, float otherwise)
    {
        var isIn = Vector512.Equals(Vector512.Create((int)mask) & Bits, Bits);
        return Vector512.ConditionalSelect(isIn.AsSingle(), values, Vector512.Create(otherwise));
    }
}
