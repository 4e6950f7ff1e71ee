using Ingest.Text.Entities.Tagging;
using Ingest.Training.Entities;
using Ingest.Training.Networks;

namespace Ingest.Training.Tests;

public sealed class NameNetworkTrainingTests
{
    private const int Features = 12;

    // A name of two tokens that is a person or an organisation, and tokens outside.
    private static readonly TrainingSentence[] Examples =
    [
        new([[0, 3], [1], [2, 4, 5], [6]], [1, FirstOf(0) | FirstOf(1), LastOf(0) | LastOf(1), 1]),
        new([[8], [9, 10], [11]], [1, 1UL << Tags.Single(2), ulong.MaxValue]),
    ];

    [Fact]
    public void The_gradient_is_the_slope_of_the_loss()
    {
        const float step = 2e-3f;
        var random = new Xorshift(3);
        var weights = NetworkFit.FirstEncoder(Features, random);
        var head = NameNetworkTraining.FirstHead(random);
        var (encoder, gradient) = (new EncoderGradient(weights), new LayerGradient(head));
        Learn();
        var parts = (Adam[])[.. encoder.Parts, .. gradient.Parts];
        float[][] slopes = [.. parts.Select(part => (float[])part.Gradient.Clone())];

        var (agree, all) = (0, 0);
        for (var a = 0; a < parts.Length; a++)
        {
            // The steepest of each array: a kink of relu is least likely to hide its slope.
            foreach (var at in Enumerable.Range(0, slopes[a].Length).OrderByDescending(i => MathF.Abs(slopes[a][i])).Take(3))
            {
                var before = parts[a].Weights[at];
                parts[a].Weights[at] = before + step;
                var above = Learn();
                parts[a].Weights[at] = before - step;
                var below = Learn();
                parts[a].Weights[at] = before;
                all++;
                agree += Math.Abs((above - below) / (2 * step) - slopes[a][at]) < 0.05 * Math.Abs(slopes[a][at]) + 1e-3 ? 1 : 0;
            }
        }

        Assert.True(agree >= all - 2, $"{agree} of {all} slopes agree.");

        // What is left out hangs on the seed alone, so that the same seed gives the same function of the weights.
        double Learn() => NameNetworkTraining.Learn(Examples, encoder, head, gradient, Lattice(), new Xorshift(5));
    }

    [Fact]
    public void A_sentence_whose_labels_no_sequence_allows_teaches_nothing()
    {
        var random = new Xorshift(3);
        var (encoder, head) = (new EncoderGradient(NetworkFit.FirstEncoder(Features, random)), NameNetworkTraining.FirstHead(random));
        var gradient = new LayerGradient(head);

        var loss =
            NameNetworkTraining.Learn(
                new TrainingSentence[] { new([[0], [1]], [FirstOf(0), 1]) }, encoder, head, gradient, Lattice(), random);

        Assert.Equal(0, loss);
        Assert.All(encoder.Parts.Concat(gradient.Parts), part => Assert.All(part.Gradient, slope => Assert.Equal(0, slope)));
    }

    private static TagLattice Lattice()
    {
        var lattice = new TagLattice();
        lattice.MoveBy(new float[(Tags.Count + 1) * Tags.Stride]);
        return lattice;
    }

    private static ulong FirstOf(int type) => 1UL << Tags.First(type);

    private static ulong LastOf(int type) => 1UL << Tags.Last(type);
}
