using Ingest.Text.Articles;

namespace Ingest.Text.Tests;

/// <summary>A fault of this program, over an article that can be read.</summary>
public sealed class ExtractorFaultTests
{
    private const string Line = """{"title":"Pier","text":"The pier will open in spring, the harbour office said."}""";

    [Theory]
    [InlineData("story.json", Line)]
    [InlineData("stories.jsonl", Line + "\n" + Line)]
    public void It_is_a_reason_like_any_other_and_told_with_its_place(string name, string text)
    {
        var extractor = new Extractor(() => throw new InvalidOperationException("No way on."));

        var failure = Assert.Throws<ArticleFormatException>(() => extractor.Extract(System.Text.Encoding.UTF8.GetBytes(text), name));

        Assert.Equal(ArticleFormatCodes.Internal, failure.Code);
        Assert.StartsWith("The engine failed over it, in ", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith(": InvalidOperationException: No way on.", failure.Message, StringComparison.Ordinal);
        Assert.Contains(
            nameof(It_is_a_reason_like_any_other_and_told_with_its_place),
            Assert.IsType<InvalidOperationException>(failure.InnerException).StackTrace,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("story.json", Line)]
    [InlineData("stories.jsonl", Line + "\n" + Line)]
    public void Short_memory_is_no_fault_of_the_file(string name, string text)
    {
        var extractor = new Extractor(() => throw new OutOfMemoryException());

        Assert.Throws<OutOfMemoryException>(() => extractor.Extract(System.Text.Encoding.UTF8.GetBytes(text), name));
    }
}
