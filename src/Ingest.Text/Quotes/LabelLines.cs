using Ingest.Text.Documents;

namespace Ingest.Text.Quotes;

/// <summary>
/// The paragraphs of a transcript, each with its speaker's label:
/// <code>
/// line  := label ":" words                     "ROE: The bridge is safe."  "Jane Roe: Is it?"
/// label := (word in capitals | "." | ",")+     of at most six tokens, "of" and the like not among them: "GOAL OF THE DAY"
///        | the name of a person                before words that end like a sentence
/// </code>
/// Words have a letter: figures behind names are a table.
/// One such paragraph is a headline's habit ("UPDATE: …"); two make a transcript.
/// </summary>
internal static class LabelLines
{
    private const int MaxTokens = 6;

    /// <summary>By paragraph; empty when the document is no transcript.</summary>
    public static Dictionary<int, (TextSpan Label, TextSpan Words)> Find(Document doc, SpeakerResolver speakers)
    {
        var lines = new Dictionary<int, (TextSpan, TextSpan)>();
        for (var p = 0; p < doc.Paragraphs.Count; p++)
        {
            if (LineOf(doc, doc.Paragraphs[p], speakers) is { } line)
                lines.Add(p, line);
        }

        return lines.Count > 1 ? lines : [];
    }

    private static (TextSpan Label, TextSpan Words)? LineOf(Document doc, TextSpan paragraph, SpeakerResolver speakers)
    {
        var isCapitals = true;
        var first = doc.TokenAt(paragraph.Start);
        for (var t = first; t < Math.Min(doc.Tokens.Count - 1, first + MaxTokens) && doc.Tokens[t].Span.End < paragraph.End; t++)
        {
            var text = doc.TextOf(doc.Tokens[t]);
            if (text is ":")
            {
                var next = doc.Tokens[t + 1];
                var words = new TextSpan(next.Span.Start, paragraph.End);
                if (t == first || next.Kind == TokenKind.QuotationMark || !HasLetter(words.In(doc.Text)))
                    return null;
                var label = new TextSpan(paragraph.Start, doc.Tokens[t - 1].Span.End);
                return isCapitals || (doc.Text[paragraph.End - 1] is '.' or '?' or '!' or '…' && speakers.IsPerson(label))
                    ? (label, words)
                    : null;
            }

            isCapitals &= (IsCapitals(text) && (WordClasses.Of(text) & WordClass.Preposition) == 0) || (t > first && text is "," or ".");
            if (!isCapitals && doc.Tokens[t].Kind != TokenKind.Word)
                return null;
        }

        return null;
    }

    private static bool HasLetter(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (char.IsLetter(c))
                return true;
        }

        return false;
    }

    private static bool IsCapitals(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsLower(c))
                return false;
        }

        return word.Length > 1 && char.IsUpper(word[0]);
    }
}
