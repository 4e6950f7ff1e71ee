using Ingest.Text.Documents;
using Ingest.Text.Entities;

namespace Ingest.Text.Quotes;

/// <summary>
/// Where a report was written, at the start of a paragraph; nobody says it, and it is part of no speaker:
/// <code>
/// dateline := PLACE ("," Region)* ("," month day)? ("(" AGENCY ")")? dash     "BERLIN — ", "LA PAZ, Bolivia, March 3 (AP) - "
///           | (Place ("," Region)*)? "(" AGENCY ")" dash?                     "West Elm, Florida (CNN) ", "(Reuters) "
///           | PLACE ("," Region)* ("," month day)? ":"                         "NEW DELHI: ", where the lists have the place
/// </code>
/// A sentence follows that begins with no small letter.
/// </summary>
internal static class DatelineHead
{
    private const int MaxTokens = 16;

    // Letters in capitals; fewer are initials: "US — China".
    private const int LeastOfPlace = 3;

    private static readonly WordSet Agencies = WordSet.AsWritten(
        $"{NewsAgencies.OfTextsAndPictures} {NewsAgencies.OfTexts} CNN DPA EFE Kyodo TASS Yonhap");

    /// <summary>The passages without what stands before the first sentence of a paragraph.</summary>
    public static List<Passage> LeaveOut(Document doc, List<Passage> passages) => passages.ConvertAll(passage =>
    {
        var sentence = doc.SentenceAt(passage[0].Span.Start);
        if (sentence > 0 && doc.Sentences[sentence - 1].Paragraph == doc.Sentences[sentence].Paragraph)
            return passage;
        var behind = doc.Tokens[EndAt(doc, doc.Sentences[sentence])].Span.Start;
        return passage[0].Span.Start < behind && behind <= passage[^1].Span.Start
            ? passage with { Pieces = [.. passage.Pieces.SkipWhile(piece => piece.Span.Start < behind)] } : passage;
    });

    /// <summary>Index of the first token behind it; that of the sentence's own first where there is none.</summary>
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

    /// <summary>How many letters the words in capitals have that the sentence begins with.</summary>
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

    /// <summary>"NASA [— Roe said on Monday —] was poor": one word, that no list has for a place, and a second dash.</summary>
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
