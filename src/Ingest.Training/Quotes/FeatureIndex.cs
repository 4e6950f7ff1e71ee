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

    public int[][] RowsOf(uint[][] passage) =>
        [.. passage.Select(piece => piece.Where(_rows.ContainsKey).Select(hash => _rows[hash]).ToArray())];

    /// <summary>The weights in eight bits: the <paramref name="most"/> rows that weigh most, by hash.</summary>
    public (List<(uint Hash, sbyte[] Weights)> Rows, float Unit) Quantize(ReadOnlySpan<float> weights, int most)
    {
        const float clip = 3f, unit = clip / sbyte.MaxValue;
        var rows = new List<(uint Hash, sbyte[] Weights, float Norm)>();
        foreach (var (hash, row) in _rows)
        {
            var own = new sbyte[Chain.Stride];
            var norm = 0f;
            for (var t = 0; t < Chain.Stride; t++)
            {
                var weight = weights[row * Chain.Stride + t];
                own[t] = (sbyte)Math.Clamp(MathF.Round(weight / unit), -sbyte.MaxValue, sbyte.MaxValue);
                norm = Math.Max(norm, MathF.Abs(weight));
            }

            rows.Add((hash, own, norm));
        }

        return ([.. rows.OrderByDescending(row => row.Norm).ThenBy(row => row.Hash).Take(most).OrderBy(row => row.Hash).Select(row => (row.Hash, row.Weights))], unit);
    }
}
