namespace Ingest.Text.Entities.Linking.Pronouns;

/// <summary>
/// The people of whom the article says that they are called "they":
/// <code>
/// neutral := PERSON "," … ("they/them" | "non-binary" | "nonbinary")      within the sentence, before anybody else is named
/// </code>
/// </summary>
internal static class NeutralPeople
{
    /// <summary>In tokens: "Wren Ashdown, a poet from Bristol who uses they/them pronouns".</summary>
    private const int MaxAside = 16;

    public static HashSet<Referent> In(Scene scene, IReadOnlyList<Phrase> phrases)
    {
        var found = new HashSet<Referent>();
        for (var at = 0; at < scene.Count; at++)
        {
            if (IsSaid(scene, at) && Before(phrases, at) is { } phrase && at - phrase.End < MaxAside && IsWithin(scene, phrase.End, at))
                found.Add(phrase.Referent);
        }

        return found;
    }

    /// <summary>Whether the token is a form of "they" used as a pronoun, and not the word itself spoken of ("they/them").</summary>
    public static bool IsPronoun(Scene scene, int at) =>
        scene.Text(at) is "they" or "They" or "them" or "their" or "Their" or "themselves" or "themself" && scene.Text(at - 1) is not "/"
            && scene.Text(at + 1) is not "/";

    private static bool IsSaid(Scene scene, int at) =>
        scene.Text(at) is "non-binary" or "nonbinary"
            || (scene.Text(at) is "they" && scene.Text(at + 1) is "/" && scene.Text(at + 2) is "them");

    /// <summary>The last person named before.</summary>
    private static Phrase? Before(IReadOnlyList<Phrase> phrases, int at)
    {
        Phrase? last = null;
        foreach (var phrase in phrases)
        {
            if (phrase.End <= at && phrase.Referent.Person is not null && (last is null || phrase.First > last.Value.First))
                last = phrase;
        }

        return last;
    }

    /// <summary>Whether one aside holds both the name and the words about it.</summary>
    private static bool IsWithin(Scene scene, int from, int to)
    {
        if (scene.Text(from) is not ("," or "("))
            return false;
        for (var i = from; i < to; i++)
        {
            if (scene.Text(i) is "." or "?" or "!" or ";")
                return false;
        }

        return true;
    }
}
