using System.Numerics.Tensors;
using Ingest.Text.Quotes.Tagging;
using Ingest.Text.Quotes.Tagging.Network;
using Ingest.Training.Networks;

namespace Ingest.Training.Quotes;

/// <summary>
/// Trains the network of passages on the tags of the first stage and, for the labelled cues, those of the second: the cross-entropy of
/// both.
/// </summary>
internal static class PassageTraining
{
    /// <param name="examples">What is learnt from.</param>
    /// <param name="index">Rows of the features.</param>
    /// <param name="epochs">Times that each example is seen.</param>
    /// <param name="share">What its scores of cues are multiplied by in the end.</param>
    /// <param name="seed">For the order, the first weights and what is left out; not 0.</param>
    /// <param name="say">Told of the progress.</param>
    public static PassageNetwork Train(
        IReadOnlyList<PassageExample> examples, FeatureIndex index, int epochs, float share, uint seed, Action<string>? say)
    {
        var random = new Xorshift(seed);
        var encoder = new EncoderGradient(NetworkFit.FirstEncoder(index.Count, random));
        var heads = new PassageHeadsGradient(FirstHeads(random));
        NetworkFit.Run(examples, epochs, random, [.. encoder.Parts, .. heads.Parts], batch => Learn(batch, encoder, heads, random), say);
        foreach (var scores in heads.Heads.Cues.Arrays)
            TensorPrimitives.Multiply(scores, share, scores);
        NetworkFit.Round(heads.Heads.Arrays);
        return new PassageNetwork(NetworkFit.Pack(encoder.Weights, index.Rows), heads.Heads);
    }

    public static PassageHeads FirstHeads(Xorshift random)
    {
        var heads = new PassageHeads();
        NetworkFit.Draw(heads.Distances, 1, random);
        foreach (var layer in heads.Layers)
            NetworkFit.Draw(layer, random);
        return heads;
    }

    /// <summary>Adds the gradients of a batch; returns its loss.</summary>
    public static double Learn(ArraySegment<PassageExample> batch, EncoderGradient encoder, PassageHeadsGradient heads, Xorshift random)
    {
        var pass = new EncoderPass(batch.Select(example => example.Rows), encoder.Weights, random);
        var hidden = new float[pass.Hidden.Length];
        byte[] tags = [.. batch.SelectMany(example => example.Tags)];
        var cues = new float[tags.Length * Chain.Stride];
        heads.Heads.Cues.Apply(pass.Hidden, cues);
        var loss =
            ChainLoss.Back(
                cues, tags, [.. batch.SelectMany(example => ChainLoss.MasksOf(example.Tags, _ => FirstStage.Mask))], pass.Sequences);
        heads.Cues.Back(pass.Hidden, cues, hidden);
        if (batch.Any(example => example.Cues.Count > 0))
            loss += new PairPass(batch, pass, heads.Heads, random).Back(heads, hidden);
        pass.Back(encoder, hidden);
        return loss;
    }
}
