namespace Ingest.Text.Quotes.Rules;

/// <summary>
/// A programme's name in quotation marks, which tells where something was said: "“It is safe,” Roe said on “Morning Elm.” “I know it.”".
/// </summary>
internal static class Programme
{
    /// <summary>The attribution, without the programme's name in its content.</summary>
    public static Attribution Drop(Attribution attribution)
    {
        var passage = attribution.Passage;
        if (attribution.Cue is not { } cue || attribution.Content.Count < 2)
            return attribution;
        return attribution with
        {
            Content =
                [.. attribution.Content.Select(said => IsProgramme(said.Start) ? said.From(said.Start + 1) : said)
                    .Where(said => !said.IsEmpty)],
        };

        bool IsProgramme(int at) => passage[at].Span.Start > cue.Start && passage.IsTitleCase(at)
            && (passage.IsWord(at - 1, "on")
                || passage.IsWord(at - 1, "in")
                || passage.IsWord(at - 1, "to")
                || passage.IsWord(at - 1, "told"));
    }
}
