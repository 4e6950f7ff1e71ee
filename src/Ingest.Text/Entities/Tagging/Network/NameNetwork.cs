using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ingest.Text.Entities.Tagging.Network;

/// <summary>The network that reads sentences beside the linear chain of names; its scores are added to the chain's.</summary>
/// <param name="encoder">Of the tokens.</param>
/// <param name="head">From what the encoder says of a token to a score for each tag, in the unit of the chain's.</param>
internal sealed class NameNetwork(Encoder encoder, Layer head)
{
    private const int Width = EncoderWeights.Width;

    public Encoder Encoder => encoder;

    public Layer Head => head;

    /// <summary>Adds the scores of a sentence's tokens.</summary>
    /// <param name="features">Of the document.</param>
    /// <param name="sentence">Its number.</param>
    /// <param name="first">Its first token.</param>
    /// <param name="emissions"><see cref="Tags.Stride"/> a token.</param>
    public void Add(NameFeatures features, int sentence, int first, Span<short> emissions)
    {
        var count = emissions.Length / Tags.Stride;
        using var scratch = new Scratch(count * (Width * (EncoderWeights.Window + 2) + Tags.Stride));
        var hidden = scratch.Take(count * Width);
        Span<uint> hashes = stackalloc uint[TokenFeatures.Max];
        for (var i = 0; i < count; i++)
            encoder.Sum(hashes[..TokenFeatures.Extract(features, sentence, first + i, hashes)], hidden.Slice(i * Width, Width));
        encoder.Convolve(hidden, scratch.Take(hidden.Length * EncoderWeights.Window), scratch.Take(hidden.Length));
        var scores = scratch.Take(emissions.Length);
        head.Apply(hidden, scores);
        Add(scores, emissions);
    }

    public static NameNetwork Read(BinaryReader reader)
    {
        var network = new NameNetwork(NetworkFile.ReadCoarseEncoder(reader), new Layer(Width, Tags.Stride));
        NetworkFile.ReadArrays(reader, network.Head.Arrays);
        return network;
    }

    public void Write(BinaryWriter writer)
    {
        NetworkFile.WriteCoarse(writer, encoder);
        NetworkFile.WriteArrays(writer, head.Arrays);
    }

    // Compiled at its best at once: before the compiler knows that a loop is hot, each step of it with vectors is a call.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ReadOnlySpan<float> scores, Span<short> emissions)
    {
        var from = MemoryMarshal.Cast<float, Vector512<float>>(scores);
        var to = MemoryMarshal.Cast<short, Vector256<short>>(emissions);
        for (var i = 0; i < from.Length; i++)
        {
            var whole = Vector512.ConvertToInt32(Vector512.Round(from[i]));
            to[i] += Vector256.Narrow(whole.GetLower(), whole.GetUpper());
        }
    }
}
