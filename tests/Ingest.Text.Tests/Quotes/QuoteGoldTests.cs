using System.Text.Json;
using Ingest.Text.Articles;
using Ingest.Text.Quotes;

namespace Ingest.Text.Tests.Quotes;

/// <summary>
/// Short articles, each with the quotes that a careful reader finds in it; the names come from the recogniser. What isn't met yet stands in
/// <c>unmet.txt</c> and is skipped case by case, so that a run names and counts it.
/// </summary>
public sealed class QuoteGoldTests
{
    private static readonly string Folder = Path.Combine(Tree.Root, "tests", "Ingest.Text.Tests", "gold", "quotes");

    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    private static readonly Extractor Extractor = new();

    private sealed record Expected(string Kind, string[] Spans, string? Speaker, string? Name, string? Cue, string? Who = null);

    private static readonly HashSet<string> Unmet =
        [.. File.ReadLines(Path.Combine(Tree.Root, "tests", "Ingest.Text.Tests", "Quotes", "unmet.txt")).Where(line => line.Length > 0 && line[0] != '#')];

    public static TheoryData<string> Cases => [.. Names];

    private static IEnumerable<string> Names => Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public void An_article_yields_the_quotes_that_a_reader_finds(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, name, "source.txt"));
        var expected = JsonSerializer.Deserialize<Expected[]>(File.ReadAllText(Path.Combine(Folder, name, "expected.json")), Options)!.Select(Line).ToArray();

        var extraction = Extractor.Extract(ArticleReader.ReadVerbatim(bytes, name), name);

        var text = extraction.Article.Text;
        var found = extraction.Quotes.Select(quote => Line(new Expected(
            quote.Kind.ToString().ToLowerInvariant(),
            [.. quote.Spans.Select(span => span.In(text).ToString())],
            quote.Speaker?.Span.In(text).ToString(),
            quote.Speaker?.Name,
            quote.Cue?.In(text).ToString(),
            quote.Speaker?.Kind switch { SpeakerKind.FirstPerson => "first person", SpeakerKind.Impersonal => "nobody", _ => null }))).ToArray();
        Skip.If(Unmet.Contains(name) && !found.SequenceEqual(expected), "Not met yet.");
        Assert.Equal(expected, found);
        Assert.False(Unmet.Contains(name), $"Met now, take it off unmet.txt: {name}");
    }

    [Fact]
    public void Every_line_of_the_list_of_what_is_unmet_is_a_case() => Assert.Empty(Unmet.Except(Names));

    private static string Line(Expected quote) =>
        $"{quote.Kind} [{string.Join(" | ", quote.Spans)}] {quote.Speaker} = {quote.Name ?? quote.Who}, {quote.Cue}";
}
