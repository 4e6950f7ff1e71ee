namespace Ingest.Text.Quotes;

/// <summary>Keeps pairs of brackets together, where a stretch of pieces begins or ends within one.</summary>
internal static class Brackets
{
    /// <summary>
    /// "lost (again[)]" takes the bracket in, "[[]Prime Minister Jane] Roe" its beginning; "(the [KNVB)] spokesman" begins behind it.
    /// </summary>
    /// <param name="passage">The passage.</param>
    /// <param name="run">The stretch.</param>
    public static PieceSpan Close(Passage passage, PieceSpan run)
    {
        var (start, open) = (run.Start, 0);
        for (var i = run.Start; i < run.End; i++)
        {
            if (passage.KindAt(i) == PieceKind.OpenBracket)
                open++;
            else if (passage.KindAt(i) == PieceKind.CloseBracket && open > 0)
                open--;
            else if (passage.KindAt(i) == PieceKind.CloseBracket
                && i + 1 < run.End
                && OpenBefore(passage, run.Start) is var bracket and >= 0)
                start = passage.Word(i) is "]" ? bracket : i + 1;   // square ones hold what an editor put into the words
        }

        var close = run.End;
        while (close < passage.Count && passage.KindAt(close) == PieceKind.Stop)
            close++;
        var takesBracket = open > 0 && close < passage.Count && passage.KindAt(close) == PieceKind.CloseBracket;
        return new PieceSpan(start, takesBracket ? close + 1 : run.End);
    }

    /// <summary>The bracket that is open there; −1 where none is: "a)" closes none, and stays.</summary>
    private static int OpenBefore(Passage passage, int at)
    {
        for (var i = at - 1; i >= 0 && passage.KindAt(i) != PieceKind.CloseBracket; i--)
        {
            if (passage.KindAt(i) == PieceKind.OpenBracket)
                return i;
        }

        return -1;
    }
}
