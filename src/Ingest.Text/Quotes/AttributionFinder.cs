using Ingest.Text.Documents;
using Ingest.Text.Quotes.Tagging;

namespace Ingest.Text.Quotes;

/// <summary>Finds the attributions of a passage: by the model, and by rules where that finds no cue, or no speaker for it.</summary>
internal sealed class AttributionFinder(QuoteModel model)
{
    /// <summary>The surest first.</summary>
    public IReadOnlyList<Attribution> Find(Passage passage, NameMap names)
    {
        var found = AttributionTagger.Find(passage, names, model);
        foreach (var rule in AttributionRules.Find(passage))
        {
            var same = found.FindIndex(other => rule.Cue is { } cue && other.Cue is { } taken && cue.Overlaps(taken));
            if (same < 0 && IsApart(rule, found))
                found.Add(rule);
            else if (same >= 0 && rule.Source is { } source && (found[same].Source is not { } own || IsPart(own, source, passage.Text)))
                found[same] = found[same] with { Source = source, Content = Without(source, found[same]) };
        }

        return found;
    }

    /// <summary>Whether it is no more than the beginning or a single word of what the rules take for the source.</summary>
    private static bool IsPart(TextSpan own, TextSpan source, string text) =>
        source.Contains(own) && own.Length < source.Length && (own.Start == source.Start || !own.In(text).Contains(' '));

    /// <summary>What is said, less the pieces that stand in the source.</summary>
    private static List<(int Start, int End)> Without(TextSpan source, Attribution attribution)
    {
        var content = new List<(int Start, int End)>();
        foreach (var (from, end) in attribution.Content)
        {
            var start = from;
            while (start < end && (source.Overlaps(attribution.Passage[start].Span) || attribution.Passage.KindAt(start) == PieceKind.Comma))
                start++;
            if (start < end)
                content.Add((start, end));
        }

        return content;
    }

    /// <summary>Whether it neither says anything of what the others say nor stands in it.</summary>
    private static bool IsApart(Attribution rule, List<Attribution> found) =>
        !found.Exists(other => other.Content.Any(said => said.Start < said.End && ((rule.Cue is { } cue && rule.Passage.SpanOf(said.Start, said.End).Overlaps(cue))
            || rule.Content.Any(own => own.Start < said.End && said.Start < own.End))));
}
