namespace Ingest.Text.Quotes.Tagging;

/// <summary>A cue that the first stage finds likely.</summary>
/// <param name="Start">Index of its first piece.</param>
/// <param name="End">Index after its last piece.</param>
/// <param name="Probability">Probability that there is a cue here, wherever it begins.</param>
internal readonly record struct FoundCue(int Start, int End, double Probability)
{
    // Least probability of a cue. Most cues below it are wrong, and the ranker would only reject them.
    private const double MinCue = 0.2;

    public static List<FoundCue> In(double[] likelihood, Chained chained)
    {
        var found = new List<FoundCue>();
        for (var i = 0; i < likelihood.Length; i++)
        {
            if (likelihood[i] < MinCue)
                continue;
            // "has said": its beginning may be doubtful even where the verb is sure.
            var (start, best) = (i, chained.Probability(i, (byte)CueTag.Cue));
            for (var k = i + 1; k < likelihood.Length && likelihood[k] >= MinCue; k++)
            {
                if (chained.Probability(k, (byte)CueTag.Cue) is var own && own > best)
                    (start, best) = (k, own);
                else if (chained.Probability(k, (byte)CueTag.CueInside) > likelihood[k] / 2 && best > likelihood[k] / 2)
                    break;
            }

            var (end, probability) = (start + 1, likelihood[start]);
            while (end < likelihood.Length && chained.Probability(end, (byte)CueTag.CueInside) > likelihood[start] / 2)
                probability = Math.Max(probability, likelihood[end++]);
            found.Add(new FoundCue(start, end, probability));
            i = end - 1;
        }

        return found;
    }

    /// <summary>Fills in how likely each piece is to be part of a cue.</summary>
    public static void Weigh(Chained chained, Span<double> likelihood)
    {
        for (var i = 0; i < likelihood.Length; i++)
            likelihood[i] = chained.Probability(i, (byte)CueTag.Cue, (byte)CueTag.CueInside);
    }
}
