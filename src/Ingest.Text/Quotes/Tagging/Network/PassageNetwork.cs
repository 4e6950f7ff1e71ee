using Ingest.Text.Entities.Tagging.Network;

namespace Ingest.Text.Quotes.Tagging.Network;

/// <summary>The network that reads passages beside the linear chains; its scores are added to theirs.</summary>
internal sealed class PassageNetwork(Encoder encoder, PassageHeads heads)
{
    private const int Width = EncoderWeights.Width;

    public ReadPassage Read(PassageView view)
    {
        var passage = new ReadPassage(heads, view.Count);
        var hidden = passage.Hidden;
        Span<uint> buffer = stackalloc uint[PieceFeatures.Count];
        for (var i = 0; i < view.Count; i++)
        {
            var features = new FeatureList(buffer);
            PieceFeatures.Extract(view, i, ref features);
            encoder.Sum(features.Finish(), hidden.Slice(i * Width, Width));
        }

        using var scratch = new Scratch(hidden.Length * (EncoderWeights.Window + 1));
        encoder.Convolve(hidden, scratch.Take(hidden.Length * EncoderWeights.Window), scratch.Take(hidden.Length));
        return passage;
    }

    /// <inheritdoc cref="Encoder.Rounded"/>
    public PassageNetwork Rounded(int most) => new(encoder.Rounded(most), heads);

    public static PassageNetwork Read(BinaryReader reader)
    {
        var (encoder, heads) = (NetworkFile.ReadEncoder(reader), new PassageHeads());
        NetworkFile.ReadArrays(reader, heads.Arrays);
        return new PassageNetwork(encoder, heads);
    }

    public void Write(BinaryWriter writer)
    {
        NetworkFile.Write(writer, encoder);
        NetworkFile.WriteArrays(writer, heads.Arrays);
    }
}
