namespace Ingest.Text.Documents;

/// <summary>An article's text with its tokens, sentences and paragraphs. Every later offset counts in <see cref="Text"/>.</summary>
public sealed class Document
{
    private Document(string text, string? title, Token[] tokens, Sentence[] sentences, TextSpan[] paragraphs) =>
        (Text, Title, Tokens, Sentences, Paragraphs, Quotations) = (text, title, tokens, sentences, paragraphs, QuotationScanner.Scan(text, paragraphs));

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
    public static Document Parse(string text, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var paragraphs = ParagraphSplitter.Split(text);
        var tokens = new List<Token>(text.Length / 5);
        var sentences = new List<Sentence>(text.Length / 100);
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var first = tokens.Count;
            Tokenizer.Tokenize(text, paragraphs[i], tokens);
            SentenceSplitter.Split(text, tokens, first, paragraph: i, sentences);
        }

        return new Document(text, title, [.. tokens], [.. sentences], [.. paragraphs]);
    }

    public ReadOnlySpan<char> TextOf(Token token) => token.Span.In(Text);

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

    /// <summary>Index of the sentence that holds the token at <paramref name="offset"/> or the first one after it; −1 when there is none.</summary>
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
