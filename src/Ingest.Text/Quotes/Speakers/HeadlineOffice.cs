using Ingest.Text.Documents;
using Ingest.Text.Entities;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>
/// Finds whom a transcript's label means by an office, where the headline names the holder:
/// <code>
/// label    := "THE"? office                          "THE PRESIDENT:", in any case
/// headline := … link office first-name? Capital …    "Remarks by (President Roe) in Elm"; not "by Vice President Roe"
///           | office first-name? Capital (":" | "'s") …      "(President Roe): speech in Elm"; not "President Speaks"
/// link     := "by" | "with" | "from" | "of" | "and"
/// </code>
/// </summary>
internal sealed class HeadlineOffice(Document doc, Labels labels)
{
    private static readonly WordSet Links = WordSet.InAnyCase("by with from of and");

    private readonly string? _title = doc.Title?.Replace('\u00a0', ' ');

    /// <summary>The speaker; null where the label is no office, or the headline names no holder.</summary>
    /// <param name="label">The words of the label.</param>
    public Speaker? SpeakerOf(TextSpan label)
    {
        if (HolderOf(label.In(doc.Text)) is not { } holder)
            return null;
        var (office, name) = holder;
        var person = labels.PersonOf(name) is { } known && IsHolder(known, office, name) ? known : null;
        return new Speaker(label, person?.Key, person?.Name ?? $"{office} {name}") { Kind = SpeakerKind.Nominal };
    }

    /// <summary>Whether the person of that surname is the holder, and not a relative.</summary>
    private static bool IsHolder(Entity person, string office, string name) =>
        person.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || (!name.Contains(' ') && !person.Name.Contains(' '))
        || (person.Role?.Contains(office, StringComparison.OrdinalIgnoreCase) ?? false);

    /// <summary>The office and the name as the headline writes them; null where it names no holder.</summary>
    private (string Office, string Name)? HolderOf(ReadOnlySpan<char> label)
    {
        const string the = "the ";
        var office = label.StartsWith(the, StringComparison.OrdinalIgnoreCase) ? label[the.Length..] : label;
        if (_title is not { } title || office.IsEmpty || !SpeakerPhrase.IsOffice(LastWord(office)))
            return null;
        for (var end = 0; title.AsSpan(end).IndexOf(office, StringComparison.OrdinalIgnoreCase) is >= 0 and var found;)
        {
            var start = end + found;
            end = start + office.Length;
            var before = title.AsSpan(0, start);
            if (NameEnd(title, end) is > 0 and var nameEnd && (Links.Contains(LastWord(before.TrimEnd()))
                || (before.IsEmpty && nameEnd < title.Length && title[nameEnd] is ':' or '\'' or '’')))
                return (title[start..end], title[(end + 1)..nameEnd]);
        }

        return null;
    }

    /// <summary>Where the name ends that follows the office; 0 where none does.</summary>
    private static int NameEnd(string title, int office)
    {
        var first = WordEnd(title, office);
        if (first == 0)
            return 0;
        var isFirstName = (Gazetteer.Default.Find(title.AsSpan(office + 1, first - office - 1)) & WordLists.FirstName) != 0;
        return isFirstName && WordEnd(title, first) is > 0 and var second
            && (Gazetteer.Default.Find(title.AsSpan(first + 1, second - first - 1)) & WordLists.Common) == 0 ? second : first;
    }

    /// <summary>Where the word with a capital ends that follows a blank there; 0 where there is none, or an everyday word.</summary>
    private static int WordEnd(string title, int blank)
    {
        if (blank + 1 >= title.Length || title[blank] != ' ' || !char.IsUpper(title[blank + 1]))
            return 0;
        var end = blank + 1;
        while (end < title.Length && (char.IsLetter(title[end]) || title[end] == '-'))
            end++;
        var lists = Gazetteer.Default.Find(title.AsSpan(blank + 1, end - blank - 1));
        return (lists & (WordLists.Starter | WordLists.AnyTitle)) != 0
            || (lists & (WordLists.Common | WordLists.Surname | WordLists.FirstName)) == WordLists.Common ? 0 : end;
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> words) => words[(words.LastIndexOfAny(' ', '-') + 1)..];
}
