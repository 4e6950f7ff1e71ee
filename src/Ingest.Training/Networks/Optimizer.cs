namespace Ingest.Training.Networks;

/// <summary>
/// Steps against the gradients of a whole network: Adam, the gradients cut to a norm of at most 5 together, the rate rising over the first
/// fifty steps and then falling to zero in a straight line.
/// </summary>
/// <param name="parts">All that is learnt.</param>
/// <param name="steps">How many there will be.</param>
internal sealed class Optimizer(IReadOnlyList<Adam> parts, int steps)
{
    private const int Warmup = 50;
    private const float Rate = 3e-3f;
    private const double MostNorm = 5;

    private int _step;

    /// <summary>Uses the gradients up.</summary>
    public void Step()
    {
        var rate = Rate * Math.Min(1, (_step + 1f) / Warmup) * (1 - (float)_step / steps);
        _step++;
        var norm = Math.Sqrt(parts.Sum(part => part.SquaredNorm()));
        foreach (var part in parts)
            part.Step(rate, norm > MostNorm ? (float)(MostNorm / norm) : 1, _step);
    }
}
