using Ingest.Text.Documents;
using Ingest.Text.Quotes;
using Ingest.Text.Quotes.Tagging;

namespace Ingest.Text.Tests.Quotes.Tagging;

public sealed class CueBoundsTests
{
    // Roe | has | pushed | back | against | the | plan | .
    private static readonly Passage Passage = PassageSplitter.Split(Document.Parse("Roe has pushed back against the plan."))[0];

    private static readonly Candidate Reading = new(new FoundCue(2, 3, 1), Source: new(0, 1), Content: [new(5, 7)], Behind: 0);

    [Fact]
    public void A_cue_may_reach_from_the_source_to_what_is_said() => Assert.Contains(new PieceSpan(1, 5), CueBounds.Of(Passage, Reading));

    [Fact]
    public void It_holds_some_of_what_was_found_and_nothing_of_the_source_or_of_what_is_said() =>
        Assert.All(CueBounds.Of(Passage, Reading), choice => Assert.True(choice is { Start: >= 1 and <= 2, End: >= 3 and <= 5 }));

    [Fact]
    public void A_colon_alone_has_no_other_bounds() =>
        Assert.Empty(CueBounds.Of(
            PassageSplitter.Split(Document.Parse("Roe: it was shut."))[0], new Candidate(new FoundCue(1, 2, 1), new(0, 1), [new(2, 5)], 0)));
}
