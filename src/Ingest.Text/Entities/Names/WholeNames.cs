using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Names;

internal static class WholeNames
{
    /// <summary>The mentions, in order, with whole names in the place of all that overlap them.</summary>
    public static List<Mention> With(this List<Mention> mentions, List<TextSpan> whole, EntityType type) => whole.Count == 0
        ? mentions
        : [.. mentions.Where(mention => !whole.Exists(name => name.Overlaps(mention.Span)))
            .Concat(whole.Select(name => new Mention(name, type)))
            .OrderBy(mention => mention.Span)];
}
