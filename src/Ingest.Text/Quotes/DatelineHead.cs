using Ingest.Text.Documents;
using Ingest.Text.Entities;

namespace Ingest.Text.Quotes;

/// <summary>
/// The dateline at the start of a paragraph: where a report was written. Nobody says it, and it is part of no speaker:
/// <code>
/// dateline := PLACE ("," Region)* ("," month day)? ("(" AGENCY ")")? dash     "BERLIN — ", "LA PAZ, Bolivia, March 3 (AP) - "
///           | (Place ("," Region)*)? "(" AGENCY ")" dash?                     "West Elm, Florida (CNN) ", "(Reuters) "
///           | PLACE ("," Region)* ("," month day)? ":"                         "NEW DELHI: ", where the lists have the place
/// </code>
/// The sentence behind it does not begin with a small letter.
/// </summary>
internal static class DatelineHead
{
    private const int MaxTokens = 16;

    // In capital letters; fewer are initials: "US — China".
    private const int LeastOfPlace = 3;

    private static readonly WordSet Agencies = WordSet.AsWritten(
        $"{NewsAgencies.OfTextsAndPictures} {NewsAgencies.OfTexts} CNN DPA EFE Kyodo TASS Yonhap");

    /// <summary>The passages, without the datelines of their paragraphs.</summary>
    public static List<Passage> LeaveOut(Document doc, List<Passage> passages) => passages.ConvertAll(passage =>
    {
        var sentence = doc.SentenceAt(passage[0].Span.Start);
        if (sentence > 0 && doc.Sentences[sentence - 1].Paragraph == doc.Sentences[sentence].Paragraph)
            return passage;
        var behind = doc.Tokens[EndAt(doc, doc.Sentences[sentence])].Span.Start;
        return passage[0].Span.Start < behind && behind <= passage[^1].Span.Start
            ? passage with { Pieces = [.. passage.Pieces.SkipWhile(piece => piece.Span.Start < behind)] } : passage;
    });

    /// <summary>Index of the first token behind the dateline; the sentence's first token where there is none.</summary>
    private static int EndAt(Document doc, Sentence sentence)
    {
        var (first, letters) = (sentence.FirstToken, LettersOfPlace(doc, sentence));
        for (var i = first; i < Math.Min(sentence.EndToken, first + MaxTokens); i++)
        {
            var text = doc.TextOf(doc.Tokens[i]);
            if (IsDash(text) && i > first)
                return letters >= LeastOfPlace && IsHead(doc, sentence, i + 1) && (i > first + 1 || !IsAside(doc, sentence, i)) ? i + 1 : first;
            if (text is ":" && i > first)
                return letters >= LeastOfPlace && IsKnownPlace(doc, sentence) && IsHead(doc, sentence, i + 1) ? i + 1 : first;
            if (text is ")" && i >= first + 2 && doc.TextOf(doc.Tokens[i - 2]) is "(" && Agencies.Contains(doc.TextOf(doc.Tokens[i - 1])))
            {
                var behind = i + 1 < sentence.EndToken && IsDash(doc.TextOf(doc.Tokens[i + 1])) ? i + 2 : i + 1;
                return IsHead(doc, sentence, behind) ? behind : first;
            }

            if (!char.IsUpper(text[0]) && !char.IsDigit(text[0]) && text is not ("," or "." or "(" or ")" or "/" or "and"))
                return first;
        }

        return first;
    }

    private static bool IsDash(ReadOnlySpan<char> text) => text is "-" or "–" or "—" or "--";

    /// <summary>Number of letters in the words in capitals at the start of the sentence.</summary>
    private static int LettersOfPlace(Document doc, Sentence sentence)
    {
        var letters = 0;
        for (var i = sentence.FirstToken; i < sentence.EndToken
            && doc.Tokens[i].Kind == TokenKind.Word
            && !Letters.HasSmall(doc.TextOf(doc.Tokens[i])); i++)
            letters += doc.Tokens[i].Span.Length;
        return letters;
    }

    /// <summary>"NEW DELHI: "; not "UPDATE: " or "ROE: ".</summary>
    private static bool IsKnownPlace(Document doc, Sentence sentence)
    {
        var end = sentence.FirstToken;
        while (end < sentence.EndToken && doc.Tokens[end].Kind == TokenKind.Word && !Letters.HasSmall(doc.TextOf(doc.Tokens[end])))
            end++;
        return (Gazetteer.Default.Find(doc.Text.AsSpan(doc.Tokens[sentence.FirstToken].Span.Start..doc.Tokens[end - 1].Span.End)) & (WordLists.Place | WordLists.Town)) != 0;
    }

    /// <summary>
    /// Whether the dash opens an aside: one word that no list has as a place, and a second dash, "NASA [— Roe said on Monday —] was
    /// poor".
    /// </summary>
    private static bool IsAside(Document doc, Sentence sentence, int dash)
    {
        if ((Gazetteer.Default.Find(doc.TextOf(doc.Tokens[dash - 1])) & (WordLists.Place | WordLists.Town)) != 0)
            return false;
        for (var i = dash + 1; i < sentence.EndToken; i++)
        {
            if (IsDash(doc.TextOf(doc.Tokens[i])))
                return true;
        }

        return false;
    }

    private static bool IsHead(Document doc, Sentence sentence, int at) =>
        at < sentence.EndToken - 1 && !char.IsLower(doc.TextOf(doc.Tokens[at])[0]);
}
