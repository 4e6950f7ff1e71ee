using Ingest.Text.Articles;
using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Linking;
using Ingest.Text.Entities.Linking.Pronouns;
using Ingest.Text.Entities.Tagging;
using Ingest.Text.Quotes;

namespace Ingest.Text.Tests;

/// <summary>What takes long looks up from its work: a run whose time is over ends within one article, and not behind it.</summary>
public sealed class CallingOffTests
{
    private const string Text = "“The pier is closed,” Karin Berg said on Friday. She spoke to Tom Hale.\n\nHe left.";

    private static readonly CancellationToken CalledOff = new(canceled: true);

    private static readonly Article Article = new() { Format = ArticleFormat.PlainText, Text = Text, Language = "en" };

    private static readonly Document Doc = Document.Parse(Text);

    private static readonly Dictionary<string, Action> Steps = new(StringComparer.Ordinal)
    {
        ["tokens"] = () => Document.Parse(Text, null, CalledOff),
        ["tags"] = () => NameModel.Tagger.Tag(Doc, CalledOff),
        ["names"] = () => new EntityRecognizer().Recognize(Doc, CalledOff),
        ["pronouns"] = () => new PronounLinker(new Scene(Doc), []).Link(CalledOff),
        ["entities"] = () => new EntityLinker().Link(Doc, [], CalledOff),
        ["quotes"] = () => new QuoteFinder().Find(Doc, [], CalledOff),
        ["all"] = () => new Extractor().Extract(Article, "story.txt", CalledOff),
    };

    public static TheoryData<string> KindsOfSteps => [.. Steps.Keys];

    [Theory]
    [MemberData(nameof(KindsOfSteps))]
    public void Work_on_an_article_can_be_called_off(string step) => Assert.Throws<OperationCanceledException>(Steps[step]);
}
