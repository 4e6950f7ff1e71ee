namespace Ingest.Text.Entities.Linking;

/// <summary>
/// What the pronouns near a name tell of its bearer's gender, before any of them is linked: those behind somebody who is alone in a sentence
/// surely mean nobody else. Many first names tell nothing or mislead ("Lindsey"), so that this goes before the lists.
/// </summary>
internal static class GenderEvidence
{
    /// <summary>So many votes more than the other gender has; half of them do where nothing else tells.</summary>
    private const int Enough = 4;

    public static void Weigh(Scene scene, Phrase?[] phrases)
    {
        var votes = new Dictionary<Person, int>();   // above 0 for he, below for she
        Referent? alone = null;
        foreach (var sentence in scene.Doc.Sentences)
        {
            // A sentence without names is about the one of the sentence before.
            var (named, isAlone) = (alone, true);
            var hasName = false;
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (scene.Quotations[i] != 0)
                    continue;
                if (phrases[i] is { } phrase)
                {
                    isAlone &= !hasName || phrase.Referent == named;
                    (named, hasName) = (phrase.Referent, true);
                }
                else if (isAlone && named?.Person is { } person && scene.Is(i, WordUse.HeOrShe))
                {
                    votes[person] = votes.GetValueOrDefault(person) + (scene.Is(i, WordUse.He) ? 1 : -1);
                }
            }

            alone = isAlone ? named : null;
        }

        foreach (var (person, vote) in votes)
        {
            if (!person.IsGenderSure && Math.Abs(vote) >= (person.Gender == Gender.Unknown ? Enough / 2 : Enough))
                person.Gender = vote > 0 ? Gender.Male : Gender.Female;
        }
    }
}
