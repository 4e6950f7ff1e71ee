using System.Text;

namespace Ingest.Text.Documents;

/// <summary>An article's text with its tokens, sentences and paragraphs. Every later offset counts in <see cref="Text"/>.</summary>
public sealed class Document
{
    private Document(string text, string? title, List<Token> tokens, List<Sentence> sentences, List<TextSpan> paragraphs) =>
        (Text, Title, Tokens, Sentences, Paragraphs, Quotations) =
            (text, title, tokens, sentences, paragraphs, QuotationScanner.Scan(text, paragraphs));

    public string Text { get; }

    /// <summary>The headline, where there is one. It isn't part of <see cref="Text"/>.</summary>
    public string? Title { get; }

    /// <summary>In order, without overlap; white space is in none of them.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>In order; together they hold every token once. No sentence reaches over the end of a paragraph.</summary>
    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>Stretches between blank lines, without the white space around them.</summary>
    public IReadOnlyList<TextSpan> Paragraphs { get; }

    /// <summary>What stands between quotation marks; the outermost, in order.</summary>
    internal IReadOnlyList<Quotation> Quotations { get; }

    /// <summary>Linear in the length of <paramref name="text"/>.</summary>
    public static Document Parse(string text, string? title = null, CancellationToken cancellationToken = default) =>
        Parse(text, title, [], cancellationToken);

    /// <param name="text">As it was published.</param>
    /// <param name="title">The headline.</param>
    /// <param name="seams">Offsets, ascending, at which a token ends though no blank follows.</param>
    /// <param name="cancellationToken">Ends the work between two paragraphs.</param>
    internal static Document Parse(string text, string? title, IReadOnlyList<int> seams, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var paragraphs = ParagraphSplitter.Split(text);
        var tokens = new List<Token>(text.Length / 4);
        var sentences = new List<Sentence>(text.Length / 100);
        var seam = 0;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (first, start) = (tokens.Count, paragraphs[i].Start);
            for (; seam < seams.Count && seams[seam] < paragraphs[i].End; start = seams[seam++])
                Tokenizer.Tokenize(text, new TextSpan(start, seams[seam]), tokens);
            Tokenizer.Tokenize(text, new TextSpan(start, paragraphs[i].End), tokens);
            SentenceSplitter.Split(text, tokens, first, paragraph: i, sentences);
        }

        return new Document(text, title, tokens, sentences, paragraphs);
    }

    public ReadOnlySpan<char> TextOf(Token token) => token.Span.In(Text);

    /// <param name="first">Index of the first token.</param>
    /// <param name="end">Index behind the last one.</param>
    internal TextSpan SpanOf(int first, int end) => new(Tokens[first].Span.Start, Tokens[end - 1].Span.End);

    /// <summary>Whether the token is a word that begins with a capital.</summary>
    internal bool IsCapital(int token) => Tokens[token] is (var span, TokenKind.Word) && char.IsUpper(Text[span.Start]);

    /// <summary>What stands there with one blank for any run of white space, and one between two words that ran together.</summary>
    internal string WordsOf(TextSpan span)
    {
        var words = new StringBuilder(span.Length);
        for (var (i, end) = (TokenAt(span.Start), span.Start); i < Tokens.Count
            && Tokens[i].Span.Start < span.End; end = Tokens[i++].Span.End)
        {
            var part = Tokens[i].Span;
            var isApart = part.Start > end
                || (end > span.Start && Tokens[i].Kind == TokenKind.Word && Tokens[i - 1].Kind == TokenKind.Word);
            words.Append(isApart && words.Length > 0 ? " " : "")
                .Append(Text, Math.Max(part.Start, span.Start), Math.Min(part.End, span.End) - Math.Max(part.Start, span.Start));
        }

        return words.ToString();
    }

    /// <summary>Index of the first token that ends after <paramref name="offset"/>; the number of tokens when none does.</summary>
    public int TokenAt(int offset)
    {
        var (low, high) = (0, Tokens.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Tokens[middle].Span.End <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>
    /// Index of the sentence that holds the token at <paramref name="offset"/> or the first one after it; −1 when there is none.
    /// </summary>
    public int SentenceAt(int offset)
    {
        var (low, high) = (0, Sentences.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Sentences[middle].Span.End <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low < Sentences.Count ? low : -1;
    }
}
