namespace Ingest.Text.Quotes;

/// <summary>The rule that found a quote, from the surest to the least sure.</summary>
internal enum Sieve : byte
{
    /// <summary>"…," said Roe. "…," Roe said.</summary>
    QuotationThenCue,

    /// <summary>Roe said: "…"</summary>
    CueThenQuotation,

    /// <summary>Roe said the plan was "…".</summary>
    CueThenMixed,

    /// <summary>The plan was "…", Roe said.</summary>
    MixedThenCue,

    /// <summary>Roe said … Without marks there is nothing to see but the cue.</summary>
    Unmarked,

    /// <summary>The plan, said Roe, was dead.</summary>
    BrokenClause,

    /// <summary>Roe was blunt: "…"</summary>
    ColonThenQuotation,

    /// <summary>… — Roe (@roe)</summary>
    Post,

    /// <summary>ROE: …</summary>
    Label,

    /// <summary>How did it begin?⏎ With a photograph.</summary>
    Interview,

    /// <summary>"…" — Roe</summary>
    QuotationThenName,

    /// <summary>"…" with nothing but the speaker of the paragraph or the sentence before.</summary>
    Floating,

    /// <summary>Roe shook her head. "…"</summary>
    FloatingAfterSubject,

    /// <summary>"…" with nobody in sight.</summary>
    Unattributed,
}
