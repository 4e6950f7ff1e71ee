using Ingest.Text.Entities.Tagging;

namespace Ingest.Text.Tests.Entities.Tagging;

public sealed class WordShapeTests
{
    [Theory]
    [InlineData("Carter", "Obama", true)]
    [InlineData("McCain", "McKay", true)]
    [InlineData("2017", "1999", true)]
    [InlineData("IBM", "NATO", true)]
    [InlineData("Carter", "CARTER", false)]
    [InlineData("Carter", "carter", false)]
    [InlineData("I", "IBM", false)]
    [InlineData("a", "and", false)]
    [InlineData("U.S.", "Us", false)]
    [InlineData("G20", "Go", false)]
    public void Words_that_are_written_alike_have_the_same_shape(string one, string other, bool same) =>
        Assert.Equal(same, WordShape.HashOf(one) == WordShape.HashOf(other));
}
