using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Tagging.ContentRules;

/// <summary>Drops the time of day from the content: "said yesterday [morning] the gate was open".</summary>
internal static class Daytime
{
    private static readonly WordSet Times = WordSet.InAnyCase("morning afternoon evening night");

    public static PieceSpan Drop(Passage passage, PieceSpan said) =>
        said.Length > 1 && passage.Is(said.Start - 1, WordClass.Time) && passage.IsWord(said.Start, Times)
            ? said.From(said.Start + 1) : said;
}
