using System.Globalization;
using Ingest.Text.Documents;

namespace Ingest.Text.Entities;

/// <summary>
/// Finds dates, sums of money and percentages:
/// <code>
/// date     := (weekday ","?)? calendar | weekday | decade
/// calendar := month day (till day)? ("," year)? | day "of"? month ","? year? | month ","? year | month | year | year dash (year | yy) | yyyy "-" mm "-" dd
/// money    := currency number (till number)? scale? unit? | number (till number)? scale? unit | glued
/// currency := "US" … before a sign | "A" "C" … right before a sign | sign | "Rs" | "Tk" …
/// glued    := code number scale | code number ("," ddd)+ | code number " " ddd        in "R4bn", "KSh300,000", "M50 000", each code without a blank
/// percent  := number (till number)? scale? ("%" | "percent" | "per" "cent")
/// till     := dash | "or" | "to", but not in sums, which may rise by one to the other
/// </code>
/// A number alone is a year if it is between 1800 and 2099 and stands behind a word that points to time ("in", "since", "of").
/// </summary>
internal sealed class FigureScanner(Document doc)
{
    private static readonly WordSet Weekdays = WordSet.InAnyCase(
        $"{Calendar.Weekdays} Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays");

    private static readonly WordSet Months = WordSet.InAnyCase(
        $"{Calendar.MonthsButMay} May {Calendar.ShortMonths} Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec.");

    private static readonly WordSet TimeWords = WordSet.InAnyCase(
        """
        in since of by from until till during before after early late mid to and between around through last this next the
        fiscal circa for year (
        """);

    private static readonly WordSet Scales = WordSet.InAnyCase(
        "hundred thousand million billion trillion m mn mln bn bln tn k B crore lakh mil bil");

    private static readonly WordSet Units = WordSet.InAnyCase(
        """
        dollar dollars dlr dlrs euro euros pound pounds cent cents pence yen yuan renminbi franc francs marks lira peso pesos
        real reais rouble roubles ruble rubles rupee rupees rupiah ringgit baht won shekel shekels dirham dirhams dinar dinars
        riyal riyals naira rand cedi cedis shilling shillings krona kronor krone kroner crown crowns zloty forint guilder
        guilders drachma escudos pesetas schillings USD EUR GBP sterling
        """);

    private static readonly WordSet Codes = WordSet.InAnyCase(
        "USD EUR GBP CHF JPY CNY INR AUD CAD Rs Rs. Tk RM GHS SAR SR QR AED KES Ksh NGN ZAR PKR LKR BDT US NT HK A C S NZ R");

    // Codes that news writes right before a number. Whether one letter and a number are a sum depends on the number.
    private static readonly WordSet GluedCodes = WordSet.AsWritten(
        "R RM N M K P KSh Ksh KShs Kshs Sh Shs TSh Tsh USh Ush Rs GHS KES NGN ZAR ZWL UGX TZS USD EUR GBP QR SR");

    /// <summary>
    /// End and type of the figure that begins at token <paramref name="at"/>; the end is <paramref name="at"/> itself when none begins
    /// there.
    /// </summary>
    public (int End, EntityType Type) Scan(int at, int limit)
    {
        var kind = doc.Tokens[at].Kind;
        if (kind is not (TokenKind.Word or TokenKind.Number or TokenKind.Symbol))
            return (at, default);
        if (DateEnd(at, limit) is var dateEnd && dateEnd > at)
            return (dateEnd, EntityType.Date);
        return GluedEnd(at, limit) is var gluedEnd && gluedEnd > at ? (gluedEnd, EntityType.Money) : AmountEnd(at, limit);
    }

    /// <summary>
    /// Index behind a word made of a currency's code and a number: "R4bn", "RM6.16 million", "KSh300,000"; not "M25" and "N95".
    /// </summary>
    private int GluedEnd(int at, int limit)
    {
        var text = Text(at);
        var digit = text.IndexOfAnyInRange('0', '9');
        if (doc.Tokens[at].Kind != TokenKind.Word || digit <= 0 || !GluedCodes.Contains(text[..digit]))
            return at;
        var end = at + 1;
        var last = text[digit..];
        while (end + 1 < limit && Text(end) is "," or "." && doc.Tokens[end + 1].Kind == TokenKind.Number
            && doc.Tokens[end - 1].Span.End == doc.Tokens[end].Span.Start && doc.Tokens[end].Span.End == doc.Tokens[end + 1].Span.Start)
        {
            last = Text(end + 1);
            end += 2;
        }

        var scale = last.TrimStart("0123456789,.");
        if (end < limit && scale.IsEmpty && Scales.Contains(Text(end)))
            return end + 1;
        if (scale.IsEmpty && end < limit && Text(end) is [_, _, _] thousands && !thousands.ContainsAnyExceptInRange('0', '9')
            && (digit > 1 || thousands is "000")   // "R50 000"; not "the M4 500 times"
            && doc.Text[doc.Tokens[end].Span.Start - 1] is ' ' or '\u00a0' && end == at + 1 && last.Length < 4)
            return end + 1;
        return scale is "bn" or "m" or "mn" or "mln" or "tn" || (scale.IsEmpty && end > at + 1 && Text(at + 1) is "," && last.Length == 3) ? end : at;
    }

    private int DateEnd(int at, int limit)
    {
        if (!char.IsUpper(Text(at)[0]) || !Weekdays.Contains(Text(at)))
            return CalendarEnd(at, limit);
        var next = at + 1;
        if (next < limit && Text(next) is ",")
            next++;
        // A month or a day of the month after a weekday belongs to the date. A year alone or a number of things does not.
        var end = next < limit && (IsMonth(next) || (IsDay(next) && next + 1 < limit && IsMonth(next + 1)))
            ? CalendarEnd(next, limit)
            : next;
        return end > next ? end : at + 1;
    }

    private int CalendarEnd(int at, int limit)
    {
        if (IsMonth(at))
        {
            if (at + 1 < limit && IsDay(at + 1))
                return WithYear(IsTill(at + 2, limit) && IsDay(at + 3) ? at + 4 : at + 2, limit);
            var end = WithYear(at + 1, limit);
            return end > at + 1 || !IsAlsoAWord(at) || PointsToTime(at) ? end : at;
        }

        if (doc.Tokens[at].Kind != TokenKind.Number)
            return at;
        if (IsDay(at))
        {
            var month = at + 1 < limit && Text(at + 1) is "of" ? at + 2 : at + 1;
            if (month < limit && IsMonth(month))
                return WithYear(month + 1, limit);
        }

        if (IsDecade(Text(at)))
            return at + 1;
        if (!IsYear(at))
            return at;
        if (at + 4 < limit && Text(at + 1) is "-" && Text(at + 3) is "-" && doc.Tokens[at].Span.End == doc.Tokens[at + 1].Span.Start)
            return at + 5;
        return !PointsToTime(at) ? at
            : IsTill(at + 1, limit) && IsDash(at + 1) && (IsYear(at + 2) || Text(at + 2) is [_, _]) ? at + 3
            : at + 1;
    }

    private int WithYear(int at, int limit)
    {
        var year = at < limit && Text(at) is "," ? at + 1 : at;
        return year < limit && IsYear(year) ? year + 1 : at;
    }

    private (int End, EntityType Type) AmountEnd(int at, int limit)
    {
        var number = at;
        if (number < limit && Codes.Contains(Text(number)))
            number++;
        var isWord = number > at && (Text(at).Length < 2 || Text(at) is "us");   // "A$300", "us$300"; not "a $300 coat", "cost us €300"
        if (number < limit && IsCurrencySign(number) && !(isWord && doc.Tokens[at].Span.End < doc.Tokens[number].Span.Start))
            number++;
        else if (isWord)
            return (at, default);
        if (number >= limit || doc.Tokens[number].Kind != TokenKind.Number || Text(number).Contains('-'))
            return (at, default);   // "the 31-year-old won"
        var isTo = number + 1 < limit && Text(number + 1) is "to";
        var end = IsTill(number + 1, limit) && !(isTo && number > at) ? number + 3 : number + 1;
        if (end < limit && Scales.Contains(Text(end)))
            end++;
        if (number > at)
            return (end < limit && Units.Contains(Text(end)) ? end + 1 : end, EntityType.Money);
        if (end >= limit)
            return (at, default);
        if (Text(end) is "%" or "percent" or "pct")
            return (end + 1, EntityType.Percent);
        if (Text(end) is "per" && end + 1 < limit && Text(end + 1) is "cent")
            return (end + 2, EntityType.Percent);
        if (!Units.Contains(Text(end)) || (isTo && end > number + 2))
            return (at, default);   // "rose by 500 to 39,200 rupees"
        if (Text(end) is "won" && end == number + 1 && (Text(number).Length < 3 || IsYear(number)))
            return (at, default);   // "in Week 11 won twice"
        return (end + 1 < limit && Text(end + 1) is "sterling" ? end + 2 : end + 1, EntityType.Money);
    }

    private ReadOnlySpan<char> Text(int at) => doc.TextOf(doc.Tokens[at]);

    /// <summary>Whether the token joins two numbers: "16–17 percent", "March 4 to 15".</summary>
    private bool IsTill(int at, int limit) =>
        at + 1 < limit && (IsDash(at) || Text(at) is "to" or "or") && doc.Tokens[at + 1].Kind == TokenKind.Number;

    private bool IsDash(int at) => Text(at) is "-" or "–" && doc.Tokens[at - 1].Span.End == doc.Tokens[at].Span.Start
        && doc.Tokens[at].Span.End == doc.Tokens[at + 1].Span.Start;

    private bool IsMonth(int at) => char.IsUpper(Text(at)[0]) && Months.Contains(Text(at));

    /// <summary>Whether the month's name is also a word, "May", "March", or a person's name, "Jan", "June".</summary>
    private bool IsAlsoAWord(int at) =>
        Text(at) is "May" or "MAY" or "March" or "MARCH" or "Mar" or "Jan" or "Jun" or "Dec" or "Sep" or "Nov" or "Apr"
        || (Text(at) is "April" or "June" or "August" && at + 1 < doc.Tokens.Count && char.IsUpper(doc.TextOf(doc.Tokens[at + 1])[0]));

    private bool PointsToTime(int at) => at > 0 && TimeWords.Contains(Text(at - 1));

    private bool IsDay(int at)
    {
        var text = Text(at);
        if (doc.Tokens[at].Kind != TokenKind.Number || text.Length > 4)
            return false;
        var digits = text.Length > 1 && char.IsAsciiDigit(text[1]) ? 2 : 1;
        return text[digits..] is "" or "st" or "nd" or "rd" or "th"
            && int.TryParse(text[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is > 0 and < 32;
    }

    private bool IsYear(int at) =>
        Text(at) is { Length: 4 } text
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= 1800 and < 2100;

    private static bool IsDecade(ReadOnlySpan<char> text) =>
        text.Length == 5
            && text[4] == 's'
            && text[3] == '0'
            && text[0] is '1' or '2'
            && char.IsAsciiDigit(text[1])
            && char.IsAsciiDigit(text[2]);

    private bool IsCurrencySign(int at) =>
        doc.Tokens[at].Kind == TokenKind.Symbol
            && char.GetUnicodeCategory(doc.Text[doc.Tokens[at].Span.Start]) == UnicodeCategory.CurrencySymbol;
}
