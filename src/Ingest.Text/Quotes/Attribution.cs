using Ingest.Text.Documents;
using Ingest.Text.Quotes.Tagging;

namespace Ingest.Text.Quotes;

/// <summary>A cue with the one who speaks and what is said.</summary>
internal sealed record Attribution
{
    public required Passage Passage { get; init; }

    /// <summary>How likely content and speaker are both right, from 0 to 1, by the rule that found it.</summary>
    public double Confidence { get; init; }

    /// <summary>What the model thinks of it; null for what a rule found.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>Null where the passage names nobody.</summary>
    public TextSpan? Source { get; init; }

    public TextSpan? Cue { get; init; }

    /// <summary>Stretches of the passage, by index of piece, half-open; in order.</summary>
    public IReadOnlyList<(int Start, int End)> Content { get; init; } = [];
}
