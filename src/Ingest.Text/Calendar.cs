namespace Ingest.Text;

/// <summary>Words of the calendar, divided by blanks.</summary>
internal static class Calendar
{
    public const string Weekdays = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday";

    /// <summary>"May" is a verb and a name as well.</summary>
    public const string MonthsButMay = "January February March April June July August September October November December";

    public const string ShortMonths = "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec";
}
