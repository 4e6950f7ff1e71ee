namespace Ingest.Text.Quotes.Tagging.Network;

/// <summary>How far a piece is from the cue and on which side: exact up to ten pieces, then by thirds of an octave.</summary>
internal static class Distance
{
    public const int Count = 2 * Each;

    private const int Each = 22, Exact = 10;

    /// <summary>0 for a piece of the cue itself; below <see cref="Count"/>.</summary>
    public static int Of(int piece, int cueStart, int cueEnd) =>
        piece < cueStart ? Each + Steps(cueStart - piece) - 1 : piece < cueEnd ? 0 : Steps(piece - cueEnd + 1);

    private static int Steps(int pieces) =>
        pieces <= Exact ? pieces : Math.Min(Exact + (int)Math.Ceiling(3 * Math.Log2(pieces / (double)Exact)), Each - 1);
}
