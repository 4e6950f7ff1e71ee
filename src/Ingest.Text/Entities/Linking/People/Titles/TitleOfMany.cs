using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Linking.People.Titles;

/// <summary>
/// Reads the title of several people, and gives it to each: "director" of "directors Jane Roe, John Poe and Ann Marsh".
/// </summary>
internal sealed class TitleOfMany(Document doc, Gazetteer gazetteer, IReadOnlyList<Mention> mentions)
{
    /// <summary>In people; a longer row is a list.</summary>
    private const int LongestRow = 8;

    private static readonly WordSet ShortForms = WordSet.AsWritten("Gens. Govs. Profs. Reps. Revs. Sens.");

    private readonly TitleWords _words = new(doc, gazetteer);
    private readonly TitleModifiers _modifiers = new(doc, gazetteer);
    private readonly TitleOwner _owner = new(doc, mentions);
    private readonly PastOffice _past = new(doc, gazetteer);

    /// <summary>"former director" of "former directors Roe and Poe"; null where there is none.</summary>
    /// <param name="address">Where the name begins, with its forms of address.</param>
    /// <param name="name">One of the people.</param>
    public string? Before(int address, TextSpan name)
    {
        var end = RowAround(address, name);
        if (end <= 0 || !_words.AreMany(end - 1))
            return null;
        var start = _modifiers.StartOf(end - 1, end);
        return _past.Before(start) + _words.Words(_owner.StartOf(start), end)[..^1];
    }

    /// <summary>"Sen." of "Sens." in "Sens. Roe and Poe".</summary>
    public static string OfOne(string office)
    {
        var last = office.LastIndexOf(' ') + 1;
        return ShortForms.Contains(office.AsSpan(last)) ? $"{office[..^2]}." : office;
    }

    /// <summary>
    /// Index where the row of people begins that contains the name, "directors [Roe], Poe and Marsh"; −1 where the name is in no row.
    /// </summary>
    private int RowAround(int address, TextSpan name)
    {
        var last = mentions.LastBeginningBy(name.Start);
        var (at, start) = (last, address);
        while (at > 0 && last - at < LongestRow && IsRow(mentions[at - 1], mentions[at]))
            start = doc.TokenAt(mentions[--at].Span.Start);
        var isRow = at < last || (at + 1 < mentions.Count && IsRow(mentions[at], mentions[at + 1]));
        return isRow && last - at < LongestRow ? start : -1;
    }

    private bool IsRow(Mention one, Mention next) =>
        (one.Type, next.Type) == (EntityType.Person, EntityType.Person)
        && doc.Text.AsSpan(one.Span.End..next.Span.Start) is " and " or ", " or ", and " or " & ";
}
