namespace Ingest.Text.Quotes.Tagging.ContentRules;

/// <summary>The reading of a cue that was chosen, where it stands.</summary>
/// <param name="View">The passage.</param>
/// <param name="Candidate">The reading.</param>
/// <param name="Found">The attributions of the passage that are surer.</param>
internal sealed record Reading(PassageView View, Candidate Candidate, List<Attribution> Found)
{
    public Passage Passage => View.Passage;

    public FoundCue Cue => Candidate.Cue;
}
