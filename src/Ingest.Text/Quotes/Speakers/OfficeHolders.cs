using Ingest.Text.Documents;
using Ingest.Text.Entities;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>
/// Finds the person that "the harbour master" means: the only person whom the article has named before with just these words in front or
/// behind, "harbour master Jane Roe", "Jane Roe, the harbour master".
/// </summary>
internal sealed class OfficeHolders(Document doc, MentionIndex mentions)
{
    // In mentions; further back, the office is another person's.
    private const int MaxLookBack = 60;

    // "Shadow harbour master Jane Roe" holds another office.
    private static readonly WordSet Lower = WordSet.InAnyCase("assistant associate deputy shadow vice");

    /// <summary>The person; null when the words mean nobody or may mean several.</summary>
    public Entity? Of(TextSpan words)
    {
        const string the = "the ";
        var text = words.In(doc.Text);
        if (!text.StartsWith(the, StringComparison.OrdinalIgnoreCase) || text.Length == the.Length)
            return null;
        var office = text[the.Length..];
        if (office.Length > 1 && char.IsUpper(office[1]))
            return null;   // "the WHO"
        if (office is "President")
            return null;   // a state's, be "Acme President Jane Roe" near; where she is one, it is a mention of hers
        Entity? holder = null;
        var last = mentions.LastEndingBy(words.Start);
        for (var i = last; i >= 0 && last - i < MaxLookBack; i--)
        {
            var (span, entity, kind) = mentions[i];
            if (entity.Type != EntityType.Person
                || kind != MentionKind.Name
                || entity == holder
                || !(StandsBefore(span, office) || StandsBehind(span, office)))
                continue;
            if (holder is not null)
                return null;
            holder = entity;
        }

        return holder;
    }

    private bool StandsBefore(TextSpan name, ReadOnlySpan<char> office)
    {
        var before = doc.Text.AsSpan(0, name.Start).TrimEnd();
        if (!before.EndsWith(office, StringComparison.OrdinalIgnoreCase))
            return false;
        before = before[..^office.Length];
        return before.Length == 0 || (!char.IsLetterOrDigit(before[^1]) && !Lower.Contains(LastWord(before.TrimEnd())));
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text) => text[(text.LastIndexOfAny(' ', '\n', '-') + 1)..];

    private bool StandsBehind(TextSpan name, ReadOnlySpan<char> office)
    {
        var behind = doc.Text.AsSpan(name.End);
        if (!behind.StartsWith(", "))
            return false;
        behind = behind[2..];
        foreach (var article in (string[])["the ", "a ", "an "])
        {
            if (behind.StartsWith(article))
                behind = behind[article.Length..];
        }

        // "with Roe, the harbour master said": the speaker is the harbour master, and not Roe.
        return behind.StartsWith(office, StringComparison.OrdinalIgnoreCase)
            && (behind.Length == office.Length || behind[office.Length] is ',' or '.' or ';' or ')');
    }
}
