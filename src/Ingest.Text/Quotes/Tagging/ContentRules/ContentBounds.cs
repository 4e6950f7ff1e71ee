namespace Ingest.Text.Quotes.Tagging.ContentRules;

/// <summary>
/// What is said, without what a reading takes along of the clauses around it, and with what it leaves out of the clause. Each rule stands
/// in a file of its own:
/// <code>
/// words := hearer said              Hearer       "to me [how it was built]", "a friend, [“I am here.”]"
///        | conjunction said         Condition    "said [while he ran it there would be no toll]"
///        | scene ":" said           ToldScene    "Roe took out a key: [“Here it is,”] she said"
///        | tie ","? said            Tie          "But, [“it is closed,”] said Roe"
///        | said predicate           RunOn        "The tweet, which said [“no”], was deleted"
///        | said "," clause          MainClause   "While Roe said [that it was dead], the board met"
///        | said "," time "after" …  Aftermath    "[it would not happen], hours after the board had met"
///        | said "," said            Rest         "[the mayor, who was ill, would resign]"
/// </code>
/// </summary>
internal static class ContentBounds
{
    /// <summary>Each rule sees what the rules before it left.</summary>
    private static readonly Func<Reading, Attribution, Attribution>[] Rules =
    [
        // Before all others: those of the front ask what stands right behind the cue, and half a name hides that.
        HalfName.Complete,
        // What it empties has neither a front nor an end.
        LeadIn.Drop,

        // The front of what is said. No two of these hold for the same words, so that their order among themselves is free.
        Hearer.Drop,
        Condition.TakeIn,
        ToldScene.Drop,
        Tie.Drop,

        // The end. These look for the verb of what is said from its front on, and that of a scene would do for it.
        RunOn.Drop,
        MainClause.Drop,
        Aftermath.Drop,

        // Behind those that cut: it reads on from the end, which must be that of a clause, and what it takes in is not cut again.
        Rest.TakeIn,
    ];

    /// <param name="reading">The reading.</param>
    /// <param name="attribution">Of the reading, as it stands.</param>
    public static Attribution Of(Reading reading, Attribution attribution)
    {
        foreach (var rule in Rules)
            attribution = rule(reading, attribution);
        return attribution;
    }
}
