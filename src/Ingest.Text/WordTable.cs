using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Ingest.Text;

/// <summary>What is known of words, whatever their case: looked up by a stretch of text, as in a <see cref="WordSet"/>.</summary>
internal readonly struct WordTable<T>
{
    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _values;

    /// <param name="rows">What is known, and of which words; none may stand in two.</param>
    public WordTable(params ReadOnlySpan<(T Value, string Words)> rows)
        : this((_, _) => throw new ArgumentException("A word stands in two rows.", nameof(rows)), rows)
    {
    }

    /// <param name="join">What is known of a word that stands in two rows.</param>
    /// <param name="rows">What is known, and of which words.</param>
    public WordTable(Func<T, T, T> join, params ReadOnlySpan<(T Value, string Words)> rows)
    {
        var values = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var (value, words) in rows)
        {
            foreach (var word in WordSet.Parted(words))
                values[word] = values.TryGetValue(word, out var known) ? join(known, value) : value;
        }

        _values = values.ToFrozenDictionary(values.Comparer).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool TryGetValue(ReadOnlySpan<char> word, [MaybeNullWhen(false)] out T value) => _values.TryGetValue(word, out value);
}
