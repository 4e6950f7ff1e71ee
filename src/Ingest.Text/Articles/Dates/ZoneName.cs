namespace Ingest.Text.Articles.Dates;

/// <summary>The names of time zones that mean one offset only: "ET" depends on the season, "IST" on the country.</summary>
internal static class ZoneName
{
    /// <summary>Hours ahead of UTC; null for a name that isn't one.</summary>
    public static int? HoursOf(ReadOnlySpan<char> name) => name switch
    {
        "Z" or "GMT" or "UTC" or "WET" => 0,
        "BST" or "CET" => 1,
        "CEST" or "EET" or "SAST" or "CAT" => 2,
        "EEST" or "EAT" => 3,
        "JST" or "KST" => 9,
        "AEST" => 10,
        "AEDT" => 11,
        "EDT" => -4,
        "EST" or "CDT" => -5,
        "CST" or "MDT" => -6,
        "MST" or "PDT" => -7,
        "PST" => -8,
        _ => null,
    };
}
