using System.Runtime.InteropServices;
using Ingest.Text.Quotes.Rules;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>One reading of a cue: a source and a content.</summary>
/// <param name="Cue">The cue.</param>
/// <param name="Source">Null where the passage names nobody.</param>
/// <param name="Content">Stretches of content, in order; empty where nothing is said.</param>
/// <param name="Behind">How much less likely the chain takes this reading to be than its first choice, as a log.</param>
internal sealed record Candidate(FoundCue Cue, PieceSpan? Source, PieceSpan[] Content, float Behind)
{
    private const int Most = 12;

    private const float Within = 5;

    /// <summary>The content, where it is one stretch right behind the cue; null otherwise.</summary>
    public PieceSpan? SaidNext => Content is [var said] && said.Start == Cue.End ? said : null;

    /// <summary>The readings that the second stage finds likely, the likeliest first.</summary>
    public static List<Candidate> Of(Passage passage, FoundCue cue, Chained chained)
    {
        var found = new List<Candidate>(Most);
        var (content, sources) = (new List<PieceSpan>(), new List<PieceSpan>());
        foreach (var (tags, behind) in chained.Paths(Most, Within))
        {
            FindRuns(passage, tags, RoleTag.ContentBefore, RoleTag.ContentAfter, content);
            // Nothing is said, unless a colon leads on to the next passage.
            if (content.Count == 0 && passage.KindAt(passage.Count - 1) != PieceKind.Colon)
                continue;
            DropGesture(passage, content);
            FindRuns(passage, tags, RoleTag.SourceBefore, RoleTag.SourceAfter, sources);
            var source = Nearest(sources, cue);
            if (!HasSame(found, source, content))
                found.Add(new Candidate(cue, source, [.. content], behind));
        }

        return found;
    }

    /// <summary>The source nearest to the cue, the first of equals; null where there are none.</summary>
    private static PieceSpan? Nearest(List<PieceSpan> sources, FoundCue cue)
    {
        PieceSpan? nearest = null;
        var least = int.MaxValue;
        foreach (var run in sources)
        {
            var gap = run.End <= cue.Start ? cue.Start - run.End : run.Start - cue.End;
            if (gap < least)
                (nearest, least) = (run, gap);
        }

        return nearest;
    }

    /// <summary>Whether some of the stretch is content.</summary>
    public bool Says(PieceSpan stretch)
    {
        foreach (var said in Content)
        {
            if (said.Overlaps(stretch))
                return true;
        }

        return false;
    }

    private static bool HasSame(List<Candidate> found, PieceSpan? source, List<PieceSpan> content)
    {
        foreach (var other in found)
        {
            if (source == other.Source && CollectionsMarshal.AsSpan(content).SequenceEqual(other.Content))
                return true;
        }

        return false;
    }

    /// <summary>Drops a gesture, done while speaking, from the content: "…," she said, [holding up the phone.] "…"</summary>
    private static void DropGesture(Passage passage, List<PieceSpan> content)
    {
        if (content.Count < 2 || passage.KindAt(content[0].End - 1) != PieceKind.Quotation)
            return;
        for (var k = 1; k < content.Count; k++)
        {
            var (start, end) = content[k];
            if (!Aside.IsParticiple(passage, start))
                continue;
            while (start < end && passage.KindAt(start) != PieceKind.Quotation)
                start++;
            if (start < end)
                content[k] = new(start, end);
            else
                content.RemoveAt(k--);
        }
    }

    /// <summary>
    /// Finds the stretches of the two tags, without punctuation at their ends. Stretches that only punctuation separates are one.
    /// </summary>
    private static void FindRuns(Passage passage, byte[] tags, RoleTag before, RoleTag after, List<PieceSpan> runs)
    {
        runs.Clear();
        for (var i = 0; i < tags.Length; i++)
        {
            if (Parts.PartOf(tags[i]) is var part && part != (int)before && part != (int)after || !Holds(passage, i))
                continue;
            if (runs.Count > 0 && Parts.PartOf(tags[runs[^1].Start]) == part && !HoldsAny(passage, runs[^1].End, i))
                runs[^1] = runs[^1].Until(i + 1);
            else
                runs.Add(new(i, i + 1));
        }

        foreach (ref var run in CollectionsMarshal.AsSpan(runs))
            run = Brackets.Close(passage, run);
    }

    private static bool HoldsAny(Passage passage, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (Holds(passage, i))
                return true;
        }

        return false;
    }

    /// <summary>Whether the piece holds more than punctuation.</summary>
    public static bool Holds(Passage passage, int i) =>
        passage.KindAt(i) is PieceKind.Word or PieceKind.Number or PieceKind.Clitic or PieceKind.Quotation || passage.IsSign(i);
}
