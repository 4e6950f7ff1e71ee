using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ingest.Text.Quotes.Tagging.Network;

/// <summary>Products of matrices of single precision, their rows one behind the other.</summary>
internal static class Matrix
{
    /// <summary>Columns that are computed at once, and what <c>columns</c> must be divisible by.</summary>
    public const int Lanes = 16;

    private const int Block = 4;

    /// <summary>Adds the product of <paramref name="left"/> (rows × inner) and <paramref name="right"/> (inner × columns) to <paramref name="sum"/> (rows × columns).</summary>
    public static void MultiplyAdd(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> sum, int inner, int columns)
    {
        var rows = left.Length / inner;
        var w = MemoryMarshal.Cast<float, Vector512<float>>(right);
        var y = MemoryMarshal.Cast<float, Vector512<float>>(sum);
        var width = columns / Lanes;
        for (var row = 0; row < rows; row += Block)
        {
            if (rows - row < Block)
            {
                for (; row < rows; row++)
                    MultiplyAdd(left.Slice(row * inner, inner), w, y.Slice(row * width, width));
                return;
            }

            var a = left.Slice(row * inner, inner);
            var b = left.Slice((row + 1) * inner, inner);
            var c = left.Slice((row + 2) * inner, inner);
            var d = left.Slice((row + 3) * inner, inner);
            for (var column = 0; column < width; column++)
            {
                var at = row * width + column;
                var (p, q, r, s) = (y[at], y[at + width], y[at + 2 * width], y[at + 3 * width]);
                for (int k = 0, of = column; k < a.Length; k++, of += width)
                {
                    var own = w[of];
                    p = Vector512.FusedMultiplyAdd(Vector512.Create(a[k]), own, p);
                    q = Vector512.FusedMultiplyAdd(Vector512.Create(b[k]), own, q);
                    r = Vector512.FusedMultiplyAdd(Vector512.Create(c[k]), own, r);
                    s = Vector512.FusedMultiplyAdd(Vector512.Create(d[k]), own, s);
                }

                (y[at], y[at + width], y[at + 2 * width], y[at + 3 * width]) = (p, q, r, s);
            }
        }
    }

    private static void MultiplyAdd(ReadOnlySpan<float> row, ReadOnlySpan<Vector512<float>> right, Span<Vector512<float>> sum)
    {
        for (var column = 0; column < sum.Length; column++)
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
}
