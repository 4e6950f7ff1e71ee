using Ingest.Rows;

namespace Ingest.Tests.Rows;

public sealed class ArticleIdTests
{
    // printf 'articles/storm.html' | sha256sum | cut -c1-32
    [Fact]
    public void It_is_the_first_half_of_the_hash_of_container_and_name() =>
        Assert.Equal("9cb2f701fc1cb379459f13bb2e8534aa", ArticleId.Of("articles", "storm.html"));

    // printf 'articles/feed.xml#2' | sha256sum | cut -c1-32
    [Fact]
    public void A_further_article_of_a_file_has_its_number_in_it() =>
        Assert.Equal("1bdb37f6ff8cf3edec59d1decd79e68f", ArticleId.Of("articles", "feed.xml", 2));

    [Fact]
    public void A_file_whose_name_ends_like_a_further_article_shares_no_id_with_it()
    {
        var ids = from name in new[] { "a", "a#", "a#1", "a#2", "a#02", "a#1#1", "a#1#2", "a#2#1", "a#2#2" }
                  from number in Enumerable.Range(1, 3)
                  select ArticleId.Of("articles", name, number);

        Assert.Equal(27, ids.Distinct().Count());
    }
}
