using Ingest.Text.Documents;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.People;

/// <summary>Whom a single name means: "Roe", once the whole names are joined.</summary>
internal sealed class SingleName(Document doc, Gazetteer gazetteer, LoneNames lone, PeopleByName people)
{
    /// <summary>In tokens behind the name: "Roe said she".</summary>
    private const int FarthestPronoun = 4;

    /// <summary>Null where it means nobody named before.</summary>
    public Person? MeantBy(NamedMention named) =>
        people.With(named.Name.Last) is [var lady] && IsFirstLady(lady) && IsHeadOfState(named.Mention.Span) ? null
        : Bearer(InOffice(people.With(named.Name.Last), named.Title.Role), named.Name, named.Title.Gender, named.Mention)
        ?? InnerBearer(named.Name);

    /// <summary>"First lady [Jane Roe]": "President Roe" is another.</summary>
    private bool IsFirstLady(Person person) => doc.TokenAt(person.NamedAt) is > 1 and var token
        && doc.TextOf(doc.Tokens[token - 1]) is "Lady" or "lady" && doc.TextOf(doc.Tokens[token - 2]) is "First" or "first";

    private bool IsHeadOfState(TextSpan name) => doc.TokenAt(name.Start) is > 0 and var token
        && doc.TextOf(doc.Tokens[token - 1]) is "President" or "Governor" or "Minister";

    /// <summary>Of several of one name those who have the office that stands before it, be it in short: "Adv. Roe" is the advocate's.</summary>
    private static List<Person>? InOffice(List<Person>? holders, string? role) =>
        role is not null && holders is { Count: > 1 and <= LastNamed.MaxHolders }
        && holders.FindAll(person => person.Roles.Exists(other => IsSame(other, role))) is { Count: > 0 } those
            ? those : holders;

    private static bool IsSame(string role, string other)
    {
        var (one, two) = (LastWord(role), LastWord(other));
        return one.StartsWith(two, StringComparison.OrdinalIgnoreCase) || two.StartsWith(one, StringComparison.OrdinalIgnoreCase);

        static string LastWord(string role) => role[(role.LastIndexOf(' ') + 1)..].TrimEnd('.');
    }

    /// <summary>Where several bear it, title and pronoun ("Roe said she") tell, then the place.</summary>
    private Person? Bearer(List<Person>? holders, PersonName name, Gender gender, Mention mention)
    {
        // The first of two surnames gives way to a last one.
        if (holders is { Count: > 1 and <= LastNamed.MaxHolders } && holders.Exists(person => IsCalled(person, name)))
            holders = holders.FindAll(person => IsCalled(person, name));
        // "Roe said … her father, John Roe, said": whoever is called by the surname before her kin is named is no kin.
        if (holders is null || holders.Count < 2)
            return holders is [{ IsKin: true, LastSeen: < 0 } kin] && lone.AreUsedBefore(kin, name)
                ? null
                : LastNamed.Choose(holders, name, gender);
        var paragraph = doc.Paragraphs[doc.Sentences[doc.SentenceAt(mention.Span.Start)].Paragraph].Start;
        var hint = gender != Gender.Unknown ? gender : GenderBehind(mention.Span);
        return LastNamed.Choose(holders, name, hint, paragraph) ?? LastNamed.Choose(holders, name, gender, paragraph);
    }

    private static bool IsCalled(Person person, PersonName name) => person.Name.Last == name.Last || person.Name.First == name.Last;

    /// <summary>
    /// "Barón" of Rafael Barón Herazo, who is the only one with that part, and whose last one is no common surname that somebody is
    /// called by.
    /// </summary>
    private Person? InnerBearer(PersonName name) =>
        people.WithInner(name.Last) is [var bearer]
        && !lone.Contains(bearer.Name.Last)
        && (gazetteer.Find(bearer.Name.Last) & WordLists.Surname) == 0
            ? bearer : null;

    private Gender GenderBehind(TextSpan name)
    {
        var first = doc.TokenAt(name.End - 1) + 1;
        for (var i = first; i < doc.Tokens.Count && i < first + FarthestPronoun && doc.Tokens[i].Kind == TokenKind.Word; i++)
        {
            var use = WordUses.Of(doc.TextOf(doc.Tokens[i]));
            if ((use & WordUse.HeOrShe) != 0)
                return (use & WordUse.He) != 0 ? Gender.Male : Gender.Female;
        }

        return Gender.Unknown;
    }
}
