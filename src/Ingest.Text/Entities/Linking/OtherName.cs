namespace Ingest.Text.Entities.Linking;

/// <summary>Words between two names of the same: "Roe, aka Poe", "the Elm Works (also known as Acme)".</summary>
internal static class OtherName
{
    /// <param name="between">The text between the two names.</param>
    public static bool IsSaid(ReadOnlySpan<char> between) =>
        between.Trim(" ,(-–—") is "aka" or "a.k.a." or "alias" or "also known as" or "better known as";
}
