using Ingest.Text.Documents;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes;

/// <summary>
/// Cuts a document into passages: at the ends of sentences, except inside quotations and between a quotation and its attribution.
/// </summary>
internal static class PassageSplitter
{
    // A longer passage is a list or noise, not sentences. Cutting it bounds the search around each cue.
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
                    // Only the first token of a quotation makes a piece; the others are inside that piece.
                    if (added == next)
                        continue;
                    pieces.Add(new Piece(quotations[next].Outer, PieceKind.Quotation, Quotation: quotations[next]));
                    added = next;
                }
                else
                {
                    pieces.Add(PieceOf(doc, token));
                }

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
        return pieces.Count == 1 && doc.Text[quotation.Inner.End - 1] switch
        {
            '?' or '!' or ',' or '…' or '-' or '–' or '—' => BeginsWithAttribution(doc, following),
            '.' => VerbOf(doc, following) is >= 0 and var verb && IsBare(doc, following, verb),
            _ => false,
        };
    }

    /// <summary>
    /// Whether the sentence begins with a reporting verb among its first words that reports nothing else, or with a name and a verb, and
    /// continues only with a place or the next quoted words.
    /// </summary>
    private static bool BeginsWithAttribution(Document doc, Sentence sentence)
    {
        if (VerbOf(doc, sentence) is >= 0 and var verb)
            return !HasClause(doc, sentence, verb);
        for (var t = sentence.FirstToken; t < EndOfName(sentence); t++)
        {
            var token = doc.Tokens[t];
            if (t > sentence.FirstToken && doc.TextOf(token) is "-")
                continue;
            if (t > sentence.FirstToken && t + 1 < sentence.EndToken && IsVerbBetween(doc, t))
                return true;
            if (token.Kind is not (TokenKind.Word or TokenKind.Number))
                return t > sentence.FirstToken + 1
                    && VerbForms.IsInflected(doc.TextOf(doc.Tokens[t - 1]))
                    && (t == sentence.EndToken - 1 || IsBeforeMarks(doc, t));
        }

        return false;
    }

    /// <summary>
    /// The reporting verb of a sentence that begins with its speaker; −1 where a word that belongs to no name or title stands before the
    /// verb.
    /// </summary>
    private static int VerbOf(Document doc, Sentence sentence)
    {
        for (var t = sentence.FirstToken; t < EndOfName(sentence); t++)
        {
            var token = doc.Tokens[t];
            if (t > sentence.FirstToken && doc.TextOf(token) is "-")
                continue;
            if (token.Kind is not (TokenKind.Word or TokenKind.Number))
                return t > sentence.FirstToken && doc.TextOf(token) is "," ? VerbBehindAside(doc, sentence, t) : -1;
            if (IsReporting(doc, t))
                return t;
        }

        return -1;
    }

    /// <summary>"Jane Roe, a coach at Elm, [told]"; −1 where the second comma has another word behind it.</summary>
    private static int VerbBehindAside(Document doc, Sentence sentence, int comma)
    {
        const int longest = 15;   // tokens
        for (var t = comma + 2; t < Math.Min(sentence.EndToken - 1, comma + longest); t++)
        {
            if (doc.TextOf(doc.Tokens[t]) is ",")
                return IsReporting(doc, t + 1) ? t + 1 : -1;
        }

        return -1;
    }

    private static bool IsReporting(Document doc, int token) =>
        CueVerbs.Find(doc.TextOf(doc.Tokens[token])) is { Form: VerbForm.Past or VerbForm.Third, Verb.Frame: not CueFrame.Name };

    private static int EndOfName(Sentence sentence)
    {
        const int longest = 10;   // tokens: "Elm-N-Oak owner Jane Roe"
        return Math.Min(sentence.EndToken, sentence.FirstToken + longest);
    }

    /// <summary>
    /// Whether the sentence tells only who spoke, to whom and where: "Roe said.", "Roe told reporters after the match."; not "Roe said it
    /// was over.", "Roe said no."
    /// </summary>
    private static bool IsBare(Document doc, Sentence sentence, int verb)
    {
        const int longest = 8;   // tokens behind the verb
        var next = verb + 1;
        if (sentence.EndToken - next > longest || verb == sentence.FirstToken)
            return false;
        if (doc.TextOf(doc.Tokens[verb]) is "told" or "tells")
            next++;
        for (var t = next; t < sentence.EndToken - 1; t++)
        {
            if (doc.Tokens[t].Kind == TokenKind.QuotationMark
                || VerbForms.IsInflected(doc.TextOf(doc.Tokens[t]))
                || doc.TextOf(doc.Tokens[t]) is "that")
                return false;
        }

        if (next == sentence.EndToken)
            return false;
        var behind = doc.TextOf(doc.Tokens[next]);
        return behind is "." || behind.EndsWith("day") || (WordClasses.Of(behind) & WordClass.Preposition) != 0;
    }

    /// <summary>
    /// Whether a clause follows that the verb reports: "Roe said [that it was over]", "Roe believes [the plan is over]"; not "Roe asked the
    /// man who was there", "said Roe, who was there".
    /// </summary>
    private static bool HasClause(Document doc, Sentence sentence, int verb)
    {
        const WordClass ends = WordClass.Relative | WordClass.Subordinator | WordClass.Coordinator;
        if (verb == sentence.FirstToken)
            return false;
        for (var t = verb + 1; t < sentence.EndToken && doc.Tokens[t].Kind is TokenKind.Word or TokenKind.Number; t++)
        {
            var word = doc.TextOf(doc.Tokens[t]);
            if (t == verb + 1 ? word is "that" : (WordClasses.Of(word) & (WordClass.Be | WordClass.Auxiliary | WordClass.Verb)) != 0)
                return true;
            if ((WordClasses.Of(word) & (t == verb + 1 ? ends | WordClass.Preposition | WordClass.Adverb : ends)) != 0)
                return false;
        }

        return false;
    }

    /// <summary>"grunts, “…", "grunts, grinning, “…".</summary>
    private static bool IsBeforeMarks(Document doc, int comma)
    {
        const int farthest = 6;   // tokens
        for (var t = comma + 1; t < Math.Min(doc.Tokens.Count, comma + farthest) && doc.TextOf(doc.Tokens[comma]) is ","; t++)
        {
            if (doc.Tokens[t].Kind == TokenKind.QuotationMark)
                return true;
        }

        return false;
    }

    /// <summary>Whether the token is a verb between a name and a place: "Roe [shared] on Facebook".</summary>
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
