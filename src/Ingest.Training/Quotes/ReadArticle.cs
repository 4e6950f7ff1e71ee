using Ingest.Text.Documents;
using Ingest.Text.Entities;

namespace Ingest.Training.Quotes;

/// <summary>A labelled article as the flow reads it.</summary>
internal sealed record ReadArticle(LabelledArticle Labelled, Document Doc, IReadOnlyList<Entity> Entities)
{
    public static ReadArticle Of(LabelledArticle article, EntityRecognizer recognizer, EntityLinker linker)
    {
        var doc = LostBlanks.Part(Document.Parse(article.Text));
        return new ReadArticle(article, doc, linker.Link(doc, recognizer.Recognize(doc)));
    }
}
