using System.Collections.Frozen;
using Ingest.Text.Documents;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>Finds the attributions of a passage in two stages: its cues, then for each the one who speaks and what is said.</summary>
internal static class AttributionTagger
{
    // Of a cue; what is less likely costs more precision than it gains recall.
    private const double MinCue = 0.5;

    // Of an attribution; fewer than one in four of those below is right.
    private const double MinConfidence = 0.25;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Nobody = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "I", "we", "us", "you", "one", "nobody", "no one", "anyone").GetAlternateLookup<ReadOnlySpan<char>>();

    public static List<Attribution> Find(Passage passage, QuoteModel model)
    {
        var view = PassageView.Of(passage);
        var first = Chained.Of(view.Count, CueMask, model.Cues, (int i, ref FeatureList features) => CueFeatures.Extract(view, i, ref features));
        var found = new List<Attribution>();
        var roles = new RoleFeatures(view, first.Tags);
        var sure = first.Tags.Select((_, i) => IsSure(first, i)).ToArray();
        var said = new bool[view.Count];
        // The surest first: what stands in its words is said by it and attributes nothing itself.
        foreach (var (start, end) in Cues(first).OrderByDescending(cue => first.Probability(cue.Start, (byte)CueTag.Cue)))
        {
            if (said[start])
                continue;
            roles.Face(start, end);
            var second = Chained.Of(view.Count, i => RoleMask(i, start, end, sure[i]), model.Roles, roles.Extract);
            if (Read(passage, second.Tags, start, end) is not { } attribution || IsTerm(attribution, start, end))
                continue;
            var kind = KindOf(attribution);
            var confidence = model.Calibration.Of(first.Probability(start, (byte)CueTag.Cue), second.LogProbability(), kind);
            if (confidence < MinConfidence || (kind == QuoteKind.Indirect && IsNobody(attribution)))
                continue;
            // The calibration judges the pieces of one passage; a quotation is completed after it, and is then right as often as the rules' own.
            if (kind == QuoteKind.Direct && confidence > 0.5)
                confidence = Confidence.Of(attribution.Content[0].Start < start ? Sieve.QuotationThenCue : Sieve.CueThenQuotation);
            found.Add(attribution with { Confidence = confidence });
            foreach (var (from, to) in attribution.Content)
                said.AsSpan(from, to - from).Fill(true);
        }

        return found;
    }

    /// <summary>"We asked", "you know", "no one denies": the writer, the reader or nobody is no speaker.</summary>
    private static bool IsNobody(Attribution attribution) =>
        attribution.Source is { } source && source.Length <= 8 && Nobody.Contains(source.In(attribution.Passage.Text));

    public static byte CueMask(int i) => 0x7F;

    /// <summary>The tags of one side of the cue, and of the cue itself. No other cue is part of what is said.</summary>
    public static byte RoleMask(int i, int start, int end, bool isOtherCue) =>
        i < start ? (byte)(isOtherCue ? 0b0000011 : 0b0000111) : i < end ? (byte)0b0001000 : (byte)(isOtherCue ? 0b0110000 : 0b1110000);

    /// <summary>Whether the piece begins or goes on with a cue, more likely than not.</summary>
    public static bool IsSure(Chained chained, int i) =>
        chained.Probability(i, (byte)CueTag.Cue) + chained.Probability(i, (byte)CueTag.CueInside) > 0.6;

    /// <summary>Every piece that is likely enough to begin a cue, with what is likely to go on with it.</summary>
    public static IEnumerable<(int Start, int End)> Cues(Chained chained)
    {
        for (var i = 0; i < chained.Tags.Length; i++)
        {
            if (chained.Probability(i, (byte)CueTag.Cue) < MinCue)
                continue;
            var (start, end) = (i, i + 1);
            while (end < chained.Tags.Length && chained.Probability(end, (byte)CueTag.CueInside) > chained.Probability(start, (byte)CueTag.Cue) / 2)
                end++;
            yield return (start, end);
            i = end - 1;
        }
    }

    /// <summary>Null when nothing is said, unless a colon leads on to the next passage.</summary>
    public static Attribution? Read(Passage passage, byte[] tags, int start, int end)
    {
        var content = Runs(passage, tags, RoleTag.ContentBefore, RoleTag.ContentAfter);
        if (content.Count == 0 && passage.KindAt(passage.Count - 1) != PieceKind.Colon)
            return null;
        DropGesture(passage, content);
        var sources = Runs(passage, tags, RoleTag.SourceBefore, RoleTag.SourceAfter);
        return new Attribution
        {
            Passage = passage,
            Confidence = 0,
            Cue = passage.SpanOf(start, CueEnd(passage, start, end)),
            Source = sources.Count == 0 ? null : SpanOf(passage, sources.MinBy(run => run.End <= start ? start - run.End : run.Start - end)),
            Content = content,
        };
    }

    /// <summary>"…," she said, [holding up the phone.] "…": what was done while speaking is not what was said.</summary>
    private static void DropGesture(Passage passage, List<(int Start, int End)> content)
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
                content[k] = (start, end);
            else
                content.RemoveAt(k--);
        }
    }

    /// <summary>Without the place or the occasion, "said [in a statement]", and without the colon; "went on to say" is whole.</summary>
    private static int CueEnd(Passage passage, int start, int end)
    {
        while (end - 1 > start && !Holds(passage, end - 1))
            end--;
        for (var i = start + 1; i + 1 < end; i++)
        {
            if (passage.Is(i, WordClass.Preposition) && !passage.IsWord(i, "to") && !passage.IsWord(i + 1, "to"))
                return i;
        }

        return end;
    }

    private static TextSpan SpanOf(Passage passage, (int Start, int End) run) => passage.SpanOf(run.Start, run.End);

    /// <summary>Stretches of the two tags without punctuation at their ends; those that only punctuation parts are one.</summary>
    private static List<(int Start, int End)> Runs(Passage passage, byte[] tags, RoleTag before, RoleTag after)
    {
        var runs = new List<(int Start, int End)>();
        for (var i = 0; i < tags.Length; i++)
        {
            if (tags[i] != (byte)before && tags[i] != (byte)after || !Holds(passage, i))
                continue;
            if (runs.Count > 0 && tags[runs[^1].Start] == tags[i] && !HoldsAny(passage, runs[^1].End, i))
                runs[^1] = (runs[^1].Start, i + 1);
            else
                runs.Add((i, i + 1));
        }

        return runs;
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
    private static bool Holds(Passage passage, int i) =>
        passage.KindAt(i) is PieceKind.Word or PieceKind.Number or PieceKind.Clitic or PieceKind.Quotation;

    public static QuoteKind KindOf(Attribution attribution)
    {
        var draft = new Draft(attribution);
        foreach (var (start, end) in attribution.Content)
            draft.Add(attribution.Passage, start, end);
        return draft.Kind;
    }

    /// <summary>"signed a 'de-escalation agreement'": words in marks that are no sentence, and no word that reports.</summary>
    private static bool IsTerm(Attribution attribution, int start, int end)
    {
        const int sentence = 30;   // in letters and signs
        var passage = attribution.Passage;
        for (var i = start; i < end; i++)
        {
            if (passage.KindAt(i) != PieceKind.Word || CueVerbs.Find(passage.Word(i)) is not null || passage.IsWord(i, "according"))
                return false;
        }

        var quotations = attribution.Content.SelectMany(range => passage.QuotationsIn(range.Start, range.End)).ToList();
        return quotations.Count > 0 && quotations.TrueForAll(quotation => quotation.Inner.Length < sentence);
    }
}
