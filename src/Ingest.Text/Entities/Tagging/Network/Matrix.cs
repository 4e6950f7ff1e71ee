using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ingest.Text.Entities.Tagging.Network;

/// <summary>
/// Products of matrices of single precision, their rows one behind the other. A sum's terms are added in the order of their columns,
/// however it is computed.
/// </summary>
internal static class Matrix
{
    /// <summary>Columns that are computed at once, and what <c>columns</c> must be divisible by.</summary>
    public const int Lanes = 16;

    private const int Block = 4;

    /// <summary>Adds the product of <paramref name="left"/> (rows × inner) and <paramref name="right"/> (inner × columns) to <paramref name="sum"/> (rows × columns).</summary>
    // Compiled at its best at once: before the compiler knows that a loop is hot, each step of it with vectors is a call.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyAdd(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> sum, int inner, int columns)
    {
        var w = MemoryMarshal.Cast<float, Vector512<float>>(right);
        var y = MemoryMarshal.Cast<float, Vector512<float>>(sum);
        var width = columns / Lanes;
        for (; left.Length >= Block * inner; left = left[(Block * inner)..], y = y[(Block * width)..])
        {
            var column = 0;
            // Sixteen sums at once keep a processor busy that has registers for them.
            for (; Vector512.IsHardwareAccelerated && column + Block <= width; column += Block)
                AddBlock(left, w[column..], y[column..], inner, width);
            for (; column < width; column++)
                AddColumn(left, w[column..], y[column..], inner, width);
        }

        for (; left.Length >= inner; left = left[inner..], y = y[width..])
            AddRow(left[..inner], w, y[..width]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddBlock(ReadOnlySpan<float> left, ReadOnlySpan<Vector512<float>> right, Span<Vector512<float>> sum, int inner, int width)
    {
        var a = left[..inner];
        var b = left.Slice(inner, inner);
        var c = left.Slice(2 * inner, inner);
        var d = left.Slice(3 * inner, inner);
        var p = sum[..Block];
        var q = sum.Slice(width, Block);
        var r = sum.Slice(2 * width, Block);
        var s = sum.Slice(3 * width, Block);
        var (p0, p1, p2, p3) = (p[0], p[1], p[2], p[3]);
        var (q0, q1, q2, q3) = (q[0], q[1], q[2], q[3]);
        var (r0, r1, r2, r3) = (r[0], r[1], r[2], r[3]);
        var (s0, s1, s2, s3) = (s[0], s[1], s[2], s[3]);
        for (int k = 0, of = 0; k < a.Length; k++, of += width)
        {
            var own = right.Slice(of, Block);
            var (w0, w1, w2, w3) = (own[0], own[1], own[2], own[3]);
            var x = Vector512.Create(a[k]);
            p0 = Vector512.FusedMultiplyAdd(x, w0, p0);
            p1 = Vector512.FusedMultiplyAdd(x, w1, p1);
            p2 = Vector512.FusedMultiplyAdd(x, w2, p2);
            p3 = Vector512.FusedMultiplyAdd(x, w3, p3);
            x = Vector512.Create(b[k]);
            q0 = Vector512.FusedMultiplyAdd(x, w0, q0);
            q1 = Vector512.FusedMultiplyAdd(x, w1, q1);
            q2 = Vector512.FusedMultiplyAdd(x, w2, q2);
            q3 = Vector512.FusedMultiplyAdd(x, w3, q3);
            x = Vector512.Create(c[k]);
            r0 = Vector512.FusedMultiplyAdd(x, w0, r0);
            r1 = Vector512.FusedMultiplyAdd(x, w1, r1);
            r2 = Vector512.FusedMultiplyAdd(x, w2, r2);
            r3 = Vector512.FusedMultiplyAdd(x, w3, r3);
            x = Vector512.Create(d[k]);
            s0 = Vector512.FusedMultiplyAdd(x, w0, s0);
            s1 = Vector512.FusedMultiplyAdd(x, w1, s1);
            s2 = Vector512.FusedMultiplyAdd(x, w2, s2);
            s3 = Vector512.FusedMultiplyAdd(x, w3, s3);
        }

        (p[0], p[1], p[2], p[3]) = (p0, p1, p2, p3);
        (q[0], q[1], q[2], q[3]) = (q0, q1, q2, q3);
        (r[0], r[1], r[2], r[3]) = (r0, r1, r2, r3);
        (s[0], s[1], s[2], s[3]) = (s0, s1, s2, s3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddColumn(ReadOnlySpan<float> left, ReadOnlySpan<Vector512<float>> right, Span<Vector512<float>> sum, int inner, int width)
    {
        var a = left[..inner];
        var b = left.Slice(inner, inner);
        var c = left.Slice(2 * inner, inner);
        var d = left.Slice(3 * inner, inner);
        var (p, q, r, s) = (sum[0], sum[width], sum[2 * width], sum[3 * width]);
        for (int k = 0, of = 0; k < a.Length; k++, of += width)
        {
            var own = right[of];
            p = Vector512.FusedMultiplyAdd(Vector512.Create(a[k]), own, p);
            q = Vector512.FusedMultiplyAdd(Vector512.Create(b[k]), own, q);
            r = Vector512.FusedMultiplyAdd(Vector512.Create(c[k]), own, r);
            s = Vector512.FusedMultiplyAdd(Vector512.Create(d[k]), own, s);
        }

        (sum[0], sum[width], sum[2 * width], sum[3 * width]) = (p, q, r, s);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddRow(ReadOnlySpan<float> row, ReadOnlySpan<Vector512<float>> right, Span<Vector512<float>> sum)
    {
        var column = 0;
        for (; Vector512.IsHardwareAccelerated && column + Block <= sum.Length; column += Block)
            AddRowBlock(row, right[column..], sum.Slice(column, Block), sum.Length);
        for (; column < sum.Length; column++)
        {
            var (even, odd) = (sum[column], Vector512<float>.Zero);
            var of = column;
            for (var k = 0; k + 1 < row.Length; k += 2, of += 2 * sum.Length)
            {
                even = Vector512.FusedMultiplyAdd(Vector512.Create(row[k]), right[of], even);
                odd = Vector512.FusedMultiplyAdd(Vector512.Create(row[k + 1]), right[of + sum.Length], odd);
            }

            if (row.Length % 2 == 1)
                even = Vector512.FusedMultiplyAdd(Vector512.Create(row[^1]), right[of], even);
            sum[column] = even + odd;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddRowBlock(ReadOnlySpan<float> row, ReadOnlySpan<Vector512<float>> right, Span<Vector512<float>> sum, int width)
    {
        var (even0, even1, even2, even3) = (sum[0], sum[1], sum[2], sum[3]);
        var (odd0, odd1, odd2, odd3) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero);
        for (int k = 0, of = 0; k < row.Length; k += 2, of += 2 * width)
        {
            var own = right.Slice(of, Block);
            var x = Vector512.Create(row[k]);
            even0 = Vector512.FusedMultiplyAdd(x, own[0], even0);
            even1 = Vector512.FusedMultiplyAdd(x, own[1], even1);
            even2 = Vector512.FusedMultiplyAdd(x, own[2], even2);
            even3 = Vector512.FusedMultiplyAdd(x, own[3], even3);
            if (k + 1 == row.Length)
                break;
            own = right.Slice(of + width, Block);
            x = Vector512.Create(row[k + 1]);
            odd0 = Vector512.FusedMultiplyAdd(x, own[0], odd0);
            odd1 = Vector512.FusedMultiplyAdd(x, own[1], odd1);
            odd2 = Vector512.FusedMultiplyAdd(x, own[2], odd2);
            odd3 = Vector512.FusedMultiplyAdd(x, own[3], odd3);
        }

        (sum[0], sum[1], sum[2], sum[3]) = (even0 + odd0, even1 + odd1, even2 + odd2, even3 + odd3);
    }
}
