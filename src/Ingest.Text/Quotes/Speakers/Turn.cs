using Ingest.Text.Documents;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>What somebody says in paragraphs of his own: a line of a transcript, an answer of an interview, a post.</summary>
/// <param name="Speaker">Who says it.</param>
/// <param name="Words">What is said.</param>
/// <param name="Paragraphs">Where it and the speaker's name stand.</param>
/// <param name="Sieve">The rule that found it.</param>
internal sealed record Turn(Speaker Speaker, IReadOnlyList<TextSpan> Words, IReadOnlyList<int> Paragraphs, Sieve Sieve);
