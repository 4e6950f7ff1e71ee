using Ingest.Text.Entities.Tagging.Network;

namespace Ingest.Text.Quotes.Tagging.Network;

/// <summary>A passage as several networks read it.</summary>
/// <param name="readings">One a network.</param>
internal sealed class ReadPassages(ReadPassage[] readings) : IDisposable
{
    private delegate void Fill(ReadPassage reading, Span<float> scores);

    /// <summary>The mean of <see cref="ReadPassage.Cues"/>.</summary>
    public void Cues(Span<float> scores) => Mean(scores, static (reading, own) => reading.Cues(own));

    /// <summary>The mean of <see cref="ReadPassage.RolesOf"/>.</summary>
    public void RolesOf(FoundCue cue, Span<float> scores) => Mean(scores, (reading, own) => reading.RolesOf(cue, own));

    public void Dispose() => Array.ForEach(readings, static reading => reading.Dispose());

    private void Mean(Span<float> mean, Fill fill)
    {
        fill(readings[0], mean);
        if (readings.Length == 1)
            return;
        using var scratch = new Scratch(mean.Length);
        var other = scratch.Take(mean.Length);
        foreach (var reading in readings.AsSpan(1))
        {
            fill(reading, other);
            Convolution.Add(other, mean);
        }

        for (var i = 0; i < mean.Length; i++)
            mean[i] /= readings.Length;
    }
}
