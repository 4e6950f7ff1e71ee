using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Tests.Entities.Names;

public sealed class SpelledOutTests
{
    [Theory]
    [InlineData("It was Roads, Harbours and [Bridges Norland] (RHBN).", EntityType.Organization, "Roads, Harbours and Bridges Norland Organization")]
    [InlineData("The Royal Elm [Hospital for Sick Children] (REHSC) shut.", EntityType.Facility, "Royal Elm Hospital for Sick Children Facility")]
    [InlineData("The Elm Men's and Mixed [Netball Association] (EMMNA) met.", EntityType.Organization, "Elm Men's and Mixed Netball Association Organization")]
    [InlineData("They met at Clean Air [Norland] (CAN) on Monday.", EntityType.Location, "Clean Air Norland Organization")]
    public void Initials_in_brackets_tell_how_far_back_a_name_reaches(string marked, EntityType type, string found) => Assert.Equal(found, Whole(marked, type));

    [Theory]
    [InlineData("The [Netball Association] (NBA) met.", EntityType.Organization)]
    [InlineData("On Monday the [Netball Association] (MNA) met.", EntityType.Organization)]
    [InlineData("The Royal [Netball Association] (NA) met.", EntityType.Organization)]
    [InlineData("The Royal Elm [Netball Association] (RNA) met.", EntityType.Organization)]
    [InlineData("The Royal Elm [Jane Roe] (REJR) met.", EntityType.Person)]
    public void Others_are_whole(string marked, EntityType type) => Assert.Null(Whole(marked, type));

    private static string? Whole(string marked, EntityType type)
    {
        var (start, end) = (marked.IndexOf('['), marked.IndexOf(']') - 1);
        var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

        return SpelledOut.Whole(Document.Parse(text), new Mention(new TextSpan(start, end), type)) is { } whole ? $"{whole.Span.In(text)} {whole.Type}" : null;
    }
}
