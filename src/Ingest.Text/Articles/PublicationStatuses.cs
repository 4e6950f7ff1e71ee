namespace Ingest.Text.Articles;

internal static class PublicationStatuses
{
    /// <summary>The status that a file gives in its own words, with the embargo taken into account.</summary>
    /// <param name="said">Such as <c>usable</c>, <c>stat:withheld</c>, <c>Canceled</c>; null for none.</param>
    /// <param name="embargo">When the embargo ends.</param>
    /// <param name="made">When this version was made; null when nobody knows.</param>
    public static PublicationStatus Of(string? said, ArticleDate? embargo, ArticleDate? made)
    {
        var word = said is null ? "" : said[(said.LastIndexOfAny([':', '/']) + 1)..].Trim().ToLowerInvariant();
        return word switch
        {
            "canceled" or "cancelled" or "killed" or "kill" or "retracted" => PublicationStatus.Cancelled,
            "withheld" or "withhold" or "hold" => PublicationStatus.Withheld,
            "embargoed" or "true" => PublicationStatus.Embargoed,
            _ =>
                embargo is { } until && (made is not { } then || until.ToInstant() > then.ToInstant())
                    ? PublicationStatus.Embargoed
                    : PublicationStatus.Usable,
        };
    }
}
