using Ingest.Text.Quotes.Tagging;

namespace Ingest.Text.Tests.Quotes.Tagging;

public sealed class TagRowsTests
{
    private static readonly TagRows Rows = new([1], [127, -127, 64, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 0.5f, []);

    [Fact]
    public void Rounded_weights_are_fewer_and_of_a_larger_unit()
    {
        var rounded = Rows.Rounded(31);

        Assert.Equal([31, -31, 16, 0, 0], rounded.Weights[..5]);
        Assert.Equal(0.5f * 127 / 31, rounded.Unit, 1e-6f);
    }

    [Fact]
    public void What_is_as_coarse_already_stays() => Assert.Same(Rows, Rows.Rounded(127));
}
