namespace Ingest.Text.Quotes.Tagging.ContentRules;

/// <summary>
/// Corrects the content of a reading: removes words of the clauses around it, and adds words of its own clause that the reading left out.
/// Each rule stands in its own file:
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
        // First: the rules for the front look at the word right behind the cue, and half a name hides it.
        HalfName.Complete,
        // Next: content that this rule empties has neither a front nor an end.
        LeadIn.Drop,

        // The front of the content. No two of these rules apply to the same words, so their order does not matter.
        Hearer.Drop,
        Condition.TakeIn,
        ToldScene.Drop,
        Tie.Drop,

        // The end. These rules look for the content's verb from its front on, and would take the verb of a scene for it.
        RunOn.Drop,
        MainClause.Drop,
        Aftermath.Drop,

        // After the rules that cut: this rule reads on from the end, which must be the end of a clause. No rule cuts what it takes in.
        Rest.TakeIn,
    ];

    /// <param name="reading">The reading.</param>
    /// <param name="attribution">The attribution of the reading, before the rules.</param>
    public static Attribution Of(Reading reading, Attribution attribution)
    {
        foreach (var rule in Rules)
            attribution = rule(reading, attribution);
        return attribution;
    }
}
