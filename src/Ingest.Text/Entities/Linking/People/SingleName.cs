using Ingest.Text.Documents;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.People;

/// <summary>Finds the person that a single name means: "Roe", once the whole names are joined.</summary>
internal sealed class SingleName(Document doc, Gazetteer gazetteer, LoneNames lone, PeopleByName people)
{
    /// <summary>In tokens behind the name: "Roe said she".</summary>
    private const int FarthestPronoun = 4;

    /// <summary>The person; null where the name means nobody named before.</summary>
    public Person? MeantBy(NamedMention named) =>
        people.With(named.Name.Last) is [var lady] && IsFirstLady(lady) && IsHeadOfState(named.Mention.Span) ? null
        : Bearer(InOffice(people.With(named.Name.Last), named.Title.Role), named.Name, named.Title.Gender, named.Mention)
        ?? InnerBearer(named.Name);

    /// <summary>Whether the person is introduced as the first lady: "First lady [Jane Roe]". "President Roe" is somebody else.</summary>
    private bool IsFirstLady(Person person) => doc.TokenAt(person.NamedAt) is > 1 and var token
        && doc.TextOf(doc.Tokens[token - 1]) is "Lady" or "lady" && doc.TextOf(doc.Tokens[token - 2]) is "First" or "first";

    private bool IsHeadOfState(TextSpan name) => doc.TokenAt(name.Start) is > 0 and var token
        && doc.TextOf(doc.Tokens[token - 1]) is "President" or "Governor" or "Minister";

    /// <summary>
    /// Among several people of one name, those who hold the office before the name, which may be shortened: "Adv. Roe" is the advocate.
    /// </summary>
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

    /// <summary>The bearer of the name. Among several, title and pronoun ("Roe said she") decide, then the place.</summary>
    private Person? Bearer(List<Person>? holders, PersonName name, Gender gender, Mention mention)
    {
        // A person with this name as the last goes before a person with it as the first of two surnames.
        if (holders is { Count: > 1 and <= LastNamed.MaxHolders } && holders.Exists(person => IsCalled(person, name)))
            holders = holders.FindAll(person => IsCalled(person, name));
        // "Roe said … her father, John Roe, said": a surname used before the kin of that name appears does not mean the kin.
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
    /// The only person with this part inside the name, "Barón" of Rafael Barón Herazo, whose last name is neither a common surname nor
    /// used alone in the article.
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
