namespace Ingest.Text.Articles.Dates;

/// <summary>
/// A date in a field of its own, as programs write it:
/// <code>
/// date    := basic | iso | rfc822 | written
/// basic   := yyyymmdd ["T" hhmm [ss]] [zone]         NITF, NewsML: "20250314T094500Z", "20250314"
/// rfc822  := [weekday ","] dd month (yyyy | yy) [time]   feeds and mail: "Fri, 14 Mar 25 09:45:00 GMT"
/// </code>
/// The other two are those of <see cref="WrittenDate"/>.
/// </summary>
internal static class MachineDate
{
    private const int DayLength = 8;

    // Two-digit years from 70 to 99 are of the last century; RFC 2822 takes those from 50 on.
    private const int CenturyTurn = 70;

    public static ArticleDate? Of(string? said)
    {
        if (string.IsNullOrWhiteSpace(said))
            return null;
        var text = said.Trim();
        return WrittenDate.Find(OfBasic(text) ?? OfShortYear(text) ?? text);
    }

    /// <summary>The basic form with its dashes and colons; null for another form.</summary>
    private static string? OfBasic(string text)
    {
        var digits = CountDigits(text);
        if (digits != DayLength)
            return null;
        var day = $"{text[..4]}-{text[4..6]}-{text[6..8]}";
        var rest = text[DayLength..];
        if (rest is not ['T' or 't', ..])
            return rest.Length == 0 || !char.IsLetterOrDigit(rest[0]) ? day : null;
        rest = rest[1..];
        return CountDigits(rest) switch
        {
            4 => $"{day}T{rest[..2]}:{rest[2..4]}{rest[4..]}",
            6 => $"{day}T{rest[..2]}:{rest[2..4]}:{rest[4..6]}{rest[6..]}",
            // "20250314T09:45:00"
            2 => $"{day}T{rest}",
            _ => day,
        };
    }

    /// <summary>"14 Mar 25 …" with its whole year; null for another form.</summary>
    private static string? OfShortYear(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 2; i < words.Length && i < 4; i++)
        {
            if (words[i].Length != 2
                || CountDigits(words[i]) != 2
                || CountDigits(words[i - 2]) is < 1 or > 2
                || !char.IsLetter(words[i - 1][0]))
                continue;
            words[i] = (words[i][0] - '0') * 10 + words[i][1] - '0' >= CenturyTurn ? $"19{words[i]}" : $"20{words[i]}";
            return string.Join(' ', words);
        }

        return null;
    }

    private static int CountDigits(string text)
    {
        var count = 0;
        while (count < text.Length && char.IsAsciiDigit(text[count]))
            count++;
        return count;
    }
}
