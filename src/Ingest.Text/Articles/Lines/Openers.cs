using System.Collections.Frozen;

namespace Ingest.Text.Articles.Lines;

/// <summary>Phrases with which a line may begin, whatever its case, found by their first letter: most lines begin with none.</summary>
internal sealed class Openers
{
    private readonly FrozenDictionary<char, string[]> _byLetter;

    public Openers(params string[] phrases) =>
        _byLetter = phrases.GroupBy(phrase => phrase[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Length).ToArray());

    public bool Begin(ReadOnlySpan<char> line) => Of(line) is not null;

    /// <summary>
    /// The longest one that the line begins with and <paramref name="isMeant"/> accepts with what follows it; null when there is none.
    /// </summary>
    public string? Of(ReadOnlySpan<char> line, Func<string, ReadOnlySpan<char>, bool>? isMeant = null)
    {
        if (line.IsEmpty || !_byLetter.TryGetValue(char.ToLowerInvariant(line[0]), out var phrases))
            return null;
        foreach (var phrase in phrases)
        {
            if (line.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && isMeant?.Invoke(phrase, line[phrase.Length..]) != false)
                return phrase;
        }

        return null;
    }
}
