namespace Ingest.Text.Quotes;

/// <summary>Keeps a pair of brackets together where a stretch of pieces begins or ends inside it.</summary>
internal static class Brackets
{
    /// <summary>
    /// The stretch with its brackets complete: "lost (again[)]" takes in the closing bracket, "[[]Prime Minister Jane] Roe" the opening
    /// one; "(the [KNVB)] spokesman" begins behind its closing bracket.
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
                start = passage.Word(i) is "]" ? bracket : i + 1;   // an editor's own words stand in square brackets
        }

        var close = run.End;
        while (close < passage.Count && passage.KindAt(close) == PieceKind.Stop)
            close++;
        var takesBracket = open > 0 && close < passage.Count && passage.KindAt(close) == PieceKind.CloseBracket;
        return new PieceSpan(start, takesBracket ? close + 1 : run.End);
    }

    /// <summary>Index of the bracket that is open before the piece; −1 where none is. "a)" closes no bracket and stays.</summary>
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
