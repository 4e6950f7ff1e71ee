using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Tests.Entities.Names;

public sealed class OccasionNameTests
{
    [Theory]
    [InlineData("After some years they finally kept Harbour Week again.", "Harbour Week Event")]
    [InlineData("After some years they finally kept the Fish and Boat Heritage Month again.", "Fish and Boat Heritage Month Event")]
    [InlineData("After some years they finally kept [Valentine]'s Day again.", "Valentine's Day Event")]
    [InlineData("After some years they finally kept Women’s History Month again.", "Women’s History Month Event")]
    [InlineData("After some years they finally kept Dockers' Day again.", "Dockers' Day Event")]
    [InlineData("After some years they finally kept [Jane Roe] Day again.", "Jane Roe Day Event")]
    [InlineData("This Harbour and Boat Month they finally kept the boats in.", "Harbour and Boat Month Event")]
    [InlineData("After some years they finally kept [Roe]'s Harbour Day again.", "Roe Person|Harbour Day Event")]
    [InlineData("After some years they asked the lawyers of Roe Day again.", "")]
    [InlineData("After some years they asked [Doris Day] again.", "Doris Day Person")]
    [InlineData("After some years they finally kept a Good Day again.", "")]
    [InlineData("After some years they finally kept Harbour Day Three again.", "")]
    [InlineData("How To Get To It All Day: They finally kept the boats in.", "")]
    [InlineData("Marlow Towns Finally Keep Harbour Week", "")]
    public void What_is_kept_is_an_event(string marked, string found)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Person);

        Assert.Equal(found, Add(text, mentions));
    }

    [Theory]
    [InlineData("After some years they finally kept [Elm]'s Harbour Day again.", "Elm Location|Harbour Day Event")]
    [InlineData("After some years they finally kept [Elm] Harbour Day again.", "Elm Harbour Day Event")]
    public void A_place_may_be_whose_it_is_or_a_part_of_its_name(string marked, string found)
    {
        var (text, mentions) = Marked.Read(marked, EntityType.Location);

        Assert.Equal(found, Add(text, mentions));
    }

    private static string Add(string text, IEnumerable<Mention> mentions) =>
        string.Join('|', OccasionName.Add(Document.Parse(text), [.. mentions]).Select(mention => $"{mention.Span.In(text)} {mention.Type}"));
}
