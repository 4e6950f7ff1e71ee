using Ingest.Text.Entities.Tagging;
using Ingest.Text.Tests.Entities.Tagging.Network;

namespace Ingest.Text.Tests.Entities.Tagging;

public sealed class NameModelTests
{
    private static readonly NameModel Small = new(
        new WordClusters(new Dictionary<uint, Cluster> { [7] = new Cluster(1, 2, 3, 4), [uint.MaxValue] = new Cluster(5, 6, 7, 8) }),
        new FeatureWeights(
            [5, 1000, uint.MaxValue],
            [.. Enumerable.Range(0, 3 * FeatureWeights.RowBytes).Select(i => (byte)(i * 37))],
            [.. Enumerable.Range(-8, FeatureWeights.Levels).Select(level => (sbyte)(level * 15))]),
        [.. Enumerable.Range(-1000, (Tags.Count + 1) * Tags.Stride)],
        Networks.Of([3, 900, uint.MaxValue], row: place => (sbyte)(place * 29 % 16 * 8 - 60)));

    [Fact]
    public void What_was_saved_is_loaded()
    {
        using var file = new MemoryStream();
        Small.Save(file);
        file.Position = 0;

        var loaded = NameModel.Load(file);

        Assert.Equal(Small.Weights.Hashes, loaded.Weights.Hashes);
        Assert.Equal(Small.Weights.Rows, loaded.Weights.Rows);
        Assert.Equal(Small.Weights.LevelValues, loaded.Weights.LevelValues);
        Assert.Equal(Small.Transitions, loaded.Transitions);
        Assert.Equal(Small.Clusters.Words, loaded.Clusters.Words);
        Assert.Equal(Small.Clusters.Clusters, loaded.Clusters.Clusters);
        Assert.Equal(Small.Network.Encoder.Hashes, loaded.Network.Encoder.Hashes);
        Assert.Equal(Small.Network.Encoder.Rows, loaded.Network.Encoder.Rows);
        Assert.Equal(Small.Network.Encoder.Unit, loaded.Network.Encoder.Unit);
        Assert.Equal(Small.Network.Encoder.Weights.Dense, loaded.Network.Encoder.Weights.Dense);
        Assert.Equal(Small.Network.Head.Arrays, loaded.Network.Head.Arrays);
    }

    [Fact]
    public void The_rows_of_the_features_that_are_known_add_up()
    {
        var scores = new short[Tags.Stride];
        scores[2] = 10;

        Small.Weights.Sum([1000, 6, uint.MaxValue], scores);

        Assert.Equal(Enumerable.Range(0, Tags.Stride).Select(tag => (short)((tag == 2 ? 10 : 0) + Weight(1, tag) + Weight(2, tag))), scores);

        static int Weight(int row, int tag) =>
            Small.Weights.LevelValues[Small.Weights.Rows[row * FeatureWeights.RowBytes + tag / 2] >> tag % 2 * 4 & 15];
    }

    [Fact]
    public void A_hash_is_found_where_it_stands_and_no_other()
    {
        var random = new Random(7);
        uint[] hashes = [0, .. Enumerable.Range(0, 1000).Select(_ => (uint)random.NextInt64(1, uint.MaxValue)).Distinct().Order(), uint.MaxValue];
        var index = new HashIndex(hashes);

        Assert.Equal(Enumerable.Range(0, hashes.Length), hashes.Select(index.IndexOf));
        Assert.All(hashes.Select(hash => hash ^ 1).Except(hashes), hash => Assert.Equal(-1, index.IndexOf(hash)));
        Assert.Equal(-1, new HashIndex([]).IndexOf(0));
    }

    [Fact]
    public void Hashes_that_begin_alike_are_told_apart_however_many_there_are()
    {
        uint[] hashes = [.. Enumerable.Range(0, 40).Select(i => 0x7000_0000u + ((uint)i * 3)), 0x7001_0000];
        var index = new HashIndex(hashes);

        Assert.Equal(Enumerable.Range(0, hashes.Length), hashes.Select(index.IndexOf));
        Assert.All(hashes.Select(hash => hash + 1), hash => Assert.Equal(-1, index.IndexOf(hash)));
    }

    [Fact]
    public void Of_many_hashes_the_places_of_those_that_are_there_come_to_the_front()
    {
        var index = new HashIndex([.. Enumerable.Range(1, 20).Select(i => (uint)i)]);
        uint[] hashes = [20, 0, 3, 21, 0xFFFF_0003, 1];

        var count = index.Replace(hashes);

        Assert.Equal([19u, 2u, 0u], hashes[..count]);
    }

    [Fact]
    public void What_is_no_model_is_refused() =>
        Assert.ThrowsAny<Exception>(() => NameModel.Load(new MemoryStream([1, 2, 3, 4])));

    // The owner's limit for all that has to be read at a start: models of names and of quotes, and lists.
    [Fact]
    public void All_models_together_fit_a_serverless_start()
    {
        var assembly = typeof(NameModel).Assembly;
        var lengths = assembly.GetManifestResourceNames().Select(name => assembly.GetManifestResourceStream(name)!.Length).ToArray();

        Assert.True(lengths.Length >= 3);
        Assert.InRange(lengths.Sum(), 1, 5_000_000);
    }
}
