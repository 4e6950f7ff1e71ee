namespace Ingest.Text.Quotes.Tagging.ContentRules;

/// <summary>"told [Friends of Elm it was shut]": a name is all of it the hearer's, or behind another verb all of it what is said.</summary>
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

    /// <summary>Behind its first word.</summary>
    private static bool IsWithinName(PassageView view, int at) => view.Name[at] is not NameMap.None and var kind && kind % 2 == 0;
}
