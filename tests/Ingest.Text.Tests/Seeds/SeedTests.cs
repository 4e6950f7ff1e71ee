using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Seeds;

/// <summary>
/// Holds the flow to what a careful reader finds in every seed. What it doesn't meet yet stands in <c>unmet.txt</c>: those are skipped
/// one by one, so that a run names and counts them; once met they fail here until they are taken off the list.
/// </summary>
public sealed class SeedTests
{
    private static readonly Extractor Extractor = new();

    private static readonly Dictionary<string, Seed> Seeds = Seed.In(Path.Combine(Tree.Root, "seeds")).ToDictionary(seed => seed.Name);

    private static readonly Dictionary<string, Lazy<Found>> FoundIn =
        Seeds.ToDictionary(seed => seed.Key, seed => new Lazy<Found>(() => new Found(Extractor.Extract(seed.Value.Bytes, seed.Key)[0])));

    private static readonly HashSet<string> Unmet =
        [.. File.ReadLines(Path.Combine(Tree.Root, "tests/Ingest.Text.Tests/Seeds/unmet.txt")).Where(line => line.Length > 0 && line[0] != '#')];

    public static TheoryData<string, string> Expectations()
    {
        var all = new TheoryData<string, string>();
        foreach (var seed in Seeds.Values)
        {
            foreach (var expectation in seed.Expectations())
                all.Add(seed.Name, expectation.Title);
        }

        return all;
    }

    [SkippableTheory]
    [MemberData(nameof(Expectations))]
    public void A_seed_yields_what_is_expected(string seed, string expectation)
    {
        var isMet = Seeds[seed].Expectations().First(e => e.Title == expectation).IsMet(FoundIn[seed].Value);
        var line = $"{seed}: {expectation}";
        var isListed = Unmet.Contains(line);

        Skip.If(isListed && !isMet, "Not met yet.");
        Assert.True(isMet, $"Not met: {line}");
        Assert.False(isListed, $"Met now, take it off unmet.txt: {line}");
    }

    [Fact]
    public void Every_line_of_the_list_of_what_is_unmet_is_an_expectation()
    {
        var titles = Seeds.Values.SelectMany(seed => seed.Expectations().Select(e => $"{seed.Name}: {e.Title}")).ToHashSet();

        Assert.Empty(Unmet.Except(titles));
    }

    [Fact]
    public void No_two_expectations_of_a_seed_have_the_same_title() =>
        Assert.All(Seeds.Values, seed => Assert.Distinct(seed.Expectations().Select(e => e.Title)));

    [Fact]
    public void A_broken_seed_fails_with_its_code()
    {
        var broken = Seeds.Values.Where(seed => seed.Failure is not null).ToArray();

        Assert.Equal(["broken.html", "empty.txt"], broken.Select(seed => seed.Name));
        Assert.All(broken, seed => Assert.Equal(seed.Failure, Assert.Throws<ArticleFormatException>(() => Extractor.Extract(seed.Bytes, seed.Name)).Code));
    }
}
