using Ingest.Text.Entities.Tagging;

namespace Ingest.Text.Tests.Entities.Tagging;

public sealed class FeatureHashTests
{
    [Theory]
    [InlineData(5)]
    [InlineData(16)]
    [InlineData(37)]
    public void Features_that_are_finished_together_are_what_each_is_by_itself(int count)
    {
        var values = Enumerable.Range(1, count).Select(i => (uint)i).ToArray();

        Assert.Equal(
            Array.ConvertAll(values, i => FeatureHash.Of(i, 7 * i, 11 * i)),
            Finished(Array.ConvertAll(values, i => FeatureHash.Begin(i, 7 * i, 11 * i))));
    }

    [Fact]
    public void None_is_0() => Assert.Equal([1, 1], Finished([0, 0]));

    private static uint[] Finished(uint[] hashes)
    {
        FeatureHash.Finish(hashes);
        return hashes;
    }
}
