using System.Reflection;

namespace Ingest.Text.Tests;

public sealed class OnDemandTests
{
    [Fact]
    public void A_read_that_failed_is_tried_again_and_one_that_did_not_is_not()
    {
        var reads = 0;
        var model = new OnDemand<string>(() => ++reads == 1 ? throw new OutOfMemoryException() : $"read {reads}");

        Assert.Throws<OutOfMemoryException>(() => model.Value);
        Assert.Equal(["read 2", "read 2"], [model.Value, model.Value]);
    }

    [Fact]
    public void Whoever_comes_while_it_is_read_waits_for_it()
    {
        var reads = 0;
        var model = new OnDemand<string>(() =>
        {
            Thread.Sleep(20);
            return $"read {Interlocked.Increment(ref reads)}";
        });

        Assert.Equal(["read 1"], Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8).Select(_ => model.Value).Distinct());
    }

    // A failure that any of them kept would fail every article after it.
    [Theory]
    [InlineData("Ingest.Text.Extractor")]
    [InlineData("Ingest.Text.Entities.Gazetteer")]
    [InlineData("Ingest.Text.Entities.Linking.People.FirstNameGender")]
    [InlineData("Ingest.Text.Entities.Linking.People.PersonName")]
    [InlineData("Ingest.Text.Entities.Tagging.NameModel")]
    [InlineData("Ingest.Text.Quotes.Tagging.QuoteModel")]
    public void What_an_article_needs_of_models_and_lists_is_read_so(string type)
    {
        const BindingFlags all = BindingFlags.Static | BindingFlags.Instance | BindingFlags.NonPublic;
        var held = typeof(Extractor).Assembly.GetType(type, throwOnError: true)!.GetFields(all).Select(field => field.FieldType.Name).ToList();

        Assert.Contains("OnDemand`1", held);
        Assert.DoesNotContain("Lazy`1", held);
    }
}
