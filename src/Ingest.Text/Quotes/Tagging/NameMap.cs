using Ingest.Text.Entities;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>The places of the article's names, and what they name.</summary>
internal sealed class NameMap
{
    /// <summary>The value of a piece outside all names.</summary>
    public const byte None = 0;

    private readonly List<Mention> _names;

    public NameMap(IReadOnlyList<Entity> entities) =>
        _names =
            [.. entities.SelectMany(entity => entity.Mentions)
                .Where(mention => mention.Kind == MentionKind.Name)
                .OrderBy(mention => mention.Span)];

    /// <summary>Notes the kind of name that each piece of the passage belongs to; odd where a name begins.</summary>
    public void Mark(Passage passage, Span<PieceTraits> pieces)
    {
        var next = FirstEndingAfter(passage[0].Span.Start);
        for (var i = 0; i < passage.Count; i++)
        {
            var span = passage[i].Span;
            while (next < _names.Count && _names[next].Span.End <= span.Start)
                next++;
            if (next < _names.Count && passage.KindAt(i) != PieceKind.Quotation && _names[next].Span.Start < span.End)
                pieces[i].Name = (2 * (uint)GroupOf(_names[next].Type)) + (_names[next].Span.Start >= span.Start ? 1u : 2u);
        }
    }

    /// <summary>Groups coarser than the types: who can speak, where and when.</summary>
    private static int GroupOf(EntityType type) => type switch
    {
        EntityType.Person => 0,
        EntityType.Organization => 1,
        EntityType.Location or EntityType.Facility => 2,
        EntityType.Group => 3,
        EntityType.Date => 4,
        EntityType.Money or EntityType.Percent => 5,
        _ => 6,
    };

    /// <summary>Whether the piece is part of the name of a person, an organisation or a place.</summary>
    public static bool IsSpeaker(uint kind) => kind is not None and <= 6;

    private int FirstEndingAfter(int offset)
    {
        var (low, high) = (0, _names.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_names[middle].Span.End <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
