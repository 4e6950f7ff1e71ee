using System.IO.Compression;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Ingest.Text.Articles.PlainText;

/// <summary>
/// A weight for each feature and class. The class of a line is the one with the largest sum.
/// <code>
/// file := Brotli(count feature*)      feature := hash (4 bytes, ascending) weight (1 byte a class)
/// </code>
/// </summary>
internal sealed class LineModel
{
    /// <summary>Members of <see cref="LineClass"/>.</summary>
    public const int Classes = 5;

    /// <summary>What a weight of one stands for.</summary>
    public const float Unit = 1 / 16f;

    private static readonly Lazy<LineModel> Shipped = new(Embedded);

    private readonly uint[] _hashes;    // 0: free; open addressing, linear probing
    private readonly sbyte[] _weights;
    private readonly int _mask;

    /// <param name="weights">The features that weigh something, none of them 0, each with a weight for each class.</param>
    public LineModel(IReadOnlyDictionary<uint, sbyte[]> weights)
        : this([.. weights.Keys], [.. Enumerable.Range(0, Classes).SelectMany(c => weights.Values.Select(row => row[c]))])
    {
    }

    // Runs once, at the start, so the compiler has no time to find out that the loop is hot.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private LineModel(uint[] hashes, sbyte[] byClass)
    {
        var capacity = (int)BitOperations.RoundUpToPowerOf2((uint)hashes.Length * 2 + 1);
        _hashes = new uint[capacity];
        _weights = new sbyte[capacity * Classes];
        _mask = capacity - 1;
        for (var i = 0; i < hashes.Length; i++)
        {
            var slot = (int)hashes[i] & _mask;
            while (_hashes[slot] != 0)
                slot = slot + 1 & _mask;
            _hashes[slot] = hashes[i];
            for (var c = 0; c < Classes; c++)
                _weights[slot * Classes + c] = byClass[c * hashes.Length + i];
        }
    }

    public static LineModel Default => Shipped.Value;

    /// <summary>Scores by class; their differences are logarithms of odds.</summary>
    public void Score(List<uint> features, Span<float> scores)
    {
        Span<int> sums = stackalloc int[Classes];
        sums.Clear();
        foreach (var hash in features)
        {
            var slot = (int)hash & _mask;
            while (_hashes[slot] != hash && _hashes[slot] != 0)
                slot = slot + 1 & _mask;
            if (_hashes[slot] == 0)
                continue;
            var row = _weights.AsSpan(slot * Classes, Classes);
            for (var c = 0; c < sums.Length; c++)
                sums[c] += row[c];
        }

        for (var c = 0; c < sums.Length; c++)
            scores[c] = sums[c] * Unit;
    }

    public void Save(Stream stream)
    {
        using var packed = new BrotliStream(stream, CompressionLevel.SmallestSize);
        using var writer = new BinaryWriter(packed, Encoding.UTF8);
        var slots = Enumerable.Range(0, _hashes.Length).Where(slot => _hashes[slot] != 0).OrderBy(slot => _hashes[slot]).ToList();
        writer.Write(slots.Count);
        foreach (var slot in slots)
            writer.Write(_hashes[slot]);
        for (var c = 0; c < Classes; c++)
        {
            foreach (var slot in slots)
                writer.Write(_weights[slot * Classes + c]);
        }
    }

    public static LineModel Load(Stream stream)
    {
        using var packed = new BrotliStream(stream, CompressionMode.Decompress);
        Span<int> count = stackalloc int[1];
        packed.ReadExactly(MemoryMarshal.AsBytes(count));
        var hashes = new uint[count[0]];
        packed.ReadExactly(MemoryMarshal.AsBytes(hashes.AsSpan()));
        var byClass = new sbyte[hashes.Length * Classes];
        packed.ReadExactly(MemoryMarshal.AsBytes(byClass.AsSpan()));
        return new LineModel(hashes, byClass);
    }

    private static LineModel Embedded()
    {
        using var file = typeof(LineModel).Assembly.GetManifestResourceStream("Articles.lines.model")!;
        return Load(file);
    }
}
