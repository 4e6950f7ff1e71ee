using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Rules;

/// <summary>
/// An aside about a person, between commas or in brackets:
/// <code>
/// aside   := (relative | determiner | number | name | noun) …      up to the comma that ends it
/// bracket := "(" … ")"
/// </code>
/// </summary>
internal static class Aside
{
    public const int MaxLength = 40;

    public static bool Begins(Passage passage, int at) =>
        passage.Is(at, WordClass.Relative | WordClass.Determiner) || passage.KindAt(at) == PieceKind.Number
        || (passage.IsCapital(at) && !passage.Is(at, WordClass.Subject))
        || (passage.KindAt(at) == PieceKind.Word
            && !passage.Is(at, WordClass.Coordinator | WordClass.Subordinator | WordClass.Adverb | WordClass.Subject)
            && !IsParticiple(passage, at));

    public static bool IsParticiple(Passage passage, int at) =>
        passage.KindAt(at) == PieceKind.Word && passage.Word(at).EndsWith("ing", StringComparison.Ordinal);

    public static int End(Passage passage, int start, int limit)
    {
        var end = start;
        while (end < limit && end - start < MaxLength
            && passage.KindAt(end) is not (PieceKind.Quotation or PieceKind.Stop or PieceKind.Semicolon or PieceKind.Colon))
        {
            if (passage.KindAt(end) == PieceKind.Comma
                && !(passage.Is(end + 1, WordClass.Relative | WordClass.Determiner) || passage.IsCapital(end + 1)
                || passage.KindAt(end + 1) == PieceKind.Number))
                break;
            end++;
        }

        return end;
    }

    /// <summary>
    /// Index of the comma that ends the aside begun by the comma at <paramref name="comma"/>; that same comma when a clause follows it.
    /// </summary>
    public static int Skip(Passage passage, int comma, int limit)
    {
        var isRelative = false;
        for (var i = comma + 1; i < limit; i++)
        {
            isRelative |= passage.Is(i, WordClass.Relative);
            if (passage.KindAt(i) == PieceKind.Comma)
                return i;
            if (passage.KindAt(i) == PieceKind.Quotation || (!isRelative && passage.Is(i, WordClass.Verb | WordClass.Subject)))
                break;
        }

        return comma;
    }

    /// <summary>"Jane Roe (D-Ohio)".</summary>
    public static int AfterBracket(Passage passage, int open, int limit)
    {
        if (passage.KindAt(open) != PieceKind.OpenBracket)
            return open;
        var close = open;
        while (close < limit && close - open < NounPhrase.MaxPhrase && passage.KindAt(close) != PieceKind.CloseBracket)
            close++;
        return passage.KindAt(close) == PieceKind.CloseBracket ? close + 1 : open;
    }
}
