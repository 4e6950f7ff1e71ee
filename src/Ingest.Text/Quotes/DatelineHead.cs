using Ingest.Text.Documents;

namespace Ingest.Text.Quotes;

/// <summary>
/// Where a report was written, at the start of a paragraph; nobody says it, and it is part of no speaker:
/// <code>
/// dateline := PLACE ("," Region)* ("," month day)? ("(" AGENCY ")")? dash     "BERLIN — ", "ELM, Ohio, March 3 (AP) - "
///           | Place ("," Region)* "(" AGENCY ")"                              "West Elm, Florida (CNN) "
/// </code>
/// A sentence with a capital or a quotation follows.
/// </summary>
internal static class DatelineHead
{
    private const int MaxTokens = 16;

    // Shorter words in capitals are initials: "US — China".
    private const int LeastOfPlace = 3;

    private static readonly WordSet Agencies = WordSet.AsWritten("AFP ANI AP CNN DPA EFE IANS PTI Reuters TASS UPI Xinhua Yonhap Bloomberg Kyodo");

    /// <summary>Index of the first token behind it; that of the sentence's own first where there is none.</summary>
    public static int EndAt(Document doc, Sentence sentence)
    {
        var first = sentence.FirstToken;
        if (first > 0 && doc.Text[sentence.Span.Start - 1] != '\n')
            return first;
        var isPlace = doc.Tokens[first] is { Kind: TokenKind.Word } token && token.Span.Length >= LeastOfPlace && !Letters.HasSmall(doc.TextOf(token));
        for (var i = first; i < Math.Min(sentence.EndToken, first + MaxTokens); i++)
        {
            var text = doc.TextOf(doc.Tokens[i]);
            if (text is "-" or "–" or "—" or "--" && i > first)
                return isPlace && IsHead(doc, sentence, i + 1) ? i + 1 : first;
            if (text is ")" && i >= first + 2 && doc.TextOf(doc.Tokens[i - 2]) is "(" && Agencies.Contains(doc.TextOf(doc.Tokens[i - 1])) && IsHead(doc, sentence, i + 1))
                return i + 1;
            if (!char.IsUpper(text[0]) && !char.IsDigit(text[0]) && text is not ("," or "." or "(" or ")"))
                return first;
        }

        return first;
    }

    private static bool IsHead(Document doc, Sentence sentence, int at) => at < sentence.EndToken - 1
        && (doc.Tokens[at].Kind == TokenKind.QuotationMark || char.IsUpper(doc.TextOf(doc.Tokens[at])[0]));
}
