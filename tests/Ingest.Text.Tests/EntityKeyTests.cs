using Ingest.Text.Entities;

namespace Ingest.Text.Tests;

public sealed class EntityKeyTests
{
    [Theory]
    [InlineData("Donald Trump", "person|donald-trump")]
    [InlineData("DONALD  TRUMP", "person|donald-trump")]
    [InlineData("José Núñez", "person|jose-nunez")]
    [InlineData("Đặng Văn Łukasz Ørsted", "person|dang-van-lukasz-orsted")]
    [InlineData("Shaun O’Neill", "person|shaun-oneill")]
    [InlineData("Shaun O'Neill", "person|shaun-oneill")]
    [InlineData("Bashar al-Assad", "person|bashar-al-assad")]
    [InlineData("Sammy Davis, Jr.", "person|sammy-davis-jr")]
    [InlineData("习近平", "person|习近平")]
    [InlineData("a/b\\c#d?e", "person|a-b-c-d-e")]
    [InlineData("...", "person|-")]
    [InlineData("", "person|-")]
    public void It_is_the_type_and_the_folded_name(string name, string key) =>
        Assert.Equal(key, EntityKey.Of(EntityType.Person, name));

    [Theory]
    [InlineData("U.S.", "location|united-states")]
    [InlineData("US", "location|united-states")]
    [InlineData("America", "location|united-states")]
    [InlineData("United States", "location|united-states")]
    [InlineData("Britain", "location|united-kingdom")]
    [InlineData("Côte d’Ivoire", "location|ivory-coast")]
    [InlineData("Chad", "location|chad")]
    [InlineData("Fla.", "location|florida")]
    [InlineData("FLA", "location|florida")]
    [InlineData("FL", "location|florida")]
    [InlineData("N.Y.", "location|new-york")]
    [InlineData("Washington, D.C.", "location|washington")]
    [InlineData("Washington", "location|washington")]
    public void The_names_of_a_country_or_a_state_share_a_key(string name, string key) =>
        Assert.Equal(key, EntityKey.Of(EntityType.Location, name));

    [Fact]
    public void A_persons_name_is_no_countrys() =>
        Assert.Equal("person|america", EntityKey.Of(EntityType.Person, "America"));

    [Fact]
    public void A_name_of_two_thousand_letters_is_cut() =>
        Assert.InRange(EntityKey.Of(EntityType.Organization, new string('a', 2000)).Length, 100, 160);

    [Theory]
    [InlineData(EntityType.Organization, "U.S. Navy", "organization|us-navy")]
    [InlineData(EntityType.Organization, "US Navy", "organization|us-navy")]
    [InlineData(EntityType.Organization, "F.B.I.", "organization|fbi")]
    [InlineData(EntityType.Organization, "St.George Bank", "organization|st-george-bank")]
    [InlineData(EntityType.Location, "U.S.", "location|united-states")]
    [InlineData(EntityType.Location, "W.Va.", "location|west-virginia")]
    [InlineData(EntityType.Location, "L.A.", "location|los-angeles")]
    [InlineData(EntityType.Person, "J.K. Roe", "person|j-k-roe")]
    public void Initials_with_points_and_without_are_one_but_for_a_person_and_a_place(EntityType type, string name, string key) =>
        Assert.Equal(key, EntityKey.Of(type, name));
}
