using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Linking;

/// <summary>Which tokens stand inside quotation marks. Coarse: it ends every quotation with its paragraph and knows no nesting.</summary>
internal static class QuotationMap
{
    /// <summary>For each token the number of its quotation, from 1 on; 0 outside.</summary>
    public static int[] Of(Document doc)
    {
        var map = new int[doc.Tokens.Count];
        var (number, closing, paragraph) = (0, "", -1);
        foreach (var sentence in doc.Sentences)
        {
            if (sentence.Paragraph != paragraph)
                (closing, paragraph) = ("", sentence.Paragraph);
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (doc.Tokens[i].Kind == TokenKind.QuotationMark)
                {
                    if (closing.Length > 0)
                        closing = closing.Contains(doc.Text[doc.Tokens[i].Span.Start], StringComparison.Ordinal) ? "" : closing;
                    else if ((closing = ClosingOf(doc, i)).Length > 0)
                        number++;
                }

                map[i] = closing.Length > 0 ? number : 0;
            }
        }

        return map;
    }

    /// <summary>The marks that may close what the mark at this token opens; none when it opens nothing.</summary>
    private static string ClosingOf(Document doc, int at)
    {
        var start = doc.Tokens[at].Span.Start;
        return doc.Text[start] switch
        {
            '“' => "”",
            '„' => "“”",
            '«' => "»",
            '"' => "\"",
            // An apostrophe opens nothing.
            '‘' when IsFree(doc.Text, start) => "’",
            '\'' when IsFree(doc.Text, start) => "'",
            _ => "",
        };
    }

    private static bool IsFree(string text, int mark) => mark == 0 || !char.IsLetterOrDigit(text[mark - 1]);
}
