using Ingest.Text.Documents;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>Words that a speaker says in whole paragraphs: a line of a transcript, an answer of an interview, a post.</summary>
/// <param name="Speaker">The speaker.</param>
/// <param name="Words">The words said.</param>
/// <param name="Paragraphs">The paragraphs of the words and of the speaker's name.</param>
/// <param name="Sieve">The rule that found the turn.</param>
internal sealed record Turn(Speaker Speaker, IReadOnlyList<TextSpan> Words, IReadOnlyList<int> Paragraphs, Sieve Sieve);
