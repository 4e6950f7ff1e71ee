using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.PlainText;

/// <summary>
/// Labels the lines before an article's body: the headline, the writer and place, and the lines that the site puts above.
/// </summary>
internal static class FrontLabeller
{
    public static void Label(IReadOnlyList<TextLine> lines, LineLabel[] labels, bool[] isSummary, int start, Headline? headline)
    {
        for (var i = 0; i < start; i++)
        {
            if (labels[i] != LineLabel.Body)
                continue;
            var line = lines[i];
            var label = isSummary[i] ? LineLabel.Teaser : LabelRules.OfSign(line.Sign, LineLabel.Body);
            if (headline is not null)
            {
                if (i == headline.Line
                    || (i < headline.Line && line.Shape.Words >= 3 && Likeness.IsSameOrBeginning(line.Folded, headline.Folded)))
                    label = LineLabel.Title;
                else if (Likeness.IsSameOrBeginning(headline.Folded, line.Folded))
                    label = LineLabel.Duplicate;
                else if (line.Sign == LineSign.None)
                    label = Unsigned(i, headline.Line);
            }

            labels[i] = label;
        }

        LineLabel Unsigned(int i, int headline) =>
            i < headline ? LineLabel.Navigation
            : IsDateline(lines, i, start) ? LineLabel.Dateline
            : BelowHeadline(lines, labels, i, headline);
    }

    /// <summary>A dateline alone on its line; a place alone is one where the first paragraphs name it.</summary>
    private static bool IsDateline(IReadOnlyList<TextLine> lines, int i, int start)
    {
        var line = lines[i];
        if (line.Shape.Words > 8)
            return false;
        if (Dateline.IsWhole(line.Text))
            return true;
        return line.Shape is { IsAllCapitals: true, Words: <= 3 }
            && lines.Skip(start).Take(4).Any(paragraph => paragraph.Folded.Contains(line.Folded, StringComparison.Ordinal));
    }

    /// <summary>The site's own name again, a writer's name, a role, or the line that sums the story up.</summary>
    private static LineLabel BelowHeadline(IReadOnlyList<TextLine> lines, LineLabel[] labels, int i, int headline)
    {
        var line = lines[i];
        for (var above = 0; above < headline; above++)
        {
            if (lines[above].Folded == line.Folded)
                return LineLabel.Navigation;
        }

        var isRole = Byline.IsRole(line.Text) && (line.Text.Contains(',') || labels[i - 1] == LineLabel.Byline);
        return isRole || Byline.IsBareName(line.Text) ? LineLabel.Byline : LineLabel.Teaser;
    }
}
