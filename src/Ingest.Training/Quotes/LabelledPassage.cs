using Ingest.Text.Documents;
using Ingest.Text.Quotes;
using Ingest.Text.Quotes.Tagging;

namespace Ingest.Training.Quotes;

/// <summary>A passage with the tags that the labels of its article give it.</summary>
internal sealed record LabelledPassage(PassageView View, byte[] Tags, IReadOnlyList<LabelledCue> Cues)
{
    public static IEnumerable<LabelledPassage> Of(ReadArticle article, TagWeights words)
    {
        var names = new NameMap(article.Entities);
        var attributions = article.Labelled.Attributions.OrderBy(a => a.Cue[0]).ToList();
        var next = 0;
        foreach (var passage in PassageSplitter.Split(article.Doc))
        {
            var end = passage[passage.Count - 1].Span.End;
            var own = new List<LabelledCue>();
            for (; next < attributions.Count && attributions[next].Cue[0].Start < end; next++)
            {
                if (CueOf(passage, attributions[next]) is { } cue)
                    own.Add(cue);
            }

            yield return new LabelledPassage(PassageView.Of(passage, names, words), TagsOf(passage.Count, own), own);
        }
    }

    private static LabelledCue? CueOf(Passage passage, LabelledAttribution attribution)
    {
        var (start, end) = (-1, -1);
        for (var i = 0; i < passage.Count; i++)
        {
            if (passage.KindAt(i) == PieceKind.Quotation || !attribution.Cue.Any(passage[i].Span.Overlaps))
                continue;
            start = start < 0 ? i : start;
            end = i + 1;
        }

        if (start < 0)
            return null;
        var roles = new byte[passage.Count];
        for (var i = 0; i < roles.Length; i++)
        {
            var after = i >= end ? (int)RoleTag.OutsideAfter : 0;
            var role = IsIn(passage[i], attribution.Source) ? (int)RoleTag.SourceBefore
                : IsIn(passage[i], attribution.Content) ? (int)RoleTag.ContentBefore
                : 0;
            roles[i] = i >= start && i < end ? (byte)RoleTag.Cue : (byte)(after + role);
        }

        return new LabelledCue(start, end, roles, attribution);
    }

    /// <summary>Whether more than half of the piece is in the spans.</summary>
    private static bool IsIn(Piece piece, TextSpan[] spans) =>
        spans.Sum(span => Math.Max(0, Math.Min(span.End, piece.Span.End) - Math.Max(span.Start, piece.Span.Start))) * 2 > piece.Span.Length;

    private static byte[] TagsOf(int count, List<LabelledCue> cues)
    {
        var tags = new byte[count];
        foreach (var (_, _, roles, _) in cues)
        {
            for (var i = 0; i < count; i++)
            {
                if (tags[i] == 0 && (RoleTag)roles[i] is not (RoleTag.Cue or RoleTag.OutsideAfter))
                    tags[i] = roles[i];
            }
        }

        foreach (var (start, end, _, _) in cues)
        {
            tags.AsSpan(start, end - start).Fill((byte)CueTag.CueInside);
            tags[start] = (byte)CueTag.Cue;
        }

        Parts.Place(tags);
        return tags;
    }
}

/// <param name="Start">Index of its first piece.</param>
/// <param name="End">Index after its last piece.</param>
/// <param name="Roles">A <see cref="RoleTag"/> a piece, without its place.</param>
/// <param name="Label">What the article's label says.</param>
internal sealed record LabelledCue(int Start, int End, byte[] Roles, LabelledAttribution Label);
