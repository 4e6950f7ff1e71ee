namespace Ingest.Text.Quotes.Tagging;

/// <summary>The rows of one tagger, as training leaves them.</summary>
/// <param name="Hashes">One a row, ascending, none of them 0.</param>
/// <param name="Weights"><see cref="Chain.Stride"/> a row, in units of <paramref name="Unit"/>.</param>
/// <param name="Unit">What a weight of 1 stands for.</param>
/// <param name="Moves">Scores of the transitions; the forbidden ones are negative infinity in effect.</param>
internal sealed record TagRows(uint[] Hashes, sbyte[] Weights, float Unit, float[] Moves)
{
    /// <summary>
    /// The same rows with no weight above <paramref name="most"/> units, each unit being larger in proportion. Fewer values take less
    /// room in the file.
    /// </summary>
    public TagRows Rounded(int most)
    {
        var largest = Weights.Max(weight => Math.Abs((int)weight));
        if (largest <= most)
            return this;
        var step = (float)largest / most;
        return this with { Unit = Unit * step, Weights = Array.ConvertAll(Weights, weight => (sbyte)MathF.Round(weight / step)) };
    }

    /// <summary>The same rows with all scores multiplied by <paramref name="share"/>, which must be above 0.</summary>
    public TagRows Scaled(float share) => this with { Unit = Unit * share, Moves = Array.ConvertAll(Moves, move => move * share) };
}
