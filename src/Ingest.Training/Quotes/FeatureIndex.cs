using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Ingest.Text.Quotes.Tagging;

namespace Ingest.Training.Quotes;

/// <summary>The features that are seen often enough to have a row of weights.</summary>
internal sealed class FeatureIndex
{
    private readonly Dictionary<uint, int> _rows = [];

    public FeatureIndex(IEnumerable<uint[][]> passages, int minCount)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var piece in passages.SelectMany(passage => passage))
        {
            foreach (var hash in piece)
                CollectionsMarshal.GetValueRefOrAddDefault(counts, hash, out _)++;
        }

        foreach (var (hash, count) in counts)
        {
            if (count >= minCount)
                _rows[hash] = _rows.Count;
        }
    }

    public int Count => _rows.Count;

    /// <summary>The features and their rows.</summary>
    public IEnumerable<(uint Hash, int Row)> Rows => _rows.Select(row => (row.Key, row.Value));

    public int[][] RowsOf(uint[][] passage) =>
        [.. passage.Select(piece => piece.Where(_rows.ContainsKey).Select(hash => _rows[hash]).ToArray())];

    /// <summary>The weights in eight bits: the <paramref name="most"/> rows that weigh most.</summary>
    public TagRows Quantize(ReadOnlySpan<float> weights, float[] moves, int most)
    {
        const float clip = 3f, unit = clip / sbyte.MaxValue;
        var norms = new List<(uint Hash, int Row, float Norm)>();
        foreach (var (hash, row) in _rows)
            norms.Add((hash, row, MathF.Abs(TensorPrimitives.MaxMagnitude(weights.Slice(row * Chain.Stride, Chain.Stride)))));
        var kept = norms.OrderByDescending(row => row.Norm).ThenBy(row => row.Hash).Take(most).OrderBy(row => row.Hash).ToArray();
        var rows = new sbyte[kept.Length * Chain.Stride];
        for (var k = 0; k < kept.Length; k++)
        {
            for (var t = 0; t < Chain.Stride; t++)
                rows[(k * Chain.Stride) + t] =
                    (sbyte)Math.Clamp(MathF.Round(weights[(kept[k].Row * Chain.Stride) + t] / unit), -sbyte.MaxValue, sbyte.MaxValue);
        }

        return new TagRows([.. kept.Select(row => row.Hash)], rows, unit, moves);
    }
}
