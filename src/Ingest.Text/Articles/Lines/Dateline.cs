using Ingest.Text.Articles.Dates;

namespace Ingest.Text.Articles.Lines;

/// <summary>
/// The head of a story's first paragraph: where, when and by which agency it was filed.
/// <code>
/// dateline := PLACE ("," word+)* [date] ["(" agency ")"] [","] divider
/// PLACE    := words in capitals
/// divider  := "—" | "–" | "--" | " - " | ":"
/// </code>
/// </summary>
internal readonly record struct Dateline(string? Agency, ArticleDate? Date)
{
    // "WASHINGTON, District of Columbia, September 14, 2023 (Associated Press) —" and a little more.
    private const int Reach = 100;

    /// <summary>The dateline; null when the paragraph does not begin with one.</summary>
    public static Dateline? Of(string paragraph)
    {
        var head = paragraph.AsSpan(0, Math.Min(paragraph.Length, Reach));
        var end = Divider(head);
        if (end < 0)
            return null;
        head = head[..end].Trim(" ,");
        var place = head.IndexOfAny(",(") is >= 0 and var comma ? head[..comma].Trim() : head;
        if (place.Length < 3 || !IsCapitals(place))
            return null;
        var open = head.IndexOf('(');
        var close = open < 0 ? -1 : head[open..].IndexOf(')');
        var agency = close > 1 ? head[(open + 1)..(open + close)].Trim().ToString() : null;
        return new Dateline(agency, WrittenDate.Find(head));
    }

    /// <summary>Whether the line is a dateline without its story: a place in capitals with a day or an agency behind it.</summary>
    public static bool IsWhole(string line)
    {
        if (line.IndexOfAny([',', '(']) <= 0 || Of(line.TrimEnd('-', '–', '—', ' ', ':') + " — ") is not { } dateline)
            return false;
        // "March 3" is a day, too; without a year it is no date.
        return dateline.Agency is not null || dateline.Date is not null || line.AsSpan().ContainsAnyInRange('0', '9');
    }

    private static int Divider(ReadOnlySpan<char> head)
    {
        for (var i = 3; i + 1 < head.Length; i++)
        {
            if (head[i] is '—' or '–'
                || (head[i] == ':' && head[i + 1] == ' ')
                || (head[i] == '-' && (head[i + 1] == '-' || (head[i - 1] is ' ' && head[i + 1] == ' '))))
                return i;
            // These signs belong to a sentence, and not to a place.
            if (head[i] is '"' or '“' or '?' or '!')
                return -1;
        }

        return -1;
    }

    private static bool IsCapitals(ReadOnlySpan<char> place)
    {
        var letters = 0;
        foreach (var c in place)
        {
            if (char.IsLower(c) || char.IsDigit(c))
                return false;
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return letters >= 3;
    }
}
