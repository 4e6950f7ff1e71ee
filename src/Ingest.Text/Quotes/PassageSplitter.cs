using Ingest.Text.Documents;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes;

/// <summary>Cuts a document into passages: at the ends of sentences, except inside quotations and between a quotation and its attribution.</summary>
internal static class PassageSplitter
{
    // What is longer is no sentence but a list or noise; the cut keeps the search around each cue within bounds.
    private const int MaxPieces = 300;

    public static List<Passage> Split(Document doc)
    {
        var quotations = doc.Quotations;
        var passages = new List<Passage>(doc.Sentences.Count);
        var pieces = new List<Piece>();
        var (next, added) = (0, -1);
        for (var s = 0; s < doc.Sentences.Count; s++)
        {
            var sentence = doc.Sentences[s];
            for (var t = sentence.FirstToken; t < sentence.EndToken; t++)
            {
                var token = doc.Tokens[t];
                while (next < quotations.Count && quotations[next].Outer.End <= token.Span.Start)
                    next++;
                if (next < quotations.Count && token.Span.End > quotations[next].Outer.Start)
                {
                    // Every token of a quotation but the first is part of a piece that stands already.
                    if (added != next)
                        pieces.Add(new Piece(quotations[next].Outer, PieceKind.Quotation, Quotation: quotations[next]));
                    added = next;
                    continue;
                }

                pieces.Add(PieceOf(doc, token));
                if (pieces.Count < MaxPieces)
                    continue;
                passages.Add(new Passage(doc.Text, [.. pieces], sentence.Paragraph));
                pieces.Clear();
            }

            if (pieces.Count == 0 || (s + 1 < doc.Sentences.Count && GoesOn(doc, pieces, sentence, doc.Sentences[s + 1])))
                continue;
            passages.Add(new Passage(doc.Text, [.. pieces], sentence.Paragraph));
            pieces.Clear();
        }

        return passages;
    }

    private static bool GoesOn(Document doc, List<Piece> pieces, Sentence sentence, Sentence following)
    {
        if (sentence.Paragraph != following.Paragraph || pieces[^1].Quotation is not { } quotation)
            return false;
        if (quotation.Outer.End > following.Span.Start)
            return true;
        // "Why now?" Jane Roe asked. The sentence begins with the quotation, and its verb comes after.
        return pieces.Count == 1 && doc.Text[quotation.Inner.End - 1] is '?' or '!' or ',' or '…' or '-' or '–' or '—'
            && BeginsWithAttribution(doc, following);
    }

    /// <summary>A reporting verb among the first words, or a name and some verb, with no more behind them than where.</summary>
    private static bool BeginsWithAttribution(Document doc, Sentence sentence)
    {
        const int longestName = 10;   // "Elm-N-Oak owner Jane Roe"
        for (var t = sentence.FirstToken; t < Math.Min(sentence.EndToken, sentence.FirstToken + longestName); t++)
        {
            var token = doc.Tokens[t];
            if (t > sentence.FirstToken && doc.TextOf(token) is "-")
                continue;
            if (t > sentence.FirstToken && t + 1 < sentence.EndToken && IsVerbBetween(doc, t))
                return true;
            if (token.Kind is not (TokenKind.Word or TokenKind.Number))
                return t == sentence.EndToken - 1 && t > sentence.FirstToken + 1 && VerbForms.IsInflected(doc.TextOf(doc.Tokens[t - 1]));
            if (CueVerbs.Find(token.Span.In(doc.Text)) is { Form: VerbForm.Past or VerbForm.Third, Verb.Frame: not CueFrame.Name })
                return true;
        }

        return false;
    }

    /// <summary>Between a name and where it was said: "Roe [shared] on Facebook".</summary>
    private static bool IsVerbBetween(Document doc, int token) => VerbForms.IsInflected(doc.TextOf(doc.Tokens[token]))
        && char.IsUpper(doc.TextOf(doc.Tokens[token - 1])[0]) && doc.TextOf(doc.Tokens[token + 1]) is ("on" or "in" or "via");

    private static Piece PieceOf(Document doc, Token token)
    {
        var text = token.Span.In(doc.Text);
        return token.Kind switch
        {
            TokenKind.Word or TokenKind.Address => new(token.Span, PieceKind.Word, WordClasses.Of(text)),
            TokenKind.Number => new(token.Span, PieceKind.Number),
            TokenKind.Clitic => new(token.Span, PieceKind.Clitic),
            // The apostrophe of a possessive: "Workers’ Union".
            TokenKind.QuotationMark when token.Span.Start > 0
                && char.IsLetter(doc.Text[token.Span.Start - 1]) => new(token.Span, PieceKind.Clitic),
            _ => new(token.Span, text[0] switch
            {
                ',' => PieceKind.Comma,
                ':' => PieceKind.Colon,
                ';' => PieceKind.Semicolon,
                '–' or '—' or '―' => PieceKind.Dash,
                '-' when text.Length > 1 || IsBetweenBlanks(doc.Text, token.Span) => PieceKind.Dash,
                '.' or '!' or '?' or '…' => PieceKind.Stop,
                '(' or '[' => PieceKind.OpenBracket,
                ')' or ']' => PieceKind.CloseBracket,
                _ => PieceKind.Other,
            }),
        };
    }

    private static bool IsBetweenBlanks(string text, TextSpan span) =>
        (span.Start == 0 || char.IsWhiteSpace(text[span.Start - 1])) && (span.End == text.Length || char.IsWhiteSpace(text[span.End]));
}
