using Ingest.Text.Documents;
using Ingest.Text.Entities;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>All mentions of an article in order of the text, found by offset.</summary>
internal sealed class MentionIndex(IReadOnlyList<Entity> entities)
{
    private readonly (TextSpan Span, Entity Entity, MentionKind Kind, float Certainty)[] _mentions =
        [.. entities.SelectMany(
                entity => entity.Mentions, (entity, mention) => (mention.Span, Entity: entity, mention.Kind, mention.Certainty))
            .OrderBy(mention => mention.Span)];

    public int Count => _mentions.Length;

    public (TextSpan Span, Entity Entity, MentionKind Kind) this[int index] =>
        (_mentions[index].Span, _mentions[index].Entity, _mentions[index].Kind);

    /// <summary>Probability, from 0 to 1, that the mention at this offset means its entity; 1 where there is no mention.</summary>
    public double CertaintyAt(int offset) =>
        FirstEndingAfter(offset) is var i && i < Count && _mentions[i].Span.Start <= offset ? _mentions[i].Certainty : 1;

    /// <summary>Index of the first mention that ends after <paramref name="offset"/>; the number of mentions when none does.</summary>
    public int FirstEndingAfter(int offset)
    {
        var (low, high) = (0, _mentions.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_mentions[middle].Span.End <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Whether the words stand inside a mention that begins before them.</summary>
    public bool HasInside(TextSpan words) =>
        FirstEndingAfter(words.Start) is var i && i < Count && this[i].Span.Start < words.Start && words.End <= this[i].Span.End;

    /// <summary>Index of the last mention that ends at or before <paramref name="offset"/>; −1 when none does.</summary>
    public int LastEndingBy(int offset) => FirstEndingAfter(offset) - 1;
}
