using Ingest.Text.Articles.Dates;
using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.Html;

/// <summary>Writers and days that a page shows around its headline and before its first paragraphs.</summary>
/// <param name="Names">Of the byline.</param>
/// <param name="Published">The first day that is not called a day of change.</param>
/// <param name="Modified">The first day of change.</param>
/// <param name="Above">The last day right above the headline; it may be the page's own day.</param>
internal sealed record ShownFields(IReadOnlyList<string> Names, ArticleDate? Published, ArticleDate? Modified, ArticleDate? Above)
{
    // Blocks before the body's first paragraph: some sites put an opener of three screens between it and the headline.
    private const int Reach = 40;

    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);

    // Kiribati's; none lies further from UTC.
    private static readonly TimeSpan MaxOffset = TimeSpan.FromHours(14);

    // Blocks above the headline where some sites set the day.
    private const int ReachAbove = 4;

    // Blocks from the first paragraph on where a byline may still come: that paragraph may be a standfirst.
    private const int ReachBelow = 8;

    // Words. A longer line is text.
    private const int MaxWords = 24;

    /// <param name="blocks">All blocks of the page.</param>
    /// <param name="title">The headline, folded.</param>
    /// <param name="first">Index of the body's first paragraph.</param>
    public static ShownFields Of(IReadOnlyList<Block> blocks, string title, int first)
    {
        if (blocks.Count == 0)
            return new ShownFields([], null, null, null);
        var from = first;
        while (from > 0 && first - from < Reach && !IsTitle(blocks[from], title))
            from--;
        // Without a headline in reach, what stands right above the paragraph is all that can be trusted.
        if (!IsTitle(blocks[from], title))
            from = Math.Max(0, first - 4);
        ArticleDate? published = null, modified = null;
        foreach (var line in blocks.Skip(from).Take(first - from + 1).SelectMany(block => block.Text.Split('\n')))
        {
            if (!IsLabel(line) || Likeness.Folds(line, title))
                continue;
            if (WrittenDate.Find(line) is not { } date)
                continue;
            if (LineSigns.SaysModified(line) && !line.Contains("ublished", StringComparison.Ordinal))
                modified ??= date;
            else
                published ??= date;
        }

        var above = blocks.Take(from)
            .TakeLast(ReachAbove)
            .Reverse()
            .Where(block => block.Sign == LineSign.Date)
            .Select(block => WrittenDate.Find(block.Text))
            .FirstOrDefault();
        return new ShownFields(
            ShownByline.Of([.. blocks.Skip(from).Take(first - from + 1)], [.. blocks.Skip(first + 1).Take(ReachBelow)], title),
            published,
            modified,
            above);
    }

    /// <summary>
    /// The declared day of publication as the page shows it. A day declared in UTC is often the day before or after in the newsroom's
    /// zone, so the page's own day counts, with the zone where the shown time gives it. An article that was issued again has that date,
    /// where its page shows no other day.
    /// </summary>
    public ArticleDate? AsShown(ArticleDate? declared, ArticleDate? modified)
    {
        if (declared is not { } published || Published is not { } shown)
            return declared;
        var days = shown.Day.DayNumber - published.Day.DayNumber;
        if (days > 1 && modified is { } change && Math.Abs(change.Day.DayNumber - shown.Day.DayNumber) <= 1)
            return shown;
        if (days is not (1 or -1) || published is not { Time: { } time, Offset.Ticks: 0 })
            return declared;
        if (shown.Time is not null)
            return WithZone(shown, published) ?? declared;
        var isPossible = days > 0 ? time.ToTimeSpan() + MaxOffset >= OneDay : time.ToTimeSpan() < MaxOffset;
        return isPossible ? new ArticleDate(shown.Day) : declared;
    }

    /// <summary>The shown time with its offset from UTC; null when no zone could show the instant so.</summary>
    private static ArticleDate? WithZone(ArticleDate shown, ArticleDate utc)
    {
        if (shown.Time is not { } time)
            return null;
        // Zones lie whole quarters of an hour from UTC; what is shown has no seconds, or is rounded.
        var ahead = shown.Day.ToDateTime(time) - utc.Day.ToDateTime(utc.Time!.Value);
        var offset = TimeSpan.FromMinutes(15 * Math.Round(ahead.TotalMinutes / 15));
        return offset.Duration() <= MaxOffset && (ahead - offset).Duration() <= TimeSpan.FromMinutes(1)
            ? shown with { Offset = offset }
            : null;
    }

    /// <summary>Whether the line may say who wrote, and when; a longer one is text.</summary>
    public static bool IsLabel(string line) => LineShape.Of(line) is { Words: <= MaxWords, IsProse: false };

    private static bool IsTitle(Block block, string title) =>
        block.Tag == "h1" || Likeness.IsSameOrBeginning(title, Likeness.Fold(block.Text));
}
