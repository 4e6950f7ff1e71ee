using System.Numerics.Tensors;
using Ingest.Text.Entities.Tagging.Network;
using Ingest.Text.Quotes.Tagging;
using Ingest.Text.Quotes.Tagging.Network;
using Ingest.Training.Networks;

namespace Ingest.Training.Quotes;

/// <summary>The pairs of the labelled cues with the pieces of their passages, on their way through the heads and back.</summary>
internal sealed class PairPass
{
    private const int Width = EncoderWeights.Width;

    private readonly List<Pairing> _cues = [];
    private readonly byte[] _roles;
    private readonly ushort[] _masks;
    private readonly Range[] _sequences;
    private readonly float[] _hidden, _means, _first, _last, _scores;
    private readonly ConvolutionPass[] _convolutions;
    private readonly Dropout _dropout;

    /// <summary>
    /// A cue: where its passage's pieces begin among all, where its pairs do, how many they are, and where the cue lies in the passage.
    /// </summary>
    private readonly record struct Pairing(int Piece, int Pair, int Count, int Start, int End);

    /// <param name="batch">The passages.</param>
    /// <param name="pass">The same on their way through the encoder.</param>
    /// <param name="heads">Of the network.</param>
    /// <param name="random">For what is left out.</param>
    public PairPass(ArraySegment<PassageExample> batch, EncoderPass pass, PassageHeads heads, Xorshift random)
    {
        var (roles, masks) = (new List<byte>(), new List<ushort>());
        for (var p = 0; p < batch.Count; p++)
        {
            foreach (var (start, end, own) in batch[p].Cues)
            {
                _cues.Add(new Pairing(pass.Sequences[p].Start.Value, roles.Count, own.Length, start, end));
                roles.AddRange(own);
                masks.AddRange(ChainLoss.MasksOf(own, i => FirstStage.SideMask(i, start, end)));
            }
        }

        (_roles, _masks, _hidden) = ([.. roles], [.. masks], pass.Hidden);
        _sequences = [.. _cues.Select(cue => cue.Pair..(cue.Pair + cue.Count))];
        var pieces = new float[_hidden.Length];
        heads.Pieces.Apply(_hidden, pieces);
        (_means, _first) = (new float[_cues.Count * Width], new float[_roles.Length * Width]);
        for (var k = 0; k < _cues.Count; k++)
            ReadPassage.Mean(CueRows(_hidden, _cues[k]), _means.AsSpan(k * Width, Width));
        var turned = new float[_means.Length];
        heads.Cue.Apply(_means, turned);
        for (var k = 0; k < _cues.Count; k++)
        {
            var cue = _cues[k];
            ReadPassage.Pair(
                Rows(pieces, cue.Piece, cue.Count),
                Rows(turned, k, 1),
                heads.Distances,
                cue.Start,
                cue.End,
                Rows(_first, cue.Pair, cue.Count));
        }

        var pairs = _first.AsSpan().ToArray();
        _convolutions = new ConvolutionPass[heads.Pairs.Length];
        for (var k = 0; k < _convolutions.Length; k++)
            _convolutions[k] = new ConvolutionPass(pairs, _sequences, PassageHeads.PairDilations[k], heads.Pairs[k], random);
        _dropout = new Dropout(pairs.Length, random);
        _last = _dropout.Apply(pairs);
        _scores = new float[_roles.Length * Chain.Stride];
        heads.Roles.Apply(_last, _scores);
    }

    /// <summary>Returns the loss.</summary>
    /// <param name="heads">To which their gradient is added.</param>
    /// <param name="hidden">To which that of what the encoder gave is added.</param>
    public double Back(PassageHeadsGradient heads, float[] hidden)
    {
        var loss = ChainLoss.Back(_scores, _roles, _masks, _sequences);
        var last = new float[_last.Length];
        heads.Roles.Back(_last, _scores, last);
        var pairs = _dropout.Apply(last);
        for (var k = _convolutions.Length - 1; k >= 0; k--)
            _convolutions[k].Back(heads.Pairs[k], pairs);
        Positive.Back(_first, pairs);
        var (pieces, turned, means) = (new float[_hidden.Length], new float[_means.Length], new float[_means.Length]);
        for (var k = 0; k < _cues.Count; k++)
        {
            var cue = _cues[k];
            for (var i = 0; i < cue.Count; i++)
            {
                var own = Rows(pairs, cue.Pair + i, 1);
                Convolution.Add(own, Rows(pieces, cue.Piece + i, 1));
                Convolution.Add(own, Rows(turned, k, 1));
                Convolution.Add(own, Rows(heads.Distances.Gradient, Distance.Of(i, cue.Start, cue.End), 1));
            }
        }

        heads.Pieces.Back(_hidden, pieces, hidden);
        heads.Cue.Back(_means, turned, means);
        for (var k = 0; k < _cues.Count; k++)
        {
            var mean = Rows(means, k, 1);
            TensorPrimitives.Divide(mean, _cues[k].End - _cues[k].Start, mean);
            for (var i = _cues[k].Start; i < _cues[k].End; i++)
                Convolution.Add(mean, Rows(hidden, _cues[k].Piece + i, 1));
        }

        return loss;
    }

    private static Span<float> CueRows(float[] rows, Pairing cue) => Rows(rows, cue.Piece + cue.Start, cue.End - cue.Start);

    private static Span<float> Rows(float[] rows, int first, int count) => rows.AsSpan(first * Width, count * Width);
}
