using System.Globalization;

namespace Ingest.Text.Articles.Dates;

/// <summary>
/// Finds a day, and the time and zone with it, in what people and machines write:
/// <code>
/// date    := numbers | written [time]
/// numbers := (yyyy "-" mm "-" dd | yyyy "/" mm "/" dd | dd "." mm "." yyyy | slashed) [("T" | " ") hh ":" mm [":" ss ["." f+]] [zone]]
/// slashed := mm "/" dd "/" yyyy | dd "/" mm "/" yyyy, where one of the two numbers can be no month
/// written := [day-of-month] month ["."] [day-of-month] ["," | "at"] yyyy
/// time    := [filler] hh (":" | ".") mm [":" ss] [am | pm] [zone]
/// zone    := "Z" | ("+" | "-") hh [":"] mm | "GMT" | "UTC" | "BST" | "EST" | …
/// </code>
/// A day without its year is no date: the year would have to be made up.
/// </summary>
internal ref struct WrittenDate
{
    // By their three first letters.
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] FullMonths = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;

    private readonly ReadOnlySpan<char> _text;
    private int _at;

    private WrittenDate(ReadOnlySpan<char> text) => _text = text;

    /// <summary>The first date in the text; null when there is none.</summary>
    public static ArticleDate? Find(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) || (i > 0 && char.IsLetterOrDigit(text[i - 1])))
                continue;
            var scanner = new WrittenDate(text) { _at = i };
            if ((scanner.Numbers() ?? scanner.Written(i)) is { } date)
                return date;
        }

        return null;
    }

    private ArticleDate? Numbers()
    {
        var start = _at;
        if (Dotted() is { } dotted)
            return new ArticleDate(dotted);
        _at = start;
        if (YearFirst() is { } day)
        {
            var end = _at;
            if ((Skip('T') || Skip(' ')) && Digits(2, 2) is { } hour && Skip(':') && Digits(2, 2) is { } minute && hour < 24 && minute < 60)
            {
                var second = Skip(':') ? Digits(2, 2) ?? 0 : 0;
                if (Skip('.'))
                    Digits(1, 9);
                return new ArticleDate(day, new TimeOnly(hour, minute, Math.Min(second, 59)), Zone());
            }

            _at = end;
            return new ArticleDate(day);
        }

        _at = start;
        return null;
    }

    private DateOnly? YearFirst() =>
        Digits(4, 4) is { } year && IsDivided() && Digits(1, 2) is { } month && IsDivided() && Digits(1, 2) is { } day
            ? Day(year, month, day)
            : null;

    private bool IsDivided() => Skip('-') || Skip('/');

    /// <summary>Between dots the day goes first. Between slashes either may; only a number that can be no month decides.</summary>
    private DateOnly? Dotted()
    {
        if (Digits(1, 2) is not { } first || _at >= _text.Length || _text[_at] is not ('.' or '/'))
            return null;
        var divider = _text[_at++];
        if (Digits(1, 2) is not { } second || !Skip(divider) || Digits(4, 4) is not { } year)
            return null;
        return divider == '.' || first > 12 ? Day(year, second, first) : second > 12 || first == second ? Day(year, first, second) : null;
    }

    private ArticleDate? Written(int start)
    {
        _at = start;
        var dayOfMonth = OrdinalDay();
        if (dayOfMonth is not null)
        {
            Blanks();
            SkipWord("of");
        }

        if (Month() is not { } month)
            return null;
        Skip('.');
        Blanks();
        if (dayOfMonth is null)
        {
            dayOfMonth = OrdinalDay();
            Blanks();
        }

        Skip(',');
        Blanks();
        if (dayOfMonth is null || Digits(4, 4) is not { } year || Day(year, month, dayOfMonth.Value) is not { } day)
            return null;
        return Time() is { } time ? new ArticleDate(day, time, Zone()) : new ArticleDate(day);
    }

    private TimeOnly? Time()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] is ' ' or ',' or '|' or '-' or '–' or '·')
            _at++;
        SkipWord("at");
        Blanks();
        if (Digits(1, 2) is { } hour && hour < 24)
        {
            var minute = Skip(':') || Skip('.') ? Digits(2, 2) : null;
            Blanks();
            if (Half() is { } isAfternoon && hour is > 0 and <= 12 && (minute ?? 0) < 60)
                return new TimeOnly((hour % 12) + (isAfternoon ? 12 : 0), minute ?? 0);
            // A bare number may be anything: "3 min read".
            if (minute < 60)
                return new TimeOnly(hour, minute.Value, Skip(':') ? Math.Min(Digits(2, 2) ?? 0, 59) : 0);
        }

        _at = start;
        return null;
    }

    /// <summary>True for "pm", "p.m."; false for "am", "a.m."; null for neither.</summary>
    private bool? Half()
    {
        var letter = _at < _text.Length ? char.ToLowerInvariant(_text[_at]) : ' ';
        if (letter is not ('a' or 'p'))
            return null;
        var rest = _text[(_at + 1)..];
        var length = rest.StartsWith(".m.", StringComparison.OrdinalIgnoreCase) ? 3
            : rest.StartsWith("m", StringComparison.OrdinalIgnoreCase) ? 1
            : 0;
        if (length == 0 || (length < rest.Length && char.IsLetter(rest[length])))
            return null;
        _at += 1 + length;
        return letter == 'p';
    }

    private TimeSpan? Zone()
    {
        var start = _at;
        Blanks();
        if (_at < _text.Length && _text[_at] is '+' or '-')
        {
            var sign = _text[_at++] == '-' ? -1 : 1;
            var (hours, minutes) = Digits(4, 4) is { } both ? (both / 100, both % 100) : (Digits(2, 2), Skip(':') ? Digits(2, 2) : 0);
            // From −12:00, which no land has, to +14:00, beyond which DateTimeOffset takes none.
            if (minutes < 60 && hours * 60 + minutes is <= 14 * 60 and var offset)
                return sign * TimeSpan.FromMinutes(offset);
        }
        else if (ZoneName.HoursOf(Word()) is { } hours)
        {
            return TimeSpan.FromHours(hours);
        }

        _at = start;
        return null;
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1600 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    /// <summary>A month's name, whole, or its first three or four letters; the cursor moves behind it.</summary>
    private int? Month()
    {
        var word = Word();
        if (word.Length < 3)
            return null;
        for (var i = 0; i < Months.Length; i++)
        {
            if (word.Equals(FullMonths[i], StringComparison.OrdinalIgnoreCase) || word.Equals(Months[i], StringComparison.OrdinalIgnoreCase)
                || (i == 8 && word.Equals("sept", StringComparison.OrdinalIgnoreCase)))
                return i + 1;
        }

        return null;
    }

    private int? OrdinalDay()
    {
        var start = _at;
        if (Digits(1, 2) is { } day)
        {
            var suffix = Word();
            if (suffix is "" or "st" or "nd" or "rd" or "th")
                return day;
        }

        _at = start;
        return null;
    }

    private ReadOnlySpan<char> Word()
    {
        var start = _at;
        while (_at < _text.Length && char.IsLetter(_text[_at]))
            _at++;
        return _text[start.._at];
    }

    private void SkipWord(string word)
    {
        var start = _at;
        if (Word().Equals(word, StringComparison.OrdinalIgnoreCase))
            Blanks();
        else
            _at = start;
    }

    /// <summary>
    /// A number with <paramref name="least"/> to <paramref name="most"/> digits; null, with the cursor unmoved, for fewer or more.
    /// </summary>
    private int? Digits(int least, int most)
    {
        int start = _at, value = 0;
        while (_at < _text.Length && _at - start <= most && char.IsAsciiDigit(_text[_at]))
            value = value * 10 + _text[_at++] - '0';
        if (_at - start >= least && _at - start <= most)
            return value;
        _at = start;
        return null;
    }

    private bool Skip(char c)
    {
        if (_at >= _text.Length || _text[_at] != c)
            return false;
        _at++;
        return true;
    }

    private void Blanks()
    {
        while (_at < _text.Length && _text[_at] == ' ')
            _at++;
    }
}
