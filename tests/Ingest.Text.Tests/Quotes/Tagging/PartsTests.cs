using Ingest.Text.Quotes.Tagging;

namespace Ingest.Text.Tests.Quotes.Tagging;

public sealed class PartsTests
{
    [Fact]
    public void A_run_begins_goes_on_and_ends()
    {
        byte[] tags = [0, 4, 4, 4, 1, 7, 8, 12];

        Parts.Place(tags);

        Assert.Equal([0, 4, 5, 6, 3, 7, 8, 14], tags);
        Assert.Equal([0, 4, 4, 4, 1, 7, 8, 12], tags.Select(tag => Parts.PartOf(tag)));
    }

    [Theory]
    [InlineData(4, 5, true)]
    [InlineData(4, 6, true)]
    [InlineData(4, 7, false)]
    [InlineData(4, 2, false)]
    [InlineData(6, 7, true)]
    [InlineData(6, 5, false)]
    [InlineData(7, 14, true)]
    [InlineData(Chain.Start, 4, true)]
    [InlineData(Chain.Start, 5, false)]
    public void What_is_begun_goes_on_to_its_end(int before, int tag, bool may) => Assert.Equal(may, Parts.MayFollow(before, tag));
}
