using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.PlainText;

/// <summary>Gives a line the label of its own sign, by its place.</summary>
internal static class LabelRules
{
    /// <param name="sign">The line's sign.</param>
    /// <param name="otherwise">For a line without one.</param>
    public static LineLabel OfSign(LineSign sign, LineLabel otherwise) => sign switch
    {
        LineSign.Navigation => LineLabel.Navigation,
        LineSign.Legal => LineLabel.Legal,
        LineSign.Credit => LineLabel.Credit,
        LineSign.Caption => LineLabel.Caption,
        LineSign.Byline => LineLabel.Byline,
        LineSign.Date => LineLabel.Date,
        LineSign.Related or LineSign.RelatedHeading => LineLabel.Related,
        LineSign.CommentsHeading => LineLabel.Navigation,
        LineSign.SummaryHeading => LineLabel.Teaser,
        _ => otherwise,
    };
}
