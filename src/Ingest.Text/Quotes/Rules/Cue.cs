using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Rules;

/// <summary>The words of a passage that attribute content to a source: "said", "according to".</summary>
/// <param name="First">Index of its first piece: of "has said" the "has".</param>
/// <param name="End">Index after its last piece.</param>
/// <param name="Frame">What may follow.</param>
/// <param name="Form">The form of its verb.</param>
internal readonly record struct Cue(int First, int End, CueFrame Frame, VerbForm Form);
