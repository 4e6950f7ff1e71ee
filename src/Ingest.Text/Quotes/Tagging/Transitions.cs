namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// Scores of the transitions of a chain: <see cref="Chain.Stride"/> for each tag before, and a last row for the start. A forbidden
/// transition has negative infinity in effect.
/// </summary>
/// <param name="scores">As many as there are.</param>
internal sealed class Transitions(float[] scores)
{
    /// <summary>Where a move is forbidden; its exp is 0.</summary>
    public const float Forbidden = -1e4f;

    /// <summary>0 for all that <see cref="Parts.MayFollow"/> allows.</summary>
    public static Transitions OfParts { get; } = new([.. Enumerable.Range(0, (Chain.Stride + 1) * Chain.Stride)
        .Select(k => Parts.MayFollow(k / Chain.Stride, k % Chain.Stride) ? 0 : Forbidden)]);

    public float[] Scores => scores;

    /// <summary>exp of <see cref="Scores"/>.</summary>
    public float[] Weights { get; } = Array.ConvertAll(scores, MathF.Exp);
}
