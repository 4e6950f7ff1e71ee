using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.PlainText;

/// <summary>Labels the lines behind an article: boxes of links to others, and what a site or an agency puts below.</summary>
internal static class BackLabeller
{
    public static void Label(IReadOnlyList<TextLine> lines, LineLabel[] labels, int end)
    {
        // Below the rights all is the site's.
        var (isInBox, isBelowRights) = (false, false);
        for (var i = end; i < lines.Count; i++)
        {
            var sign = lines[i].Sign;
            isInBox = !isBelowRights
                && (sign == LineSign.RelatedHeading
                    || (isInBox && sign is LineSign.None or LineSign.Byline or LineSign.Date or LineSign.Related));
            isBelowRights |= sign == LineSign.Legal;
            if (labels[i] is LineLabel.Credit or LineLabel.Duplicate)
                continue;
            labels[i] = sign switch
            {
                LineSign.Legal => LineLabel.Legal,
                LineSign.Credit => LineLabel.Credit,
                LineSign.Caption => LineLabel.Caption,
                LineSign.Date when !isInBox && !isBelowRights && LineSigns.SaysIssued(lines[i].Text) => LineLabel.Date,
                LineSign.Related when !isBelowRights => LineLabel.Related,
                _ => isInBox ? LineLabel.Related : LineLabel.Footer,
            };
        }
    }
}
