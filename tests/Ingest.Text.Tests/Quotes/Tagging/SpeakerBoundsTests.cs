using Ingest.Text.Documents;
using Ingest.Text.Quotes;
using Ingest.Text.Quotes.Tagging;

namespace Ingest.Text.Tests.Quotes.Tagging;

/// <summary>What a reading takes for the one who speaks, in brackets with the cue behind it, and what is left of it.</summary>
public sealed class SpeakerBoundsTests
{
    [Theory]
    [InlineData("[Hours after Roe] accused the board.", "Roe")]
    [InlineData("[Two days before the mayor] said no, he left.", "the mayor")]
    [InlineData("[Roe on Monday] said no.", "Roe")]
    [InlineData("[Roe last week] said no.", "Roe")]
    [InlineData("[Roe also this month] said no.", "Roe")]
    [InlineData("[Roe in a statement] said no.", "Roe")]
    [InlineData("[Roe on Twitter] said no.", "Roe")]
    [InlineData("[Jane Roe during the hearing] said no.", "Jane Roe")]
    [InlineData("[Jane Roe when asked by the court] said no.", "Jane Roe")]
    [InlineData("[Jane Roe while driving to Elm] said no.", "Jane Roe")]
    [InlineData("[The Elm mayor met voters] to urge them on.", "The Elm mayor")]
    [InlineData("[The clubs have met the board and Roe] said no.", "Roe")]
    [InlineData("[Roe backs the new plan and] said so.", "Roe")]
    [InlineData("[An old hand, he] said no.", "he")]
    [InlineData("[Roe sued the board of Elm], saying it was shut.", "Roe")]
    public void The_clauses_around_the_speaker_are_none_of_it(string marked, string speaker) => Assert.Equal(speaker, Left(marked));

    [Theory]
    [InlineData("[A poll released by the council] said so.")]
    [InlineData("[A letter sent to the board] said so.")]
    [InlineData("[Those who had met the mayor] said no.")]
    [InlineData("[Roe, who was there,] said no.")]
    [InlineData("[Officials after the hearing] said no.")]
    [InlineData("[The plan, praised by Roe during the debate] said no.")]
    [InlineData("[Figures released this month] said so.")]
    [InlineData("[Roe and Poe] said no.")]
    [InlineData("[The organisers, It's Time for Elm] said no.")]
    [InlineData("[The letter signed by Roe], saying it was shut.")]
    public void What_tells_which_one_speaks_stays(string marked) => Assert.Equal(marked[1..marked.IndexOf(']')], Left(marked));

    private static string Left(string marked)
    {
        var end = marked.IndexOf(']') - 1;
        var doc = Document.Parse(marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal));
        var view = PassageView.Of(PassageSplitter.Split(doc)[0], new NameMap([]), QuoteModel.Default.Words);
        var pieces = Enumerable.Range(0, view.Count).Count(i => view.Passage[i].Span.End <= end);
        var cue = view.Passage.KindAt(pieces) == PieceKind.Comma ? pieces + 1 : pieces;
        return SpeakerBounds.Of(view, new(0, pieces), new FoundCue(cue, cue + 1, 1)).In(doc.Text).ToString();
    }
}
