using Ingest.Text.Entities.Tagging.Network;

namespace Ingest.Training.Networks;

/// <summary>One convolution of several sequences, their rows one behind the other, forth and back.</summary>
internal sealed class ConvolutionPass
{
    private const int Width = EncoderWeights.Width, Window = EncoderWeights.Window;

    private readonly IReadOnlyList<Range> _sequences;
    private readonly int _apart;
    private readonly Dropout _dropout;
    private readonly float[] _windows, _change;

    /// <param name="rows">To which the change is added.</param>
    /// <param name="sequences">In numbers of rows.</param>
    /// <param name="apart">See <see cref="Convolution.Gather"/>.</param>
    /// <param name="layer">Of the convolution.</param>
    /// <param name="random">For what is left out.</param>
    public ConvolutionPass(float[] rows, IReadOnlyList<Range> sequences, int apart, Layer layer, Xorshift random)
    {
        (_sequences, _apart, _dropout) = (sequences, apart, new Dropout(rows.Length, random));
        (_windows, _change) = (new float[rows.Length * Window], new float[rows.Length]);
        var kept = _dropout.Apply(rows);
        foreach (var sequence in sequences)
            Convolution.Gather(RowsOf(kept, sequence, 1), apart, RowsOf(_windows, sequence, Window));
        layer.Apply(_windows, _change);
        Convolution.AddPositive(_change, rows);
    }

    /// <summary>Turns the gradient of the rows after into that of the rows before.</summary>
    public void Back(LayerGradient layer, float[] gradient)
    {
        var change = Positive.Back(_change, gradient.AsSpan().ToArray());
        var windows = new float[_windows.Length];
        layer.Back(_windows, change, windows);
        var kept = new float[gradient.Length];
        foreach (var sequence in _sequences)
            Convolution.Scatter(RowsOf(windows, sequence, Window), _apart, RowsOf(kept, sequence, 1));
        Convolution.Add(_dropout.Apply(kept), gradient);
    }

    private static Span<float> RowsOf(float[] rows, Range sequence, int each) =>
        rows.AsSpan(sequence.Start.Value * Width * each, (sequence.End.Value - sequence.Start.Value) * Width * each);
}
