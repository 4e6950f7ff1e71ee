using Ingest.Text.Quotes.Tagging.Network;

namespace Ingest.Text.Tests.Quotes.Tagging.Network;

public sealed class DistanceTests
{
    [Fact]
    public void Both_sides_of_the_cue_have_their_own_steps_and_it_has_one()
    {
        int[] near = [.. Enumerable.Range(0, 22).Select(piece => Distance.Of(piece, 10, 12))];

        Assert.Equal(21, near.Distinct().Count());   // the cue's two pieces are one step
        Assert.Equal((0, 0), (near[10], near[11]));
    }

    [Fact]
    public void However_far_it_has_a_row()
    {
        Assert.All(Enumerable.Range(0, 5000), piece => Assert.InRange(Distance.Of(piece, 2500, 2501), 0, Distance.Count - 1));
        Assert.NotEqual(Distance.Of(0, 2500, 2501), Distance.Of(5000, 2500, 2501));
    }
}
