using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Tagging;

namespace Ingest.Training.Corpora;

/// <summary>A text for training: which tags each of its tokens may have.</summary>
internal sealed record TaggedText(Document Doc, ulong[] Allowed, IReadOnlyList<LabelledSpan> Labels, LabelScheme Scheme);

internal static class EntityCorpora
{
    public static IEnumerable<TaggedText> Train(string data) =>
    [
        .. Read($"{data}/ner/conll2003/eng.train", LabelScheme.FourClasses),
        .. ConllCorpus.Read($"{data}/ner/worldwide/worldwide.9class.train.conll", hyphens: true)
            .Select(text => Tag(Whole(text), LabelScheme.Worldwide)),
        .. Read($"{data}/ner/wikigold/wikigold.conll.txt", LabelScheme.FourClasses),
        .. Read($"{data}/ner/wnut17/wnut17train.conll", LabelScheme.Wnut),
        .. Read($"{data}/ner/crossner-politics/train.txt", LabelScheme.Politics),
        .. Read($"{data}/ner/crossner-politics/dev.txt", LabelScheme.Politics),
        .. Read($"{data}/ner/uner-ewt/en_ewt-ud-dev.iob2", LabelScheme.ThreeClasses),
    ];

    public static IEnumerable<TaggedText> Read(string path, LabelScheme scheme, bool hyphens = false) =>
        ConllCorpus.Read(path, hyphens).Select(text => Tag(text, scheme));

    /// <summary>
    /// The text with one label for "University of Leeds", which the Worldwide set labels in two pieces, as the other sets do not.
    /// </summary>
    private static LabelledText Whole(LabelledText text)
    {
        var whole = new List<LabelledSpan>(text.Labels.Count);
        foreach (var label in text.Labels)
        {
            if (whole.Count > 0
                && whole[^1] is var before
                && label.Label is "location" or "organization"
                && label.Span.Start == before.Span.End + 1
                && (before.Span.In(text.Text).EndsWith(" of", StringComparison.Ordinal)
                    || before.Span.In(text.Text).EndsWith(" of the", StringComparison.Ordinal)))
                whole[^1] = before with { Span = new TextSpan(before.Span.Start, label.Span.End) };
            else
                whole.Add(label);
        }

        return text with { Labels = whole };
    }

    public static TaggedText Tag(LabelledText text, LabelScheme scheme)
    {
        var doc = Document.Parse(text.Text);
        var allowed = Unlabelled(doc, scheme.Unlabelled);
        foreach (var (span, label) in text.Labels)
        {
            if (!scheme.Labels.TryGetValue(label, out var types))
                continue;
            var first = doc.TokenAt(span.Start);
            var last = doc.TokenAt(span.End - 1);
            if (doc.Tokens[first].Span.Start != span.Start
                || doc.Tokens[last].Span.End != span.End
                || doc.SentenceAt(span.Start) != doc.SentenceAt(span.End - 1))
            {
                // The name's ends are no ends of tokens: nothing can be learnt from these tokens.
                for (var i = first; i <= last; i++)
                    allowed[i] = ulong.MaxValue;
                continue;
            }

            for (var i = first; i <= last; i++)
                allowed[i] = 0;
            for (var type = 0; type < Tags.Types.Length; type++)
            {
                if (!types.Contains(Tags.Types[type]))
                    continue;
                for (var i = first; i <= last; i++)
                    allowed[i] |= 1UL << (first == last ? Tags.Single(type)
                        : i == first ? Tags.First(type)
                        : i == last ? Tags.Last(type)
                        : Tags.Inside(type));
            }
        }

        return new TaggedText(doc, allowed, text.Labels, scheme);
    }

    /// <summary>
    /// Outside everywhere, and where a rule or a list vouches for it also a type that the set leaves unlabelled. Were all of those types
    /// free everywhere, the model would learn to hide in them what it can't place.
    /// </summary>
    private static ulong[] Unlabelled(Document doc, TypeSet types)
    {
        var allowed = new ulong[doc.Tokens.Count];
        Array.Fill(allowed, 1UL << Tags.Outside);
        if (types == TypeSet.None)
            return allowed;
        var figures = new FigureScanner(doc);
        foreach (var sentence in doc.Sentences)
        {
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (types.Contains(EntityType.Group)
                    && (Gazetteer.Default.Find(doc.TextOf(doc.Tokens[i])) & (WordLists.Demonym | WordLists.Group)) != 0)
                    allowed[i] |= TagsOf(EntityType.Group);
                var (end, figure) = figures.Scan(i, sentence.EndToken);
                if (end <= i || !types.Contains(figure))
                    continue;
                for (; i < end; i++)
                    allowed[i] |= TagsOf(figure);
                i--;
            }
        }

        return allowed;
    }

    private static ulong TagsOf(EntityType type) => 0b1111UL << Tags.First(Array.IndexOf(Tags.Types, type));
}
