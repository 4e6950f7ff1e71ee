namespace Ingest.Text.Entities.Words;

/// <summary>
/// Verbs that report what somebody says, in the forms that stand behind a subject. Those who find quotes know more of them, and what each
/// takes.
/// </summary>
internal static class SayingVerbs
{
    /// <summary>Report it: "said", "added".</summary>
    public const string Saying =
        """
        said says say added adds wrote writes pointed points tweeted argued argues replied insisted insists explained explains
        recalled noted notes stressed admitted admits joked claimed claims warned warns acknowledged announced maintained conceded
        continued concluded declared denied emphasized remarked responded stated suggested testified vowed thinks thought believes
        believed hopes hoped revealed reveals observed disclosed confirmed confirms complained boasted lamented quipped cautioned
        countered predicted predicts promised pledged proclaimed protested reiterated repeated retorted reckons shouted cried mused
        exclaimed commented tweets posted insinuated alleged alleges asserted asserts contended contends estimated stresses states
        jokes
        """;

    /// <summary>Name next who listens, or of whom it is said: "told", "accused".</summary>
    public const string Telling =
        """
        told tells asked asks informed reminded urged assured advised accused accuses criticised criticized criticises criticizes
        blamed blames condemned condemns denounced denounces praised praises thanked thanks congratulated
        """;
}
