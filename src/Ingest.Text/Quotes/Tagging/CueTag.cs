namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// The tags of the first stage. Source and content stand on their side of the cue, so that the chain knows what must still come:
/// <code>
/// passage := (Outside | ContentBefore | SourceBefore | cue | SourceAfter | ContentAfter)*
/// cue     := Cue CueInside*
/// </code>
/// </summary>
internal enum CueTag : byte
{
    Outside,
    SourceBefore,
    ContentBefore,
    Cue,
    CueInside,
    SourceAfter,
    ContentAfter,
}

/// <summary>The tags of the second stage, for one cue.</summary>
internal enum RoleTag : byte
{
    OutsideBefore,
    SourceBefore,
    ContentBefore,
    Cue,
    OutsideAfter,
    SourceAfter,
    ContentAfter,
}
