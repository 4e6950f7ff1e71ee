namespace Ingest.Text.Quotes.Tagging;

/// <summary>The ranker's evidence for an attribution.</summary>
/// <param name="Cue">Probability that some reading of the cue is right.</param>
/// <param name="Reading">Probability that this reading is right.</param>
internal readonly record struct Evidence(double Cue, double Reading);
