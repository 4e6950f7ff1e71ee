using Ingest.Text.Quotes.Tagging;

namespace Ingest.Text.Tests.Quotes.Tagging;

public sealed class ChainPathsTests
{
    private const int Pieces = 4;

    private static readonly float[] Scores = Noise(1, Pieces * Chain.Stride);

    private static readonly float[] Moves = Noise(2, (Chain.Stride + 1) * Chain.Stride);

    private static readonly ushort[] Masks = [0xFFFF, 0x00FF, 0xFFFF, 0x0F0F];

    [Fact]
    public void The_first_is_the_best_sequence()
    {
        var best = new byte[Pieces];
        Chain.Decode(Scores, Moves, Masks, best);

        Assert.Equal(best, Find(1)[0].Tags);
        Assert.Equal(All().MaxBy(ScoreOf), best);
    }

    [Fact]
    public void Each_is_the_best_that_has_one_of_its_tags()
    {
        var all = All().ToList();
        var best = all.Max(ScoreOf);

        Assert.All(Find(12), path =>
        {
            Assert.Equal(best - path.Behind, ScoreOf(path.Tags), 1e-4);
            Assert.Contains(Enumerable.Range(0, Pieces), i => Math.Abs(all.Where(tags => tags[i] == path.Tags[i]).Max(ScoreOf) - ScoreOf(path.Tags)) < 1e-4);
        });
    }

    [Fact]
    public void They_come_by_falling_score_and_none_twice()
    {
        var found = Find(12);

        Assert.Equal(12, found.Count);
        Assert.Equal(found.Select(path => path.Behind).Order(), found.Select(path => path.Behind));
        Assert.Equal(12, found.Select(path => Convert.ToHexString(path.Tags)).Distinct().Count());
    }

    private static List<(byte[] Tags, float Behind)> Find(int most) => new ChainPaths(Scores, Moves, Masks).Find(most, within: 100);

    private static IEnumerable<byte[]> All() =>
        from a in Enumerable.Range(0, Chain.Stride)
        from b in Enumerable.Range(0, Chain.Stride)
        from c in Enumerable.Range(0, Chain.Stride)
        from d in Enumerable.Range(0, Chain.Stride)
        let tags = new[] { (byte)a, (byte)b, (byte)c, (byte)d }
        where tags.Index().All(tag => (Masks[tag.Index] >> tag.Item & 1) != 0)
        select tags;

    private static float ScoreOf(byte[] tags)
    {
        var sum = 0f;
        for (var i = 0; i < tags.Length; i++)
            sum += Scores[(i * Chain.Stride) + tags[i]] + Moves[((i == 0 ? Chain.Start : tags[i - 1]) * Chain.Stride) + tags[i]];
        return sum;
    }

    private static float[] Noise(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 4)];
    }
}
