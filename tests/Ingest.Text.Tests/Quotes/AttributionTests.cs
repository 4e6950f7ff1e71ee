using Ingest.Text.Documents;
using Ingest.Text.Quotes;

namespace Ingest.Text.Tests.Quotes;

/// <summary>Who speaks, in angle brackets, and what is said, up to a bar, may hold the same words until they are parted.</summary>
public sealed class AttributionTests
{
    [Theory]
    [InlineData("The letter was sent to <John Poe|, the solicitor> said.", "The letter was sent to John Poe", "the solicitor")]
    [InlineData("The gate is shut, <Jane Roe|, the mayor>, said.", "The gate is shut", "Jane Roe, the mayor")]
    [InlineData("The gate is shut|, <Jane Roe>, said.", "The gate is shut", "Jane Roe")]
    [InlineData("The gate is open to <Jane Roe|> said.", "The gate is open to Jane Roe", null)]
    public void What_is_said_and_who_says_it_are_apart(string marked, string content, string? source)
    {
        var bare = marked.Replace("|", "", StringComparison.Ordinal);
        var (start, end) = (bare.IndexOf('<'), bare.IndexOf('>') - 1);
        var said = marked[..marked.IndexOf('|')].Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal).Length;
        var text = bare.Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal);
        var passage = PassageSplitter.Split(Document.Parse(text))[0];

        var apart = new Attribution
        {
            Passage = passage,
            Source = new TextSpan(start, end),
            Content = [new(0, passage.Pieces.Count(piece => piece.Span.End <= said))],
        }.Apart();

        Assert.Equal((content, source), (passage.SpanOf(apart.Content[0]).In(text).ToString(), apart.Source?.In(text).ToString()));
    }

    [Theory]
    [InlineData("They lost <(again>).", "(again)")]
    [InlineData("They lost <(again>.)", "(again.)")]
    [InlineData("The club (the <BSB) spokesman> left.", "spokesman")]
    [InlineData("Then [Prime Minister <Jane] Roe> left.", "[Prime Minister Jane] Roe")]
    [InlineData("They would <a) pay and b) go>.", "a) pay and b) go")]
    public void Brackets_are_kept_together(string marked, string whole)
    {
        var (start, end) = (marked.IndexOf('<'), marked.IndexOf('>') - 1);
        var text = marked.Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal);
        var passage = PassageSplitter.Split(Document.Parse(text))[0];

        var closed = Brackets.Close(passage, new PieceSpan(CountUpTo(start), CountUpTo(end)));

        Assert.Equal(whole, passage.SpanOf(closed).In(text).ToString());

        int CountUpTo(int offset) => passage.Pieces.Count(piece => piece.Span.End <= offset);
    }
}
