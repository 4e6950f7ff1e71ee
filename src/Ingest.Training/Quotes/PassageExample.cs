namespace Ingest.Training.Quotes;

/// <summary>A passage that the network learns from.</summary>
/// <param name="Rows">Rows of each piece's features.</param>
/// <param name="Tags">The right tag of the first stage for each.</param>
/// <param name="Cues">The labelled cues: first piece, piece after the last, and the right tag of the second stage for each piece.</param>
internal sealed record PassageExample(int[][] Rows, byte[] Tags, IReadOnlyList<(int Start, int End, byte[] Roles)> Cues);
