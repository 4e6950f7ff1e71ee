using System.Text.Json;

namespace Ingest.Text.Tests.Seeds;

/// <summary>An article of <c>seeds/</c> and what it must yield; <c>seeds/README.md</c> says how that is written and compared.</summary>
internal sealed class Seed
{
    private readonly JsonElement _expected;

    public Seed(string path)
    {
        Name = Path.GetFileName(path);
        Bytes = File.ReadAllBytes(path);
        _expected = JsonDocument.Parse(File.ReadAllBytes(ExpectationOf(path))).RootElement;
    }

    public string Name { get; }

    public byte[] Bytes { get; }

    /// <summary>The code with which reading must fail; null where it must not.</summary>
    public string? Failure => Text(_expected, "failure");

    public static IEnumerable<Seed> In(string folder) =>
        Directory.EnumerateFiles(folder).Where(path => File.Exists(ExpectationOf(path))).Order(StringComparer.Ordinal).Select(path => new Seed(path));

    /// <summary>All that is expected of it, each as a sentence of its own and the test of it.</summary>
    public IEnumerable<Expectation> Expectations() =>
        Failure is not null
            ? []
            : [.. OfArticle(_expected.GetProperty("article")), .. OfEntities(), .. OfQuotes()];

    private static string ExpectationOf(string path) => Path.ChangeExtension(path, ".expected.json");

    private IEnumerable<Expectation> OfArticle(JsonElement article)
    {
        yield return new("title", found => Same(found.Article.Title, Text(article, "title")));
        yield return new("section", found => Same(found.Article.Section, Text(article, "section")));
        yield return new("publisher", found => Same(found.Article.Publisher, Text(article, "publisher")));
        yield return new("published", found => Same(found.Article.Published?.ToString().Replace("Z", "+00:00", StringComparison.Ordinal), Text(article, "published")));
        if (article.TryGetProperty("byline", out var byline))
            yield return new("byline", found => Texts(byline).SequenceEqual(found.Article.Byline, StringComparer.OrdinalIgnoreCase));
        yield return new("start of the text", found => found.Body.StartsWith(Squeeze(Text(article, "text_starts")!), StringComparison.Ordinal));
        yield return new("end of the text", found => found.Body.EndsWith(Squeeze(Text(article, "text_ends")!), StringComparison.Ordinal));
        foreach (var paragraph in Texts(article.GetProperty("paragraphs_once")))
            yield return new($"once: {paragraph}", found => found.Body.Split(Squeeze(paragraph)).Length == 2);
        foreach (var text in Texts(article.GetProperty("not_in_text")))
            yield return new($"not in the text: {text}", found => !found.Body.Contains(Squeeze(text), StringComparison.Ordinal));
    }

    private IEnumerable<Expectation> OfEntities()
    {
        foreach (var entity in _expected.GetProperty("entities").EnumerateArray())
        {
            var names = NamesOf(entity);
            var types = Texts(entity, "or_type").Prepend(Text(entity, "type")!).ToArray();
            var atLeast = entity.TryGetProperty("at_least", out var least) ? least.GetInt32() : 1;
            yield return new(
                $"{types[0]} {names[0]}, {atLeast} or more",
                found => found.Entities.Any(e => types.Contains(e.Type) && names.Contains(e.Name) && e.NameMentions >= atLeast));
            if (Text(entity, "role") is { } role)
            {
                yield return new(
                    $"role of {names[0]}: {role}",
                    found => found.Entities.Any(e => names.Contains(e.Name) && e.Role is not null && e.Role.Contains(role, StringComparison.OrdinalIgnoreCase)));
            }
        }

        foreach (var name in Texts(_expected.GetProperty("not_people")))
            yield return new($"no person: {name}", found => !found.Entities.Any(e => e.Type == "person" && e.Name == name));
    }

    private IEnumerable<Expectation> OfQuotes()
    {
        var number = 0;
        foreach (var quote in _expected.GetProperty("quotes").EnumerateArray())
        {
            var title = $"quote {++number}";
            string[] pieces = [Squeeze(Text(quote, "contains")!), .. Texts(quote, "also").Select(Squeeze)];
            yield return new($"{title}: {pieces[0]}", found => found.QuoteWith(pieces) is not null);
            yield return new($"{title} is {Text(quote, "kind")}", found => found.QuoteWith(pieces)?.Kind == Text(quote, "kind"));
            var speakers = SpeakersOf(Text(quote, "speaker"));
            yield return new($"{title} is by {speakers?[0] ?? "nobody named"}", found => found.QuoteWith(pieces) is { } q && IsBy(q, speakers));
            if (Text(quote, "cue") is { } cue)
                yield return new($"{title} has the cue {cue}", found => found.QuoteWith(pieces)?.Cue is { } words && words.Contains(cue, StringComparison.OrdinalIgnoreCase));
        }

        foreach (var text in Texts(_expected, "not_quotes"))
            yield return new($"no quote: {text}", found => !found.Quotes.Any(q => Bare(q.Text) == Bare(text)));
    }

    private static bool IsBy(FoundQuote quote, string[]? speakers) =>
        speakers is null
            ? quote.SpeakerName is null
            : speakers.Any(name => name.Equals(quote.SpeakerName, StringComparison.OrdinalIgnoreCase)
                || (quote.SpeakerText?.StartsWith(name, StringComparison.OrdinalIgnoreCase) ?? false));

    /// <summary>The speaker's name and, where the name is an entity's, the other names that will do for it.</summary>
    private string[]? SpeakersOf(string? speaker) =>
        speaker is null
            ? null
            : _expected.GetProperty("entities").EnumerateArray().Select(NamesOf).FirstOrDefault(names => names.Contains(speaker)) is { } names
                ? [speaker, .. names]
                : [speaker];

    public static string[] NamesOf(JsonElement entity) => [Text(entity, "name")!, .. Texts(entity, "or")];

    private static bool Same(string? found, string? expected) =>
        found is null || expected is null ? found == expected : Squeeze(found) == Squeeze(expected);

    /// <summary>Without the marks and points at its ends.</summary>
    private static string Bare(string text) => Squeeze(text).Trim('"', '\'', '“', '”', '‘', '’', '.', ',', ' ');

    public static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The texts of a property that may be absent, one text or several.</summary>
    private static IEnumerable<string> Texts(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? Texts(value) : [];

    private static IEnumerable<string> Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? [value.GetString()!] : value.EnumerateArray().Select(item => item.GetString()!);
}

/// <param name="Title">What is expected, in words.</param>
/// <param name="IsMet">Whether what was found meets it.</param>
internal sealed record Expectation(string Title, Func<Found, bool> IsMet);
