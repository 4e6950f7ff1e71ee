using Ingest.Text.Documents;

namespace Ingest.Text.Entities;

/// <summary>
/// A time zone behind a time of day. The tagger takes it for a name, because it is in capitals and in no list.
/// <code>
/// time := (number | number ("a.m." | "p.m.")) zone      "1930 UTC", "8:30 p.m. BST", "9am EST"
/// </code>
/// </summary>
internal static class TimeOfDay
{
    public static bool IsZone(Document doc, Mention mention)
    {
        var at = doc.TokenAt(mention.Span.Start);
        return at > 0
            && doc.Tokens[at].Span == mention.Span
            && IsAbbreviation(doc.TextOf(doc.Tokens[at]))
            && IsTime(doc.TextOf(doc.Tokens[at - 1]));
    }

    // The abbreviations that newspapers write: https://www.timeanddate.com/time/zones/
    private static bool IsAbbreviation(ReadOnlySpan<char> word) => word is
        "UTC" or "GMT" or "BST" or "WET" or "CET" or "CEST" or "EET" or "EEST" or "MSK" or "ET" or "EST" or "EDT" or "CT" or "CST" or "CDT"
            or "MT" or "MST" or "MDT"
        or "PT" or "PST" or "PDT" or "AKST" or "HST" or "AST" or "NST" or "BRT" or "ART" or "SAST" or "EAT" or "WAT" or "CAT" or "IST"
            or "PKT" or "NPT" or "BDT" or "WIB"
        or "SGT" or "HKT" or "KST" or "JST" or "AEST" or "AEDT" or "ACST" or "AWST" or "NZST" or "NZDT";

    private static bool IsTime(ReadOnlySpan<char> word) =>
        char.IsAsciiDigit(word[0])
            || word is "a.m." or "p.m." or "a.m" or "p.m" or "am" or "pm" or "A.M." or "P.M." or "AM" or "PM" or "noon" or "midnight";
}
