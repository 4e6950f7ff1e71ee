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

    /// <summary>According to Roe, …</summary>
    AccordingTo,

    /// <summary>Roe said that …</summary>
    CueThenThat,

    /// <summary>Roe said …</summary>
    CueThenClause,

    /// <summary>…, Roe said.</summary>
    ClauseThenCue,

    /// <summary>Roe denied …</summary>
    CueThenName,

    /// <summary>Roe was blunt: "…"</summary>
    ColonThenQuotation,

    /// <summary>ROE: …</summary>
    Label,

    /// <summary>"…" — Roe</summary>
    QuotationThenName,

    /// <summary>"…" with nothing but the speaker of the paragraph or the sentence before.</summary>
    Floating,

    /// <summary>Roe shook her head. "…"</summary>
    FloatingAfterSubject,

    /// <summary>"…" with nobody in sight.</summary>
    Unattributed,
}
