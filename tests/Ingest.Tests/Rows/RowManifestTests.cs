using Azure.Data.Tables;
using Ingest.Rows;

namespace Ingest.Tests.Rows;

public sealed class RowManifestTests
{
    [Fact]
    public void It_is_read_as_it_was_written_over_several_columns()
    {
        var random = new Random(1);
        var manifest =
            RowManifest.Of(Enumerable.Range(
                0, 10_000).Select(n => new RowAddress(IngestTable.MentionsByEntity, $"person|{random.NextInt64():x}", $"{n}")));
        var row = new TableEntity("p", "r");

        manifest.Write(row);

        Assert.True(row.ContainsKey("Manifest2"));
        Assert.Empty(manifest.Except(RowManifest.Read(row)));
        Assert.Empty(RowManifest.Read(row).Except(manifest));
    }

    [Fact]
    public void More_rows_than_the_column_can_name_do_not_fit()
    {
        var random = new Random(1);

        Assert.False(RowManifest.Of(Enumerable.Range(
            0, 60_000).Select(_ => new RowAddress(IngestTable.MentionsByEntity, $"{random.NextInt64():x}", ""))).Fits);
    }

    [Fact]
    public void Those_of_all_articles_of_a_large_file_are_united_in_linear_time()
    {
        var manifests = Enumerable.Range(0, 10_000)
            .Select(article => RowManifest.Of(Enumerable.Range(
                0, 5).Select(n => new RowAddress(IngestTable.MentionsByEntity, $"{article}", $"{n}")))).ToList();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var all = RowManifest.UnionOf(manifests);

        Assert.Equal(50_000, all.Addresses.Count);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);   // copied again for each: 26 gigabytes
    }
}
