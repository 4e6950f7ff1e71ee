using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Ingest.Cli.Commands;

/// <summary>A moment: a day, a day and a time, or so long ago; in UTC unless it says otherwise.</summary>
internal sealed class TimeOption : Option<DateTimeOffset?>
{
    /// <summary>What it takes, in the words of the commands' help.</summary>
    public const string Rule =
        "A day, a day and a time, or days or hours ago: 2026-11-23, 2026-11-23T14:30Z, 7d, 24h; in UTC unless it says otherwise.";

    // As GNU date writes them, to the minute or the second, with a zone or without.
    private static readonly string[] Times = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK"];

    private readonly bool _takesWholeDay;
    private readonly TimeProvider _time;

    /// <param name="name">Name of the option.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="takesWholeDay">Whether a day stands for its end, so that it is one of those before.</param>
    /// <param name="time">The clock.</param>
    public TimeOption(string name, string description, bool takesWholeDay = false, TimeProvider? time = null)
        : base(name)
    {
        (_takesWholeDay, _time) = (takesWholeDay, time ?? TimeProvider.System);
        HelpName = "TIME";
        Description = description;
        CustomParser = Parse;
    }

    /// <summary>For a validator: null, where the value itself would throw, when what is said is no time.</summary>
    public DateTimeOffset? SaidIn(CommandResult command) => command.GetResult(this)?.Tokens is [var said] ? TimeOf(said.Value) : null;

    private DateTimeOffset? Parse(ArgumentResult argument)
    {
        var text = argument.Tokens.Single().Value;
        if (TimeOf(text) is { } time)
            return time;
        argument.AddError(
            $"{Name} takes a day, a time, or days or hours ago, such as 2026-11-23, 2026-11-23T14:30Z, 7d or 24h, not '{text}'.");
        return null;
    }

    private DateTimeOffset? TimeOf(string text)
    {
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, utc, out var day))
            return _takesWholeDay && day.Date < DateTime.MaxValue.Date ? day.AddDays(1) : day;
        if (DateTimeOffset.TryParseExact(text, Times, CultureInfo.InvariantCulture, utc, out var time))
            return time;
        return AgeOf(text) is { } age ? _time.GetUtcNow() - age : null;
    }

    /// <summary>Of <c>7d</c> or <c>24h</c>.</summary>
    private static TimeSpan? AgeOf(string text)
    {
        const int maxLength = 6;   // three hundred years, which no clock is beyond
        if (text.Length is < 2 or > maxLength || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return null;
        return text[^1] switch
        {
            'd' => TimeSpan.FromDays(count),
            'h' => TimeSpan.FromHours(count),
            _ => null,
        };
    }
}
