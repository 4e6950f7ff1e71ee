using Ingest.Text.Entities.Linking.People;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.Pronouns;

/// <summary>The people whom the article only describes, by their noun: "a whistleblower … the whistleblower".</summary>
internal sealed class NamelessPeople(Scene scene)
{
    private readonly Dictionary<string, (Referent Referent, int Count)> _byNoun = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Behind "the", the person for whom the article used the same noun before; else a new person.</summary>
    public Referent Of(int noun, int determiner)
    {
        var name = scene.Text(noun).ToString();
        var epithet = Epithet.Of(scene, determiner, noun);
        if (epithet is null && scene.Text(determiner) is "the" or "The" && _byNoun.TryGetValue(name, out var known))
        {
            _byNoun[name] = known with { Count = known.Count + 1 };
            known.Referent.IsNew = false;
            // It counts one mention less than for a name: the noun may mean another person after all.
            known.Referent.Standing = Clue.Names * MathF.Log2(known.Count + 1);
            return known.Referent;
        }

        var isOwned = scene.Is(determiner, WordUse.Possessive) || scene.IsPossessive(determiner);
        var referent = new Referent(null, GenderPrior.Of(scene.UseOf(noun)))
        {
            Epithet = epithet,
            IsNew = scene.Text(determiner) is "a" or "A" or "an" or "An" or "one" or "One" or "another" or "Another",
            IsKin = scene.Is(noun, WordUse.Kin) && isOwned,
        };
        if (epithet is null && !isOwned)
            _byNoun[name] = (referent, 1);
        return referent;
    }
}
