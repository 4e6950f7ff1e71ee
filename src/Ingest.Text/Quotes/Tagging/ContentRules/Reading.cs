namespace Ingest.Text.Quotes.Tagging.ContentRules;

/// <summary>The chosen reading of a cue, in its passage.</summary>
/// <param name="View">The passage.</param>
/// <param name="Candidate">The reading.</param>
/// <param name="Found">The surer attributions of the passage.</param>
internal sealed record Reading(PassageView View, Candidate Candidate, List<Attribution> Found)
{
    public Passage Passage => View.Passage;

    public FoundCue Cue => Candidate.Cue;
}
