using System.Text.Json;
using System.Text.RegularExpressions;
using Ingest.Text.Documents;

namespace Ingest.Text.Tests.Seeds;

/// <summary>A word of a seed that stands for somebody, or for nobody who is named; <c>seeds/README.md</c> says how that is written.</summary>
/// <param name="Seed">File name of the seed.</param>
/// <param name="At">Words of the body, those that stand for somebody in brackets.</param>
/// <param name="Means">The names that will do for who is meant; null where nobody is.</param>
internal sealed partial record Link(string Seed, string At, string[]? Means)
{
    public LinkKind Kind => Pronoun().IsMatch(Words) ? LinkKind.Pronoun : char.IsUpper(Words[0]) && !Article().IsMatch(Words) ? LinkKind.Name : LinkKind.Nominal;

    private string Words => At[(At.IndexOf('[') + 1)..At.IndexOf(']')];

    public static IEnumerable<Link> Of(string path)
    {
        var links = Path.ChangeExtension(path, ".links.expected.json");
        if (!File.Exists(links))
            return [];
        var names = Read(Path.ChangeExtension(path, ".expected.json")).GetProperty("entities").EnumerateArray()
            .Select(Seeds.Seed.NamesOf).ToDictionary(forms => forms[0]);
        return Read(links).EnumerateArray().Select(link => new Link(
            Path.GetFileName(path), link.GetProperty("at").GetString()!, link.GetProperty("means").GetString() is { } name ? names[name] : null));
    }

    /// <summary>The name of the entity that the words were taken for; null where they were taken for none.</summary>
    public string? FoundIn(Extraction extraction)
    {
        var span = SpanIn(extraction.Article.Text);
        return extraction.Entities.FirstOrDefault(entity => entity.Mentions.Any(mention => mention.Span.Overlaps(span)))?.Name;
    }

    public bool IsMetBy(string? found) => Means is null ? found is null : Means.Contains(found);

    /// <summary>Any white space of the text stands for a blank of <see cref="At"/>.</summary>
    private TextSpan SpanIn(string text)
    {
        var pattern = Regex.Escape(At).Replace(@"\[", "(", StringComparison.Ordinal).Replace("]", ")", StringComparison.Ordinal).Replace(@"\ ", @"\s+", StringComparison.Ordinal);
        var words = Assert.Single(Regex.Matches(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1))).Groups[1];
        return new TextSpan(words.Index, words.Index + words.Length);
    }

    private static JsonElement Read(string path) => JsonDocument.Parse(File.ReadAllBytes(path)).RootElement;

    [GeneratedRegex("^(he|she|they|him|his|hers?|them|theirs?|himself|herself|themselves)$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pronoun();

    [GeneratedRegex("^the ", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Article();
}

internal enum LinkKind
{
    Pronoun,
    Name,
    Nominal,
}
