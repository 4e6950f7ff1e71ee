namespace Ingest.Text.Quotes.Rules;

/// <summary>
/// A charge against somebody. The charge says the words, not the person charged:
/// <code>
/// charge := … ("guilty" | "convicted") "of" said                     "Roe was found guilty of “gross neglect”"
///         | ("on" | "over" | "face" …) ("charges" | …) "of" said      "Roe was jailed on charges of “false news”"; not "the board's charges of “theft”"
/// </code>
/// </summary>
internal static class Charge
{
    private static readonly WordSet Verdicts = WordSet.InAnyCase("guilty convicted acquitted");

    private static readonly WordSet Nouns = WordSet.InAnyCase("charge charges count counts suspicion suspicions allegation allegations accusation accusations");

    private static readonly WordSet Before = WordSet.InAnyCase("on over amid face faces faced facing");

    public static bool Is(Attribution attribution)
    {
        var passage = attribution.Passage;
        if (attribution.Cue is not { } cue)
            return false;
        for (var i = passage.At(cue.Start); i < passage.Count && passage[i].Span.Start < cue.End; i++)
        {
            if (passage.KindAt(i) == PieceKind.Word && passage.IsWord(i + 1, "of") && (Verdicts.Contains(passage.Word(i))
                || (Nouns.Contains(passage.Word(i)) && passage.KindAt(i - 1) == PieceKind.Word && Before.Contains(passage.Word(i - 1)))))
                return true;
        }

        return false;
    }
}
