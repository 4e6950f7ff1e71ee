using System.Globalization;
using Ingest.Text.Documents;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes;

/// <summary>One or more sentences that quotations hold together. Each quotation counts as one piece.</summary>
/// <param name="Text">The document's text.</param>
/// <param name="Pieces">In order; at least one.</param>
/// <param name="Paragraph">Index of its paragraph.</param>
internal sealed record Passage(string Text, Piece[] Pieces, int Paragraph)
{
    public int Count => Pieces.Length;

    public Piece this[int index] => Pieces[index];

    public ReadOnlySpan<char> Word(int index) => Pieces[index].Span.In(Text);

    /// <summary>
    /// The kind of the piece; <see cref="PieceKind.Stop"/> beyond either end, because a passage ends as a sentence does.
    /// </summary>
    public PieceKind KindAt(int index) => index >= 0 && index < Count ? Pieces[index].Kind : PieceKind.Stop;

    public bool Is(int index, WordClass @class) => index >= 0 && index < Count && (Pieces[index].Class & @class) != 0;

    public bool IsWord(int index, string word) => KindAt(index) == PieceKind.Word
        && Word(index).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsWord(int index, WordSet words) => KindAt(index) == PieceKind.Word && words.Contains(Word(index));

    /// <summary>Whether one of the words stands among the pieces from <paramref name="start"/> to before <paramref name="end"/>.</summary>
    public bool HasWord(int start, int end, WordSet words)
    {
        for (var i = start; i < end; i++)
        {
            if (IsWord(i, words))
                return true;
        }

        return false;
    }

    public bool IsCapital(int index) => KindAt(index) == PieceKind.Word && char.IsUpper(Text[Pieces[index].Span.Start]);

    /// <summary>
    /// Whether the piece is a sign that is read aloud: "$", "%", "°". Such a sign belongs to the words beside it; a comma does not.
    /// </summary>
    public bool IsSign(int index) => KindAt(index) == PieceKind.Other && Word(index) is [var sign]
        && (sign is '%' or '‰' or '°' or '+' or '&' or '#' || char.GetUnicodeCategory(sign) == UnicodeCategory.CurrencySymbol);

    /// <summary>Index of the first piece that ends behind the offset; <see cref="Count"/> where none does.</summary>
    public int At(int offset)
    {
        var index = 0;
        while (index < Count && Pieces[index].Span.End <= offset)
            index++;
        return index;
    }

    public TextSpan SpanOf(int start, int end) => new(Pieces[start].Span.Start, Pieces[end - 1].Span.End);

    public TextSpan SpanOf(PieceSpan pieces) => SpanOf(pieces.Start, pieces.End);

    /// <summary>
    /// Whether the quotation is the name of a work or a programme: it has capitals like a name and stands behind "on", "of" or a
    /// possessive (on Radio Elm's "Morning Talk").
    /// </summary>
    public bool IsTitle(int index) =>
        (KindAt(index - 1) == PieceKind.Clitic || Is(index - 1, WordClass.Preposition) || IsWord(index - 1, "titled")
            || IsWord(index - 1, "entitled"))
        && IsTitleCase(index);

    /// <summary>Whether the quotation is short and each of its words, except small ones, begins with a capital.</summary>
    public bool IsTitleCase(int index)
    {
        const int longest = 48;
        if (Pieces[index].Quotation is not { } quotation || quotation.Inner.Length > longest)
            return false;
        var inner = quotation.Inner.In(Text);
        foreach (var range in inner.Split(' '))
        {
            var word = inner[range];
            if (word.Length > 0 && char.IsLower(word[0])
                && (WordClasses.Of(word) & (WordClass.Preposition | WordClass.Determiner | WordClass.Coordinator)) == 0)
                return false;
        }

        return true;
    }

    /// <summary>Whether the quotation's capitals show that it is the name of a work, and not words that somebody said.</summary>
    public bool IsWork(int index) => IsTitleCase(index) && Pieces[index].Quotation!.Inner.In(Text).Contains(' ');

    /// <summary>Whether the quotation is a single word inside a name: Owen "Skip" Tarn.</summary>
    public bool IsNickname(int index) => IsCapital(index - 1) && IsCapital(index + 1)
        && Pieces[index].Quotation is { } quotation && char.IsUpper(Text[quotation.Inner.Start]) && IsLetters(quotation.Inner.In(Text));

    private static bool IsLetters(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsLetter(c))
                return false;
        }

        return true;
    }

    /// <summary>Whether a quotation is among the pieces from <paramref name="start"/> to before <paramref name="end"/>.</summary>
    public bool HasQuotation(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (Pieces[i].Quotation is not null)
                return true;
        }

        return false;
    }

    public bool HasQuotation(PieceSpan pieces) => HasQuotation(pieces.Start, pieces.End);

    /// <summary>The quotations in the stretches.</summary>
    public List<Quotation> QuotationsIn(IReadOnlyList<PieceSpan> stretches)
    {
        var quotations = new List<Quotation>();
        for (var k = 0; k < stretches.Count; k++)
        {
            var (start, end) = stretches[k];
            for (var i = start; i < end; i++)
            {
                if (Pieces[i].Quotation is { } quotation)
                    quotations.Add(quotation);
            }
        }

        return quotations;
    }

    /// <summary>Whether the passage contains only quotations and punctuation.</summary>
    public bool IsOnlyQuotations()
    {
        var any = false;
        foreach (var piece in Pieces)
        {
            if (piece.Kind is PieceKind.Word or PieceKind.Number or PieceKind.Clitic)
                return false;
            any |= piece.Kind == PieceKind.Quotation;
        }

        return any;
    }
}
