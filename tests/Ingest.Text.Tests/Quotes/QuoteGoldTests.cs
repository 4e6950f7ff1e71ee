using System.Text.Json;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Quotes;

/// <summary>Short articles, each with the quotes that a careful reader finds in it; the names come from the recogniser.</summary>
public sealed class QuoteGoldTests
{
    private static readonly string Folder = Path.Combine(Tree.Root, "tests", "Ingest.Text.Tests", "gold", "quotes");

    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    private static readonly Extractor Extractor = new();

    private sealed record Expected(string Kind, string[] Spans, string? Speaker, string? Name, string? Cue);

    public static TheoryData<string> Cases => [.. Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_article_yields_the_quotes_that_a_reader_finds(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, name, "source.txt"));
        var expected = JsonSerializer.Deserialize<Expected[]>(File.ReadAllText(Path.Combine(Folder, name, "expected.json")), Options)!;

        var extraction = Extractor.Extract(ArticleReader.ReadVerbatim(bytes, name), name);

        var text = extraction.Article.Text;
        Assert.Equal(
            expected.Select(Line),
            extraction.Quotes.Select(quote => Line(new Expected(
                quote.Kind.ToString().ToLowerInvariant(),
                [.. quote.Spans.Select(span => span.In(text).ToString())],
                quote.Speaker?.Span.In(text).ToString(),
                quote.Speaker?.Name,
                quote.Cue?.In(text).ToString()))));
    }

    private static string Line(Expected quote) =>
        $"{quote.Kind} [{string.Join(" | ", quote.Spans)}] {quote.Speaker} = {quote.Name}, {quote.Cue}";
}
