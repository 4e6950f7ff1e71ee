using Ingest.Text.Entities.Tagging.Network;

namespace Ingest.Training.Networks;

/// <summary>A layer that learns.</summary>
internal sealed class LayerGradient(Layer layer)
{
    private readonly Adam _weights = new(layer.Weights), _bias = new(layer.Bias);
    private float[] _turned = [];

    public IEnumerable<Adam> Parts => [_weights, _bias];

    /// <summary>Adds to the gradient, and to that of what came in.</summary>
    /// <param name="inputs">What came in.</param>
    /// <param name="outputs">The gradient of what went out.</param>
    /// <param name="before">The gradient of what came in; empty where nobody asks.</param>
    public void Back(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputs, Span<float> before)
    {
        Turn(inputs, layer.Inputs);
        Matrix.MultiplyAdd(_turned.AsSpan(0, inputs.Length), outputs, _weights.Gradient, inputs.Length / layer.Inputs, layer.Outputs);
        for (var at = 0; at < outputs.Length; at += layer.Outputs)
            System.Numerics.Tensors.TensorPrimitives.Add(_bias.Gradient, outputs.Slice(at, layer.Outputs), _bias.Gradient);
        if (before.IsEmpty)
            return;
        Turn(layer.Weights, layer.Outputs);
        Matrix.MultiplyAdd(outputs, _turned.AsSpan(0, layer.Weights.Length), before, layer.Outputs, layer.Inputs);
    }

    /// <summary>Rows become columns.</summary>
    private void Turn(ReadOnlySpan<float> matrix, int columns)
    {
        if (_turned.Length < matrix.Length)
            _turned = new float[matrix.Length];
        var rows = matrix.Length / columns;
        const int tile = 16;
        for (var r0 = 0; r0 < rows; r0 += tile)
        {
            for (var c0 = 0; c0 < columns; c0 += tile)
            {
                for (var r = r0; r < Math.Min(rows, r0 + tile); r++)
                {
                    for (var c = c0; c < Math.Min(columns, c0 + tile); c++)
                        _turned[c * rows + r] = matrix[r * columns + c];
                }
            }
        }
    }
}
