using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Rules;

/// <summary>
/// Recognises what looks like an attribution but is not one: the name of a thing, a word to the reader, a date before its event, a heading
/// with a text about its subject.
/// </summary>
internal static class NoQuote
{
    public static bool Is(Attribution attribution) =>
        Names(attribution) || IsOfNobody(attribution) || IsDated(attribution) || IsHeaded(attribution);

    /// <summary>
    /// Whether the cue tells the name of a thing: "a process called “greening”"; not "what Roe called “a bribe”", "Roe called “a bribe”
    /// what …".
    /// </summary>
    private static bool Names(Attribution attribution)
    {
        var passage = attribution.Passage;
        if (attribution.Cue is not { } cue
            || attribution.Source is not { } source
            || attribution.Content is not [var (start, end)]
            || end - start < 1
            || passage.KindAt(start) != PieceKind.Quotation
            || cue.In(passage.Text) is not ("called" or "titled" or "entitled" or "dubbed" or "named" or "nicknamed" or "termed"))
            return false;
        var first = passage.At(source.Start);
        return source.End + 1 == cue.Start && passage[start].Span.Start == cue.End + 1
            && passage.Is(first, WordClass.Determiner) && !passage.Is(first - 1, WordClass.Relative) && !passage.IsWord(first - 1, "what");
    }

    /// <summary>"Please see our terms", "Let's say".</summary>
    private static bool IsOfNobody(Attribution attribution) =>
        attribution.Source is { } source && (source.In(attribution.Passage.Text).Equals("please", StringComparison.OrdinalIgnoreCase)
            || attribution.Passage.KindAt(attribution.Passage.At(source.Start)) == PieceKind.Clitic);

    /// <summary>"1959: “Elm were champions.”"</summary>
    private static bool IsDated(Attribution attribution)
    {
        var passage = attribution.Passage;
        return attribution is { Cue: { } cue, Source: { } source } && cue.In(passage.Text) is ":"
            && !NounPhrase.IsSource(passage, passage.At(source.Start), passage.At(source.End - 1) + 1);
    }

    /// <summary>
    /// Whether a colon separates a heading from its text, or a picture's agency from its caption: "Jane Roe: Her plan would …", "AP:The
    /// bridge".
    /// </summary>
    private static bool IsHeaded(Attribution attribution)
    {
        var passage = attribution.Passage;
        return attribution.Cue is { } cue && cue.In(passage.Text) is ":" && attribution.Kind() == QuoteKind.Indirect
            && attribution.Content is [var (start, _), ..] && passage[start].Span.Start >= cue.End
            && (passage[start].Span.Start == cue.End
                || passage.IsWord(start, "his")
                || passage.IsWord(start, "her")
                || passage.IsWord(start, "he")
                || passage.IsWord(start, "she"));
    }
}
