using Ingest.Text.Entities;
using Ingest.Text.Entities.Tagging;

namespace Ingest.Text.Tests.Entities.Tagging;

public sealed class TagsTests
{
    [Fact]
    public void A_type_has_four_tags_and_one_stands_outside() => Assert.Equal(Tags.Count, 1 + 4 * Tags.Types.Length);

    [Theory]
    [InlineData("B", "L", true)]
    [InlineData("B", "I", true)]
    [InlineData("I", "L", true)]
    [InlineData("B", "O", false)]
    [InlineData("I", "U", false)]
    [InlineData("L", "B", true)]
    [InlineData("L", "I", false)]
    [InlineData("U", "U", true)]
    [InlineData("O", "L", false)]
    [InlineData("O", "B", true)]
    public void A_name_goes_from_B_over_I_to_L_or_stands_alone(string before, string tag, bool may) =>
        Assert.Equal(may, Tags.MayFollow(Of(before), Of(tag)));

    [Fact]
    public void A_name_keeps_its_type() =>
        Assert.False(Tags.MayFollow(Tags.First(0), Tags.Last(1)));

    [Fact]
    public void A_tag_knows_its_type() =>
        Assert.All(Enumerable.Range(0, Tags.Types.Length), type => Assert.Equal(type, Tags.TypeOf(Tags.Single(type))));

    private static int Of(string letter)
    {
        var person = Array.IndexOf(Tags.Types, EntityType.Person);
        return letter switch { "B" => Tags.First(person), "I" => Tags.Inside(person), "L" => Tags.Last(person), "U" => Tags.Single(person), _ => Tags.Outside };
    }
}
