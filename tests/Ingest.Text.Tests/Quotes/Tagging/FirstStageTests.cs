using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Quotes;
using Ingest.Text.Quotes.Tagging;

namespace Ingest.Text.Tests.Quotes.Tagging;

public sealed class FirstStageTests
{
    [Fact]
    public void No_reading_of_a_cue_has_a_quotation_for_its_speaker()
    {
        var (recognizer, linker, readings) = (new EntityRecognizer(), new EntityLinker(), 0);
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Tree.Root, "tests/Ingest.Text.Tests/gold/quotes"), "source.txt", SearchOption.AllDirectories))
        {
            var doc = Document.Parse(File.ReadAllText(path));
            var names = new NameMap(linker.Link(doc, recognizer.Recognize(doc)));
            foreach (var passage in PassageSplitter.Split(doc))
            {
                var first = FirstStage.Of(PassageView.Of(passage, names, QuoteModel.Default.Words), QuoteModel.Default.Cues, QuoteModel.Default.Networks);
                foreach (var reading in first.Cues().SelectMany(cue => Candidate.Of(passage, cue, first.RolesOf(cue))))
                {
                    readings++;
                    if (reading.Source is var (start, end))
                        Assert.False(passage.HasQuotation(start, end));
                }
            }
        }

        Assert.True(readings > 300, $"Only {readings} readings were seen.");
    }
}
