using Ingest.Text.Entities;

namespace Ingest.Text.Tests.Entities;

public sealed class GazetteerTests
{
    private static readonly string Data = Path.Combine(Tree.Root, "src", "Ingest.Text", "Entities");

    // Where this fails: dotnet run --project src/Ingest.Training -- lists
    [Fact]
    public void The_packed_lists_are_those_of_the_tree()
    {
        using var packed = new MemoryStream();

        ListPacker.Pack(name => File.ReadAllText(Path.Combine(Data, "Data", $"{name}.txt")), packed);

        Assert.True(packed.ToArray().AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Data, "en.lists"))), "Data/ has changed: pack the lists again.");
    }

    [Fact]
    public void Every_list_is_packed()
    {
        var packed = new List<string>();

        ListPacker.Pack(Name, Stream.Null);

        // Read by the linker itself.
        Assert.Equal(Directory.EnumerateFiles(Path.Combine(Data, "Data"), "*.txt").Select(Path.GetFileNameWithoutExtension).Order(), packed.Append("short-forms").Order());

        string Name(string name)
        {
            packed.Add(name);
            return "";
        }
    }

    [Fact]
    public void A_table_holds_what_was_put_in_and_nothing_else()
    {
        var random = new Random(5);
        var phrases = Enumerable.Range(0, 10_000).ToDictionary(_ => (ulong)random.NextInt64(), i => (WordLists)(1 << i % 20));
        using var file = new MemoryStream();

        PhraseTable.Save(file, phrases);
        file.Position = 0;
        var table = PhraseTable.Load(file);

        Assert.Equal(phrases.Count, table.Count);
        Assert.All(phrases, phrase => Assert.Equal(phrase.Value, table[phrase.Key]));
        Assert.All(phrases, phrase => Assert.Equal(WordLists.None, table[~phrase.Key]));
    }

    [Fact]
    public void What_are_no_lists_is_refused() =>
        Assert.Throws<InvalidDataException>(() => PhraseTable.Load(new MemoryStream(new byte[64])));

    [Theory]
    [InlineData("Japan", true)]
    [InlineData("japan", true)]
    [InlineData("SÃO TOMÉ", true)]
    [InlineData("U.S.", true)]
    [InlineData("us", false)]
    [InlineData("Japanese", false)]
    public void A_place_is_found_however_it_is_written_and_an_acronym_in_capitals(string name, bool isPlace) =>
        Assert.Equal(isPlace, (Gazetteer.Default.Find(name) & WordLists.Place) != 0);

    [Theory]
    [InlineData("IKEA", true)]
    [InlineData("Ikea", true)]      // listed both ways
    [InlineData("BBC", true)]
    [InlineData("Bbc", false)]
    [InlineData("SIM", true)]
    [InlineData("Sim", false)]      // listed as a town
    public void What_is_listed_in_capitals_and_small_is_found_in_both(string name, bool isKnown) =>
        Assert.Equal(isKnown, (Gazetteer.Default.Find(name) & (WordLists.Organization | WordLists.Misc)) != 0);
}
