using System.Numerics.Tensors;
using Ingest.Text.Entities.Tagging;
using Ingest.Text.Entities.Tagging.Network;
using Ingest.Training.Networks;

namespace Ingest.Training.Entities;

/// <summary>
/// Trains the network of names on the same partial labels as the chain, and not on what the chain says of them: each errs in its own way,
/// and their sum less than either.
/// </summary>
internal static class NameNetworkTraining
{
    private const int MinCount = 20, Epochs = 8;

    /// <summary>What its scores are multiplied by, so that it says less than the chain.</summary>
    private const float Share = 0.45f;

    /// <summary>Deviations beyond which a weight of a row is as good as one there.</summary>
    private const float Widest = 3;

    /// <param name="texts">What is learnt from.</param>
    /// <param name="transitions">Of the chain.</param>
    /// <param name="scale">Units of its scores to 1.</param>
    /// <param name="seed">For the order, the first weights and what is left out; not 0.</param>
    /// <param name="say">Told of the progress.</param>
    public static NameNetwork Train(TrainingSentences texts, float[] transitions, float scale, uint seed, Action<string>? say)
    {
        var index = texts.Index(MinCount);
        say?.Invoke($"{index.Count} features of the network");
        var random = new Xorshift(seed);
        var encoder = new EncoderGradient(NetworkFit.FirstEncoder(index.Count, random));
        var head = FirstHead(random);
        var gradient = new LayerGradient(head);
        var lattice = new TagLattice();
        lattice.MoveBy(transitions);
        NetworkFit.Run(
            texts.Read(index),
            Epochs,
            random,
            [.. encoder.Parts, .. gradient.Parts],
            batch => Learn(batch, encoder, head, gradient, lattice, random),
            say);
        foreach (var scores in head.Arrays)
            TensorPrimitives.Multiply(scores, Share * scale, scores);
        NetworkFit.Round(head.Arrays);
        return new NameNetwork(Pack(encoder.Weights, index), head);
    }

    public static Layer FirstHead(Xorshift random)
    {
        var head = new Layer(EncoderWeights.Width, Tags.Stride);
        NetworkFit.Draw(head, random);
        return head;
    }

    /// <summary>Adds the gradients of a batch; returns the loss of a token.</summary>
    public static double Learn(
        ArraySegment<TrainingSentence> batch,
        EncoderGradient encoder,
        Layer head,
        LayerGradient gradient,
        TagLattice lattice,
        Xorshift random)
    {
        var pass = new EncoderPass(batch.Select(sentence => sentence.Rows), encoder.Weights, random);
        var tokens = pass.Hidden.Length / EncoderWeights.Width;
        var scores = new float[tokens * Tags.Stride];
        head.Apply(pass.Hidden, scores);
        var loss = 0.0;
        for (var s = 0; s < batch.Count; s++)
        {
            var own = scores.AsSpan(pass.Sequences[s].Start.Value * Tags.Stride, batch[s].Rows.Length * Tags.Stride);
            lattice.Start(batch[s].Rows.Length);
            own.CopyTo(lattice.Scores);
            loss += lattice.Loss(batch[s].Allowed);
            TensorPrimitives.Divide(lattice.Counts.AsSpan(0, own.Length), tokens, own);
        }

        var hidden = new float[pass.Hidden.Length];
        gradient.Back(pass.Hidden, scores, hidden);
        pass.Back(encoder, hidden);
        return loss / tokens;
    }

    /// <summary>With rows of as few levels as a coarse encoder may have.</summary>
    private static Encoder Pack(EncoderWeights learnt, Dictionary<uint, int> index)
    {
        var deviation = MathF.Sqrt(learnt.Rows.Sum(weight => weight * weight) / learnt.Rows.Length);
        var scale = sbyte.MaxValue / (Widest * deviation);
        var levels = new WeightLevels(learnt.Rows, scale);
        NetworkFit.Round(learnt.Dense);
        return new Encoder(
            [.. index.Keys], Array.ConvertAll(learnt.Rows, weight => levels.Values[levels.PlaceOf(weight)]), 1 / scale, learnt);
    }
}
