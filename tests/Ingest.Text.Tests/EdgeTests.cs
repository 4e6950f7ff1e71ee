using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Quotes;

namespace Ingest.Text.Tests;

/// <summary>A text may begin and end anywhere: every sentence of the seeds is cut off before and behind each of its tokens.</summary>
public sealed class EdgeTests
{
    private static readonly EntityRecognizer Recognizer = new();

    public static TheoryData<string> Seeds =>
        [.. Directory.EnumerateFiles(Path.Combine(Tree.Root, "seeds"), "*.txt").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_sentence_may_be_cut_off_at_any_token(string seed)
    {
        var whole = Document.Parse(File.ReadAllText(Path.Combine(Tree.Root, "seeds", seed)));
        foreach (var sentence in whole.Sentences)
        {
            var (start, end) = (whole.Tokens[sentence.FirstToken].Span.Start, whole.Tokens[sentence.EndToken - 1].Span.End);
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                Read(whole.Text[start..whole.Tokens[i].Span.End]);
                Read(whole.Text[whole.Tokens[i].Span.Start..end]);
            }
        }
    }

    private static void Read(string text)
    {
        var doc = Document.Parse(text);
        var entities = new EntityLinker().Link(doc, Recognizer.Recognize(doc));

        var quotes = new QuoteFinder().Find(doc, entities);

        Assert.All(quotes, quote => Assert.All(quote.Spans, span => Assert.InRange(span.End, 1, text.Length)));
    }
}
