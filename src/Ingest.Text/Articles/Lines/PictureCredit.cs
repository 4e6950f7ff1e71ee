using System.Buffers;

namespace Ingest.Text.Articles.Lines;

/// <summary>
/// Finds the credit of a picture in a line. The words before the credit are the caption.
/// <code>
/// caption := text credit
/// credit  := "(" maker ")"                                behind a sentence, or with a mark of credits in it
///          | ["("] medium (":" | "|" | "by" | "courtesy") maker [")"]
///          | maker "/" agency                             alone
///          | agency | "PHOTO BY" MAKER | "GETTY"          before a caption without an end
///          | "PHOTO BY" MAKER | "SUBMITTED PHOTO" | …     before a caption in small letters
/// medium  := "Photo" | "Picture" | "Image" | … ["credit"]
/// maker   := up to twelve words with capitals, divided by "/", "," and "via"
/// </code>
/// </summary>
internal static class PictureCredit
{
    private const int MaxMakerWords = 12;

    // Words of a caption. The caption of an agency's picture from its files may tell a whole story.
    private const int MaxWords = 100;
    private const int MaxFileWords = 250;

    // Words of a caption behind its credit; a headline has fewer, or more capitals.
    private const int MinCreditedWords = 5;

    private static readonly Openers FileOpeners = new("file - ", "file – ", "file — ");

    // Credits that run together with the caption behind them. Names of other agencies also begin names of offices and houses.
    private static readonly Openers Credits = new(
        "getty images - getty ", "getty images ", "getty - contributor ", "ap:associated press ", "rex features ", "image copyright ",
        "image caption ", "media caption ");

    // Credits before a caption in small letters, whether the caption is a sentence or not.
    private static readonly string[] CapitalCredits =
        ["PHOTO BY ", "COURTESY PHOTO ", "CONTRIBUTED PHOTO ", "FILE PHOTO ", "SUBMITTED PHOTO "];

    private static readonly WordSet Media = WordSet.InAnyCase(
        "photo photos photograph photographs picture pictures pic pics image images illustration graphic credit video composite");

    // Parts that all media above contain. A line without one of them has no medium; most lines have none.
    private static readonly SearchValues<string> MediaStems = SearchValues.Create(
        ["photo", "pic", "image", "illustration", "graphic", "credit", "video", "composite"], StringComparison.OrdinalIgnoreCase);

    private static readonly WordSet Binders = WordSet.InAnyCase("by courtesy credit credits supplied via of from");

    private static readonly WordSet Joiners = WordSet.AsWritten("via for and by of the from through de van von & - handout file courtesy");

    // Houses whose name in brackets is a credit wherever it stands.
    private static readonly WordSet Agencies = WordSet.AsWritten(
        $"{NewsAgencies.OfTextsAndPictures} REUTERS EPA PA Getty GETTY Shutterstock Alamy Supplied File Handout");

    /// <summary>
    /// <see cref="LineSign.Caption"/> for text with a credit, <see cref="LineSign.Credit"/> for the credit alone, null for neither.
    /// </summary>
    public static LineSign? In(string line, in LineShape shape)
    {
        if (shape.Words > (FileOpeners.Begin(line) ? MaxFileWords : MaxWords))
            return null;
        if (IsMakerOfAgency(line, shape))
            return LineSign.Credit;
        if (IsCredited(line, shape))
            return LineSign.Caption;
        var start = line.EndsWith(')') ? Bracketed(line) : -1;
        if (start < 0 && line.AsSpan().ContainsAny(MediaStems))
            start = Labelled(line);
        if (start < 0)
            return null;
        return LineShape.Of(line.AsSpan(0, start)).Words >= 2 ? LineSign.Caption : LineSign.Credit;
    }

    /// <summary>"Jane Roe/Getty Images", and nothing else.</summary>
    private static bool IsMakerOfAgency(ReadOnlySpan<char> line, in LineShape shape) =>
        shape is { Words: <= MaxMakerWords, EndsSentence: false }
            && line.LastIndexOf('/') is > 0 and var slash
            && Agencies.Contains(FirstWord(line[(slash + 1)..].TrimStart()))
            && IsMaker(line);

    /// <summary>
    /// "SUBMITTED PHOTO The ferry leaves the pier."; "Getty Images The ferry leaves the pier": no end, few capitals, and a capital behind
    /// the credit.
    /// </summary>
    private static bool IsCredited(string line, in LineShape shape)
    {
        if (shape.Words < MinCreditedWords)
            return false;
        if (Documents.Letters.HasSmall(line) && Array.Exists(CapitalCredits, credit => line.StartsWith(credit, StringComparison.Ordinal)))
            return true;
        if (shape.EndsSentence)
            return false;
        if (line.StartsWith("GETTY ", StringComparison.Ordinal))
            return true;
        return Credits.Of(line) is { } credit
            && char.IsUpper(line[0])
            && char.IsUpper(line[credit.Length])
            && shape.Capitalised * 10 < shape.Words * 7;
    }

    /// <summary>Where the bracketed credit at the end begins; −1 when the brackets hold something else.</summary>
    private static int Bracketed(string line)
    {
        var open = line.LastIndexOf('(');
        if (open < 0)
            return -1;
        var inner = line.AsSpan(open + 1, line.Length - open - 2).Trim();
        var before = LineShape.Of(line.AsSpan(0, open).TrimEnd());
        if (MediumAt(inner) == 0)
            return open;
        var isMarked = inner.Contains('/') || Agencies.Contains(FirstWord(inner));
        return IsMaker(inner) && (isMarked || (before.EndsSentence && before.Words >= 4)) ? open : -1;
    }

    /// <summary>Index of "Photo: …" with only its maker behind it; −1 when there is none.</summary>
    private static int Labelled(string line)
    {
        for (var from = 0; from < line.Length;)
        {
            var at = MediumAt(line.AsSpan(from));
            if (at < 0)
                return -1;
            at += from;
            var start = at;
            // "FILE PHOTO |": the word before belongs to it.
            if (line.AsSpan(0, at).TrimEnd().EndsWith("file", StringComparison.OrdinalIgnoreCase))
                start = at - 5;
            var maker = AfterBinders(line.AsSpan(at));
            var startsLine = start == 0 || line[start - 1] is ' ' or '(' or '[' or '|';
            if (startsLine && !maker.IsEmpty && IsMaker(maker.TrimEnd(" .)]")))
                return Math.Max(0, line.AsSpan(0, start).TrimEnd(" |([-–—").Length);
            from = at + 1;
        }

        return -1;
    }

    /// <summary>Index of a word for a picture with a divider or a binder behind it; −1 when there is none.</summary>
    private static int MediumAt(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetter(text[i]) || (i > 0 && char.IsLetterOrDigit(text[i - 1])))
                continue;
            var word = FirstWord(text[i..]);
            if (Media.Contains(word) && !AfterBinders(text[i..]).IsEmpty)
                return i;
            i += Math.Max(0, word.Length - 1);
        }

        return -1;
    }

    /// <summary>What follows "Photo:", "Photo by", "Photo courtesy of"; empty when neither divider nor binder follows.</summary>
    private static ReadOnlySpan<char> AfterBinders(ReadOnlySpan<char> text)
    {
        text = text[FirstWord(text).Length..];
        var isBound = false;
        while (true)
        {
            text = text.TrimStart();
            if (text is [':' or '|', ..])
            {
                text = text[1..];
                isBound = true;
                continue;
            }

            var word = FirstWord(text);
            if (!Binders.Contains(word) && !(isBound && Media.Contains(word)))
                return isBound ? text : [];
            isBound = true;
            text = text[word.Length..];
        }
    }

    private static bool IsMaker(ReadOnlySpan<char> text)
    {
        var words = 0;
        foreach (var range in text.SplitAny(" /,|"))
        {
            var word = text[range];
            if (word.IsEmpty)
                continue;
            words++;
            if (!char.IsUpper(word[0]) && word[0] is not ('@' or '©') && !Joiners.Contains(word))
                return false;
            // A sentence ends within: this is text.
            if (word is [_, _, _, .., '.' or '?' or '!'])
                return false;
        }

        return words is > 0 and <= MaxMakerWords;
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsLetter(text[length]))
            length++;
        return text[..length];
    }
}
