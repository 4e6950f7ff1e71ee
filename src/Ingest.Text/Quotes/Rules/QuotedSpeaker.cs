using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Rules;

/// <summary>
/// Where a speaker quotes another, the person quoted is the source, and not the one who quotes:
/// <code>
/// active  := ("quoted" | "cited" | …) speaker "as saying"        "The Elm Courier quoted Jane Roe as saying"
/// passive := speaker ("was" | …) ("quoted" | "cited") (("by" | "in") somebody)? "as saying" ("by" somebody)?
/// </code>
/// </summary>
internal static class QuotedSpeaker
{
    // "quoted the mayor of the town of Elm, Jane Roe, as saying"
    private const int MaxPieces = 14;

    /// <summary>The attribution with the person quoted as its source, where it has such a cue.</summary>
    public static Attribution Of(Attribution attribution)
    {
        var passage = attribution.Passage;
        if (attribution.Cue is not { } cue)
            return attribution;
        for (var saying = 2; saying < passage.Count; saying++)
        {
            if (!(passage.IsWord(saying, "saying") || passage.IsWord(saying, "telling"))
                || !passage.IsWord(saying - 1, "as")
                || VerbBefore(passage, saying - 1) is not { } verb
                || !passage.SpanOf(verb, saying + 1).Overlaps(cue))
                continue;
            return Of(attribution, verb, saying);
        }

        return attribution;
    }

    private static Attribution Of(Attribution attribution, int verb, int saying)
    {
        var passage = attribution.Passage;
        var said = attribution.Content
            .Select(range => range.Start > verb ? range.From(Math.Max(range.Start, saying + 1)) : range)
            .Where(range => !range.IsEmpty).ToList();
        if (passage.Is(verb - 1, WordClass.Be)
            && (IsOutlet(passage, verb + 1) || passage.IsWord(saying + 1, "by"))
            && SourceFinder.Before(passage, verb - 1, 0) is var (start, before))
        {
            return attribution with
            {
                Source = passage.SpanOf(start, EndBefore(passage, before)),
                Cue = IsOutlet(passage, verb + 1) ? passage[saying].Span : passage.SpanOf(verb - 1, saying + 1),
                Content = [.. said.Where(range => range.Start < start || range.Start >= verb)
                    .Select(range => range.Start < start ? range.Until(EndBefore(passage, Math.Min(range.End, start))) : range)
                    .Where(range => !range.IsEmpty)],
            };
        }

        if (verb + 1 == saying - 1)
            return attribution with
            {
                Cue = passage.SpanOf(passage.Is(verb - 1, WordClass.Be) ? verb - 1 : verb, saying + 1),
                Content = said
            };
        var end = passage.KindAt(saying - 2) == PieceKind.Comma ? saying - 2 : saying - 1;
        return attribution with { Source = passage.SpanOf(verb + 1, end), Cue = passage[saying].Span, Content = said };
    }

    /// <summary>"by Kyodo", "in the Courier".</summary>
    private static bool IsOutlet(Passage passage, int at) => passage.IsWord(at, "by") || passage.IsWord(at, "in");

    private static int EndBefore(Passage passage, int end) => passage.KindAt(end - 1) == PieceKind.Comma ? end - 1 : end;

    private static int? VerbBefore(Passage passage, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - MaxPieces) && passage.KindAt(i) is not (PieceKind.Quotation or PieceKind.Semicolon); i--)
        {
            if (passage.KindAt(i) == PieceKind.Word
                && passage.Word(i) is "quoted" or "quotes" or "quoting" or "cited" or "cites" or "citing")
                return i;
        }

        return null;
    }
}
