using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Titles of works in quotation marks:
/// <code>
/// work := mark Word (Word | small word)* Word mark      two words to eight, every word of four letters or more with a capital
/// </code>
/// Behind "a" or "an", the marks contain a catchword ("a 'Cold War Mentality'"), and not a title.
/// </summary>
internal static class QuotedTitle
{
    private const int MaxWords = 8;

    /// <summary>Index of the closing mark when a title begins after the mark at token <paramref name="at"/>; 0 otherwise.</summary>
    public static int EndAt(Document doc, int at, int limit)
    {
        if (at > 0 && doc.TextOf(doc.Tokens[at - 1]) is "a" or "an")
            return 0;
        for (var i = at + 1; i < limit && i - at <= MaxWords + 1; i++)
        {
            var token = doc.Tokens[i];
            if (token.Kind == TokenKind.QuotationMark)
                return i - at > 2 && IsCapitalized(doc, at + 1) && IsCapitalized(doc, i - 1) && IsEveryday(doc, at + 1, i) ? i : 0;
            if (token.Kind == TokenKind.Clitic)
                continue;
            if (token.Kind != TokenKind.Word || (token.Span.Length > 3 && !IsCapitalized(doc, i)))
                return 0;
        }

        return 0;
    }

    private static bool IsCapitalized(Document doc, int token) => char.IsUpper(doc.TextOf(doc.Tokens[token])[0]);

    /// <summary>Whether the words contain an everyday word, as a title does; otherwise they are a name in quotation marks.</summary>
    private static bool IsEveryday(Document doc, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var lists = Gazetteer.Default.Find(doc.TextOf(doc.Tokens[i]));
            if ((lists & (WordLists.Common | WordLists.Starter)) != 0 && (lists & (WordLists.Named | WordLists.AnyHead)) == 0)
                return true;
        }

        return false;
    }
}
