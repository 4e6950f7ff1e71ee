namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// The tags of the first stage. Source and content have different tags before and behind the cue, so that the chain knows what must still
/// come. Each has tags for its beginning and its end:
/// <code>
/// passage := (Outside | content | source | cue)*
/// cue     := Cue CueInside*
/// source  := SourceBefore+0 SourceBefore+1* SourceBefore+2 | SourceBefore+2     content likewise
/// </code>
/// </summary>
internal enum CueTag : byte
{
    Outside = 0,
    SourceBefore = 1,
    ContentBefore = 4,
    Cue = 7,
    CueInside = 8,
    SourceAfter = 9,
    ContentAfter = 12,
}

/// <summary>The tags of the second stage, for one cue.</summary>
internal enum RoleTag : byte
{
    OutsideBefore = 0,
    SourceBefore = 1,
    ContentBefore = 4,
    Cue = 7,
    OutsideAfter = 8,
    SourceAfter = 9,
    ContentAfter = 12,
}
