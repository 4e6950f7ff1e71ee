using System.Collections.Frozen;

namespace Ingest.Text.Quotes;

/// <summary>
/// Who is told, asked or accused doesn't speak:
/// <code>passive := addressee (be | been) … participle        "Users were warned", "Roe has been asked about"</code>
/// None of the 60 labels of PolNeAR's training part with such a cue has the addressee for its source.
/// </summary>
internal static class Addressee
{
    // Of verbs whose object hears what is said. Not "assured" and "convinced", which tell what one believes.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Participles = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "accused", "advised", "asked", "briefed", "charged", "criticised", "criticized", "encouraged", "informed", "instructed", "invited", "notified",
        "ordered", "questioned", "reminded", "told", "threatened", "urged", "warned").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The attribution without a speaker, where that is the one addressed.</summary>
    public static Attribution Drop(Attribution attribution) =>
        attribution is { Source: { } source, Cue: { } cue } && source.End <= cue.Start && IsPassive(cue.In(attribution.Passage.Text)) ? attribution with { Source = null } : attribution;

    private static bool IsPassive(ReadOnlySpan<char> cue)
    {
        var hasBe = false;
        foreach (var word in cue.Split(' '))
        {
            if (hasBe && Participles.Contains(cue[word]))
                return true;
            hasBe |= (WordClasses.Of(cue[word]) & WordClass.Be) != 0;
        }

        return false;
    }
}
