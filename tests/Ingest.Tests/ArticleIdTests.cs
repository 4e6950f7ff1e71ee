using Ingest.Rows;

namespace Ingest.Tests;

public sealed class ArticleIdTests
{
    // printf 'articles/storm.html' | sha256sum | cut -c1-32
    [Fact]
    public void It_is_the_first_half_of_the_hash_of_container_and_name() =>
        Assert.Equal("9cb2f701fc1cb379459f13bb2e8534aa", ArticleId.Of("articles", "storm.html"));
}
