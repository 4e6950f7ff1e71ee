using Ingest.Text.Articles.Dates;
using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.PlainText;

/// <summary>Plain text, with or without a copied site around the article.</summary>
internal static class PlainTextReader
{
    // Words. Less, and without a sentence, is a note or a menu.
    private const int MinWords = 20;

    /// <exception cref="ArticleFormatException">No line is the body of an article.</exception>
    public static Article Read(string text)
    {
        var labelled = LineLabeller.Label(LineSplitter.Split(CharacterReferences.Decoded(text)));
        var body = Of(labelled, LineLabel.Body).ToList();
        if (!body.Any(line => line.IsSentence) && body.Sum(line => line.Shape.Words) < MinWords)
            throw new ArticleFormatException(ArticleFormatCodes.NoArticle, "No line of the text is a sentence.", ArticleFormat.PlainText);
        var words = new WordMender(labelled.Lines);
        var dateline = Dateline.Of(body[0].Text);
        return new Article
        {
            Format = ArticleFormat.PlainText,
            Text = Join(body, words),
            Title = labelled.Headline is { } headline ? words.Mend(headline.Text) : null,
            Byline = [.. FrontNames(labelled)],
            Publisher = labelled.Headline?.Publisher ?? Masthead(labelled) ?? dateline?.Agency,
            Section = Section(labelled),
            Dateline = Of(labelled, LineLabel.Dateline).FirstOrDefault()?.Text,
            // A copy that names the day of a change alone was issued on it.
            Published = SaidDate(labelled, modified: false) ?? dateline?.Date ?? SaidDate(labelled, modified: true),
            Modified = SaidDate(labelled, modified: true),
            LeftOut = [.. LeftOut(labelled)],
            Captions = [.. Of(labelled, LineLabel.Caption).Select(line => line.Text)],
        }.From(FieldOrigin.VisibleText);
    }

    private static IEnumerable<TextLine> Of(LabelledText text, LineLabel label) => text.Lines.Where((_, i) => text.Labels[i] == label);

    /// <summary>Lines of one block that end in no sentence are verse or a list, and stay close.</summary>
    private static string Join(List<TextLine> body, WordMender words)
    {
        var hasGaps = body.Count(line => line.GapBefore) > 1;
        var parts = new List<string>(2 * body.Count);
        for (var i = 0; i < body.Count; i++)
        {
            if (i > 0)
                parts.Add(!hasGaps || body[i].GapBefore || body[i - 1].Shape.EndsSentence ? "\n\n" : "\n");
            parts.Add(words.Mend(body[i].Text));
        }

        return string.Concat(parts);
    }

    private static IEnumerable<string> FrontNames(LabelledText text) =>
        Of(text, LineLabel.Byline).SelectMany(line => Byline.NamesOf(line.Text)).Distinct();

    /// <summary>A name alone on its line before the headline that the notice of rights holds too.</summary>
    private static string? Masthead(LabelledText text)
    {
        if (text.Headline is null)
            return null;
        var notices = Of(text, LineLabel.Legal).Select(line => line.Folded).ToList();
        return text.Lines.Take(text.Headline.Line).FirstOrDefault(line => MayBeName(line) && IsInNotice(line.Folded))?.Text;

        static bool MayBeName(TextLine line) => line.Shape.Words is >= 1 and <= 6 && line.Folded.Length > 4;
        bool IsInNotice(string folded) => notices.Any(notice => notice.Contains(folded, StringComparison.Ordinal));
    }

    /// <summary>The last step of the path to the article, or a name alone on the line above the headline.</summary>
    private static string? Section(LabelledText text)
    {
        if (text.Headline is not { } headline)
            return null;
        for (var i = headline.Line - 1; i >= 0; i--)
        {
            var line = text.Lines[i];
            if (Path(line.Text, headline.Folded) is { } section)
                return section;
            if (text.Labels[i] == LineLabel.Duplicate)
                continue;
            if (line.Sign == LineSign.None && IsSectionName(line) && line.Text != headline.Publisher && line.Text != Masthead(text))
                return line.Text;
            if (headline.Line - i > 3)
                return null;
        }

        return null;
    }

    private static bool IsSectionName(TextLine line) =>
        line.Shape is { Words: >= 1 and <= 3, EndsSentence: false, Separators: 0 }
        && char.IsUpper(line.Text[0])
        && line.Text.All(c => char.IsLetter(c) || c is ' ' or '&' or '-');

    /// <summary><c>path := "Home" (divider step)+</c>; its last step that isn't the headline.</summary>
    private static string? Path(string line, string foldedHeadline)
    {
        var steps = line.Split(['>', '/', '»', '›', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (steps.Length < 2 || !steps[0].Equals("Home", StringComparison.OrdinalIgnoreCase))
            return null;
        return steps.Skip(1).LastOrDefault(step => !Likeness.Folds(step, foldedHeadline));
    }

    private static ArticleDate? SaidDate(LabelledText text, bool modified)
    {
        foreach (var (i, line) in text.Lines.Index())
        {
            if (text.Labels[i] is LineLabel.Date or LineLabel.Byline && IsOfArticle(i, line.Text)
                && LineSigns.SaysModified(line.Text) == modified && WrittenDate.Find(line.Text) is { } date)
                return date;
        }

        return null;

        // The date in the head of the page is that of the copy.
        bool IsOfArticle(int i, string line) =>
            text.Headline is null
                || i > text.Headline.Line
                || (char.IsLetter(line[0]) && line.Contains("ublished", StringComparison.Ordinal));
    }

    private static IEnumerable<LeftOut> LeftOut(LabelledText text)
    {
        foreach (var (i, line) in text.Lines.Index())
        {
            if (Reason(text.Labels[i]) is { } reason)
                yield return new LeftOut(line.Text, reason);
        }
    }

    /// <summary>
    /// The reason why a line is left out; null for a line that is kept, in the text or in a field. A sub-heading is a teaser of the text
    /// below it.
    /// </summary>
    private static LeftOutReason? Reason(LineLabel label) => label switch
    {
        LineLabel.Heading or LineLabel.Teaser => LeftOutReason.Teaser,
        LineLabel.Caption => LeftOutReason.Caption,
        LineLabel.Credit => LeftOutReason.Credit,
        LineLabel.Navigation or LineLabel.Footer => LeftOutReason.Navigation,
        LineLabel.Related => LeftOutReason.Related,
        LineLabel.Legal => LeftOutReason.Legal,
        LineLabel.Duplicate => LeftOutReason.Duplicate,
        _ => null,
    };
}
