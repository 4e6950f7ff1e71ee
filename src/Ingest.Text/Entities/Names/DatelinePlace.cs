using Ingest.Text.Documents;
using Ingest.Text.Entities.Tagging;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Finds the dateline's place, at a report's start and in capitals. An invented or a small town is in no list:
/// <code>
/// dateline := PLACE ("," Region)? ("," (month day | day month))? ("(" agency ")")? (dash | ":")      "KVARNBY, March 3 (Northwire) - "
/// </code>
/// A date or an agency must follow, because a slug stands in capitals too, unless lists have the place; before a colon, a date must.
/// </summary>
internal static class DatelinePlace
{
    private const int MaxWords = 4, MaxTokens = 16;

    /// <summary>
    /// Index behind the place that begins the sentence; the index of the sentence's first token where no place does. <paramref
    /// name="agency"/> is the agency's token; −1 for none.
    /// </summary>
    public static int EndAt(Document doc, Sentence sentence, FigureScanner figures, out int agency)
    {
        agency = -1;
        var first = sentence.FirstToken;
        if (first > 0 && doc.Text[sentence.Span.Start - 1] != '\n')
            return first;
        var limit = Math.Min(sentence.EndToken, first + MaxTokens);
        var end = first;
        while (end < limit && end - first < MaxWords && IsInCapitals(doc, end))
            end++;
        if (end == first)
            return first;
        if (end + 1 < limit && doc.TextOf(doc.Tokens[end]) is "," && doc.TextOf(doc.Tokens[end + 1]) is "D.C." or "DC")
            end += 2;   // "WASHINGTON, D.C." is one name
        var isSure = (ListsOf(doc, first, end) & (WordLists.Place | WordLists.Town)) != 0;
        var isDated = false;
        for (var i = end; i < limit; i++)
        {
            var text = doc.TextOf(doc.Tokens[i]);
            if (text is "-" or "–" or "—" or "--")
                return isSure && SentenceCases.Of(doc, sentence) != SentenceCase.Upper ? end : first;
            if (text is ":")
                return isDated && (ListsOf(doc, first, first + 1) & (WordLists.Common | WordLists.Starter)) == 0 ? end : first;
            if (text is ")")
            {
                if (i > end + 1 && doc.TextOf(doc.Tokens[i - 2]) is "(")
                    (isSure, agency) = (true, i - 1);
            }
            else if ((char.IsUpper(text[0]) || char.IsAsciiDigit(text[0]))
                && figures.Scan(i, limit) is (var dateEnd, EntityType.Date) && dateEnd > i + 1)
            {
                isSure = isDated = true;
                i = dateEnd - 1;
            }
            else if (text is not ("," or "(" or ".") && !char.IsUpper(text[0]))
            {
                return first;
            }
        }

        return first;
    }

    private static WordLists ListsOf(Document doc, int first, int end) =>
        Gazetteer.Default.Find(doc.Text.AsSpan(doc.Tokens[first].Span.Start..doc.Tokens[end - 1].Span.End));

    private static bool IsInCapitals(Document doc, int token) =>
        doc.Tokens[token] is { Kind: TokenKind.Word, Span.Length: > 1 } && !Letters.HasSmall(doc.TextOf(doc.Tokens[token]));
}
