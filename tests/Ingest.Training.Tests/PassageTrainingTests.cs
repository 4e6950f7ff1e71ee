using Ingest.Text.Quotes.Tagging.Network;
using Ingest.Training.Networks;
using Ingest.Training.Quotes;

namespace Ingest.Training.Tests;

public sealed class PassageTrainingTests
{
    private const int Features = 12;

    private static readonly PassageExample[] Examples =
    [
        new([[0, 3], [1], [2, 4, 5], [6], [1, 7]], Placed(1, 7, 4 + 8, 4 + 8, 0), [(1, 2, Placed(1, 7, 12, 12, 8))]),
        new([[8], [9, 10], [11]], [0, 0, 0], []),
        new([[5, 6], [7], [0], [1, 2]], Placed(4, 4, 7, 9), [(2, 3, Placed(4, 4, 7, 9)), (1, 3, Placed(4, 7, 7, 8))]),
    ];

    // What is left out hangs on the seed alone, so that the same seed gives the same function of the weights.
    private static double Loss(EncoderGradient encoder, PassageHeadsGradient heads) =>
        PassageTraining.Learn(Examples, encoder, heads, new Xorshift(5));

    [Fact]
    public void The_gradient_is_the_slope_of_the_loss()
    {
        const float step = 2e-3f;
        var random = new Xorshift(3);
        var weights = NetworkFit.FirstEncoder(Features, random);
        var heads = PassageTraining.FirstHeads(random);
        var (encoder, headsGradient) = (new EncoderGradient(weights), new PassageHeadsGradient(heads));
        Loss(encoder, headsGradient);
        float[][] arrays = [weights.Rows, .. weights.Dense, .. heads.Arrays];
        float[][] gradients = [.. Parts(encoder, headsGradient, arrays).Select(part => (float[])part.Gradient.Clone())];

        var (agree, all) = (0, 0);
        for (var a = 0; a < arrays.Length; a++)
        {
            // The steepest of each array: a kink of relu is least likely to hide its slope.
            foreach (var at in Enumerable.Range(0, arrays[a].Length).OrderByDescending(i => MathF.Abs(gradients[a][i])).Take(3))
            {
                if (MathF.Abs(gradients[a][at]) < 1e-3f)
                    continue;
                var before = arrays[a][at];
                arrays[a][at] = before + step;
                var above = Loss(encoder, headsGradient);
                arrays[a][at] = before - step;
                var below = Loss(encoder, headsGradient);
                arrays[a][at] = before;
                all++;
                agree += Math.Abs((above - below) / (2 * step) - gradients[a][at]) < 0.05 * Math.Abs(gradients[a][at]) + 1e-3 ? 1 : 0;
            }
        }

        Assert.True(all >= 45, $"Only {all} slopes are steep enough to be seen.");
        Assert.True(agree >= all - 2, $"{agree} of {all} slopes agree.");
    }

    [Fact]
    public void The_same_seed_gives_the_same_file() => Assert.Equal(FileOf(seed: 11), FileOf(seed: 11));

    [Fact]
    public void A_file_that_is_read_and_written_again_is_the_same()
    {
        var first = FileOf(seed: 11);
        using var reader = new BinaryReader(new MemoryStream(first));
        using var again = new MemoryStream();
        using (var writer = new BinaryWriter(again))
            PassageNetwork.Read(reader).Write(writer);

        Assert.Equal(first, again.ToArray());
    }

    internal static PassageNetwork Network(uint seed) =>
        PassageTraining.Train(Examples, IndexOf(Features), epochs: 20, share: 1, seed, say: null);

    private static byte[] FileOf(uint seed)
    {
        using var file = new MemoryStream();
        using (var writer = new BinaryWriter(file))
            Network(seed).Write(writer);
        return file.ToArray();
    }

    private static FeatureIndex IndexOf(int count) => new([[[.. Enumerable.Range(1, count).Select(i => (uint)i)]]], 1);

    private static IEnumerable<Adam> Parts(EncoderGradient encoder, PassageHeadsGradient heads, float[][] arrays)
    {
        var parts = encoder.Parts.Concat(heads.Parts).ToDictionary(part => part.Weights);
        return arrays.Select(array => parts[array]);
    }

    private static byte[] Placed(params byte[] tags) => Ingest.Text.Quotes.Tagging.Parts.Placed(tags);
}
