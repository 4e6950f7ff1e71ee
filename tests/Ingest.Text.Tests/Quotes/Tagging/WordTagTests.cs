using Ingest.Text.Documents;
using Ingest.Text.Quotes;
using Ingest.Text.Quotes.Tagging;

namespace Ingest.Text.Tests.Quotes.Tagging;

public sealed class WordTagTests
{
    [Theory]
    [InlineData("Critics say that the old ferry will be sold.", "Noun Present Conjunction Determiner Adjective Noun Modal Base Participle Other")]
    [InlineData("The keeper asked them to leave.", "Determiner Noun Past Pronoun Modal Base Other")]
    [InlineData("She was asked about that plan.", "Pronoun Past Participle Preposition Determiner Noun Other")]
    public void A_word_has_the_part_of_speech_that_its_clause_gives_it(string text, string tags) => Assert.Equal(tags, string.Join(' ', TagsOf(text)));

    [Fact]
    public void A_quotation_is_no_word() => Assert.Contains(PassageView.Quoted, Tag("“Nobody asked us,” Jane Roe said."));

    private static IEnumerable<WordTag> TagsOf(string text) => Tag(text).Select(tag => (WordTag)tag);

    private static IEnumerable<uint> Tag(string text)
    {
        var view = PassageView.Of(PassageSplitter.Split(Document.Parse(text))[0], new NameMap([]), QuoteModel.Default.Words);
        return Enumerable.Range(0, view.Count).Select(i => view[i].Tag);
    }
}
