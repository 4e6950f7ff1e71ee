using Ingest.Text.Entities.Tagging;

namespace Ingest.Text.Tests.Entities.Tagging;

public sealed class NameModelTests
{
    private static readonly NameModel Small = new(
        new WordClusters(new() { [7] = new Cluster(1, 2, 3), [uint.MaxValue] = new Cluster(4, 5, 6) }),
        [5, 1000, uint.MaxValue],
        [.. Enumerable.Range(0, 3 * Tags.Stride).Select(i => (sbyte)(i % Tags.Stride < Tags.Count ? i % 255 - 127 : 0))],
        [.. Enumerable.Range(-1000, (Tags.Count + 1) * Tags.Stride)]);

    [Fact]
    public void What_was_saved_is_loaded()
    {
        using var file = new MemoryStream();
        Small.Save(file);
        file.Position = 0;

        var loaded = NameModel.Load(file);

        Assert.Equal(Small.Hashes, loaded.Hashes);
        Assert.Equal(Small.Rows, loaded.Rows);
        Assert.Equal(Small.Transitions, loaded.Transitions);
        Assert.Equal(Small.Clusters.Entries, loaded.Clusters.Entries);
    }

    [Fact]
    public void The_rows_of_the_features_that_are_known_add_up()
    {
        var scores = new short[Tags.Stride];
        scores[2] = 10;

        new FeatureWeights(Small.Hashes, Small.Rows).Sum([1000, 6, uint.MaxValue], scores);

        Assert.Equal(Enumerable.Range(0, Tags.Stride).Select(tag => (short)((tag == 2 ? 10 : 0) + Small.Rows[Tags.Stride + tag] + Small.Rows[2 * Tags.Stride + tag])), scores);
    }

    [Fact]
    public void What_is_no_model_is_refused() =>
        Assert.ThrowsAny<Exception>(() => NameModel.Load(new MemoryStream([1, 2, 3, 4])));

    // All models together may take 5 MB (the owner's limit); this one leaves room for those of the quotes.
    [Fact]
    public void It_fits_a_serverless_start()
    {
        using var resource = typeof(NameModel).Assembly.GetManifestResourceStream("Entities.model")!;

        Assert.InRange(resource.Length, 1, 3_600_000);
    }
}
