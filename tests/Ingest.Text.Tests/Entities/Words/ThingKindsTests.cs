using Ingest.Text.Entities;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Tests.Entities.Words;

public sealed class ThingKindsTests
{
    [Theory]
    [InlineData("airline", "Kestrel Airways")]
    [InlineData("airline", "Kestrel Holdings")]
    [InlineData("airline", "Kestrel")]
    [InlineData("airline", "KAL")]
    [InlineData("bank", "Oakham Savings Bank")]
    [InlineData("bank", "Bank of Oakham")]
    [InlineData("paper", "Oakham Gazette")]
    [InlineData("board", "NTSB")]
    [InlineData("agency", "Department of Roads")]
    public void A_description_goes_with_a_name_that_tells_its_kind_or_nothing(string noun, string name) =>
        Assert.True(ThingKinds.Fits(noun, EntityType.Organization, name));

    [Theory]
    [InlineData("airline", "Oakham Savings Bank")]
    [InlineData("airline", "FBI")]
    [InlineData("bank", "University of Oakham")]
    [InlineData("company", "Oakham Police")]
    [InlineData("ministry", "AFP")]
    [InlineData("board", "Kestrel")]
    [InlineData("party", "Oakham Rovers")]
    [InlineData("group", "Oakham Morning News")]
    [InlineData("group", "Roads and Rivers Commission")]
    public void A_description_goes_with_no_name_of_another_kind(string noun, string name) =>
        Assert.False(ThingKinds.Fits(noun, EntityType.Organization, name));

    [Theory]
    [InlineData("hospital", "Oakham Hospital", true)]
    [InlineData("airline", "Kesterby Airport", false)]
    [InlineData("company", "Kesterby Bridge", false)]
    public void A_facility_is_called_only_what_its_name_says(string noun, string name, bool fits) =>
        Assert.Equal(fits, ThingKinds.Fits(noun, EntityType.Facility, name));
}
