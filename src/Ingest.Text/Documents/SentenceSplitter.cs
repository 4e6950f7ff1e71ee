namespace Ingest.Text.Documents;

/// <summary>
/// Finds where sentences end:
/// <code>
/// end      := terminal closer*          before a token that can begin a sentence
/// terminal := "." | "!" | "?" | "…" | an abbreviation's own point, before a word that nearly always begins one
/// closer   := closing quotation mark, also a lost one (U+FFFD), or bracket, without a blank before it
/// </code>
/// A quotation that ends in "!" or "?" before its attribution ("Really?" she asked) ends no sentence.
/// </summary>
internal static class SentenceSplitter
{
    // After an abbreviation only these say that a new sentence has begun ("in the U.S. The talks").
    private static readonly WordSet Starters = WordSet.AsWritten(
        """
        The A An This That These Those It He She They We I You There His Her Their Its Our My
        But And Or So Yet In On At For From By With As If When While After Before Since Until Although
        Despite However Meanwhile Last Some Many Most Both One Another Asked What Who How Why Where
        """);

    /// <summary>Cuts the tokens from <paramref name="first"/> on, which are one paragraph, into sentences.</summary>
    public static void Split(string text, List<Token> tokens, int first, int paragraph, List<Sentence> sentences)
    {
        var start = first;
        for (var i = first; i < tokens.Count; i++)
        {
            if (!IsTerminal(text, tokens[i]) || IsNumberSign(text, tokens, i))
                continue;
            var last = i;
            while (last + 1 < tokens.Count && IsCloser(text, tokens, last + 1))
                last++;
            if (last + 1 < tokens.Count && !Begins(text, tokens, last + 1, tokens[i], quoted: last > i))
                continue;
            Add(tokens, start, last + 1, paragraph, sentences);
            start = last + 1;
            i = last;
        }

        if (start < tokens.Count)
            Add(tokens, start, tokens.Count, paragraph, sentences);
    }

    private static void Add(List<Token> tokens, int start, int end, int paragraph, List<Sentence> sentences) =>
        sentences.Add(new Sentence(new TextSpan(tokens[start].Span.Start, tokens[end - 1].Span.End), start, end, paragraph));

    private static bool IsTerminal(string text, Token token) =>
        token.Kind is TokenKind.Punctuation or TokenKind.Word && text[token.Span.End - 1] is '.' or '!' or '?' or '…';

    /// <summary>"the No. 2 seed".</summary>
    private static bool IsNumberSign(string text, List<Token> tokens, int index) =>
        index > 0
            && index + 1 < tokens.Count
            && tokens[index].Span.In(text) is "."
            && tokens[index - 1].Span.End == tokens[index].Span.Start
        && tokens[index - 1].Span.In(text) is "No" or "no" && char.IsAsciiDigit(text[tokens[index + 1].Span.Start]);

    private static bool IsCloser(string text, List<Token> tokens, int index)
    {
        var (span, kind) = tokens[index];
        if (span.Start != tokens[index - 1].Span.End)
            return false;
        var c = text[span.Start];
        if (c is ')' or ']' or '}' or '”' or '»' or '›')
            return true;
        // A straight or single mark closes when a blank, another closer or nothing follows.
        return (c == QuotationMark.LostSign || (kind == TokenKind.QuotationMark && c is '"' or '\'' or '’' or '″'))
            && (span.End >= text.Length || !char.IsLetterOrDigit(text[span.End]));
    }

    private static bool Begins(string text, List<Token> tokens, int index, Token terminal, bool quoted)
    {
        var next = tokens[index].Span.In(text);
        var spaced = tokens[index].Span.Start > tokens[index - 1].Span.End;
        if (terminal.Kind == TokenKind.Word)
        {
            if (Abbreviations.LeadOn(terminal.Span.In(text)) || !spaced)
                return false;
            // "the U.N. “to watch it”": words in marks that go on with the sentence begin with a small letter.
            return Starters.Contains(next)
                || (tokens[index].Kind == TokenKind.QuotationMark
                    && Opens(text, tokens, index)
                    && !char.IsLower(text[tokens[index].Span.End]));
        }

        if (!spaced && !quoted && terminal.Span.Length == 1 && text[terminal.Span.Start] == '.')
            return char.IsUpper(next[0])
                && tokens[index].Kind == TokenKind.Word
                && terminal.Span.Start > 0
                && char.IsLower(text[terminal.Span.Start - 1]);
        return char.IsUpper(next[0])
            || char.IsDigit(next[0])
            || char.IsSymbol(next[0])
            || next[0] is '(' or '[' or '—' or '–' or '-' or '•' or '@' or '#'
            || (tokens[index].Kind == TokenKind.QuotationMark && Opens(text, tokens, index));
    }

    private static bool Opens(string text, List<Token> tokens, int index) =>
        tokens[index].Span.End < text.Length && !char.IsWhiteSpace(text[tokens[index].Span.End]);
}
