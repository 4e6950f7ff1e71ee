namespace Ingest.Text.Quotes.Tagging.ContentRules;

/// <summary>
/// Keeps a name whole: it belongs to the hearer, "told [Friends of Elm it was shut]", or behind another verb to the content.
/// </summary>
internal static class HalfName
{
    public static Attribution Complete(Reading reading, Attribution attribution)
    {
        var (view, cue) = (reading.View, reading.Cue);
        if (attribution.Content is not [.., var said] || said.Start < cue.End || !IsWithinName(view, said.Start))
            return attribution;
        var at = said.Start;
        if (Hearer.IsTold(reading) && said.Start > cue.End)
        {
            while (at < said.End && IsWithinName(view, at))
                at++;
        }
        else
        {
            while (at > cue.End && IsWithinName(view, at))
                at--;
        }

        return at < said.End ? attribution.WithLast(said.From(at)) : attribution;
    }

    /// <summary>Whether the piece stands in a name, behind its first word.</summary>
    private static bool IsWithinName(PassageView view, int at) => view[at].Name is not NameMap.None and var kind && kind % 2 == 0;
}
