using System.Collections.Frozen;

namespace Ingest.Text;

/// <summary>Words that are looked up by a stretch of text, without making a string of it.</summary>
internal readonly struct WordSet
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    private WordSet(string words, StringComparer comparer) =>
        _words = Parted(words).ToFrozenSet(comparer).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="words">Divided by white space.</param>
    public static WordSet InAnyCase(string words) => new(words, StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc cref="InAnyCase"/>
    public static WordSet AsWritten(string words) => new(words, StringComparer.Ordinal);

    public bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);

    /// <summary>The words of a list that is written over several lines.</summary>
    public static string[] Parted(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
