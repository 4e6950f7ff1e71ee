namespace Ingest.Text.Quotes.Tagging;

/// <summary>What the ranker thinks of an attribution.</summary>
/// <param name="Cue">Probability that some reading of the cue is right.</param>
/// <param name="Reading">Probability that this one is.</param>
internal readonly record struct Evidence(double Cue, double Reading);
