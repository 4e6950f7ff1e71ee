using Ingest.Text.Entities.Tagging;

namespace Ingest.Text.Tests.Entities.Tagging;

public sealed class ViterbiTests
{
    [Fact]
    public void It_finds_the_best_of_all_sequences_that_are_allowed()
    {
        var random = new Random(3);
        for (var round = 0; round < 20; round++)
        {
            var transitions = Enumerable.Range(0, (Tags.Count + 1) * Tags.Stride).Select(_ => random.Next(-200, 200)).ToArray();
            var emissions = Enumerable.Range(0, 3 * Tags.Stride).Select(_ => (short)random.Next(-400, 400)).ToArray();
            var tags = new byte[3];

            new Viterbi(transitions).Decode(emissions, tags);

            Assert.Equal(BestOfAll(transitions, emissions), Score(transitions, emissions, tags[0], tags[1], tags[2]));
        }
    }

    [Fact]
    public void A_sentence_never_ends_within_a_name()
    {
        var emissions = new short[2 * Tags.Stride];
        emissions[Tags.First(0)] = 1000;
        emissions[Tags.Stride + Tags.Inside(0)] = 1000;
        var tags = new byte[2];

        new Viterbi(new int[(Tags.Count + 1) * Tags.Stride]).Decode(emissions, tags);

        Assert.Equal([(byte)Tags.First(0), (byte)Tags.Last(0)], tags);
    }

    private static int BestOfAll(int[] transitions, short[] emissions)
    {
        var best = int.MinValue;
        for (var a = 0; a < Tags.Count; a++)
        {
            for (var b = 0; b < Tags.Count; b++)
            {
                for (var c = 0; c < Tags.Count; c++)
                    best = Math.Max(best, Score(transitions, emissions, a, b, c));
            }
        }

        return best;
    }

    private static int Score(int[] transitions, short[] emissions, int a, int b, int c) =>
        Tags.GoesOn(a) || !Tags.MayFollow(a, b) || !Tags.MayFollow(b, c) || Tags.IsOpen(c)
            ? int.MinValue
            : transitions[Tags.Count * Tags.Stride + a] + transitions[a * Tags.Stride + b] + transitions[b * Tags.Stride + c]
                + emissions[a] + emissions[Tags.Stride + b] + emissions[2 * Tags.Stride + c];
}
