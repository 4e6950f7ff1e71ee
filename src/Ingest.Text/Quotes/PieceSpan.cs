namespace Ingest.Text.Quotes;

/// <summary>
/// A stretch of a <see cref="Passage"/>, in pieces, half-open, as <see cref="Documents.TextSpan"/> is in UTF-16 units. Its end may be at
/// or before its start; then it is empty, as can happen while a rule cuts it.
/// </summary>
/// <param name="Start">Index of its first piece.</param>
/// <param name="End">Index behind its last piece.</param>
internal readonly record struct PieceSpan(int Start, int End)
{
    public int Length => End - Start;

    public bool IsEmpty => End <= Start;

    /// <summary>Index of its last piece.</summary>
    public int Last => End - 1;

    public bool Contains(int piece) => Start <= piece && piece < End;

    public bool Overlaps(PieceSpan other) => Start < other.End && other.Start < End;

    /// <summary>The same stretch, but from this piece on.</summary>
    public PieceSpan From(int start) => this with { Start = start };

    /// <summary>The same stretch, but ending before this piece.</summary>
    public PieceSpan Until(int end) => this with { End = end };
}
