using Ingest.Text.Entities.Tagging.Network;

namespace Ingest.Text.Quotes.Tagging.Network;

/// <summary>A passage as several networks read it.</summary>
/// <param name="readings">One a network.</param>
internal sealed class ReadPassages(ReadPassage[] readings) : IDisposable
{
    /// <summary>The mean of <see cref="ReadPassage.Cues"/>.</summary>
    public float[] Cues { get; } = Mean(readings, reading => reading.Cues());

    /// <summary>The mean of <see cref="ReadPassage.RolesOf"/>.</summary>
    public float[] RolesOf(FoundCue cue) => Mean(readings, reading => reading.RolesOf(cue));

    public void Dispose() => Array.ForEach(readings, reading => reading.Dispose());

    private static float[] Mean(ReadPassage[] readings, Func<ReadPassage, float[]> scores)
    {
        var mean = scores(readings[0]);
        if (readings.Length == 1)
            return mean;
        foreach (var reading in readings.AsSpan(1))
            Convolution.Add(scores(reading), mean);
        for (var i = 0; i < mean.Length; i++)
            mean[i] /= readings.Length;
        return mean;
    }
}
