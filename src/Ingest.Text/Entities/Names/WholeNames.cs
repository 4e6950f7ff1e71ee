using Ingest.Text.Documents;
using Ingest.Text.Entities.Tagging;

namespace Ingest.Text.Entities.Names;

internal static class WholeNames
{
    /// <summary>The mentions, in order, with whole names in the place of all that overlap them.</summary>
    public static List<Mention> With(this List<Mention> mentions, List<TextSpan> whole, EntityType type) => whole.Count == 0
        ? mentions
        : [.. mentions.Where(mention => !whole.Exists(name => name.Overlaps(mention.Span)))
            .Concat(whole.Select(name => new Mention(name, type)))
            .OrderBy(mention => mention.Span)];

    /// <summary>
    /// The names that end with one of the words, in order. A headline, of nothing but capitals, tells of none.
    /// </summary>
    /// <param name="mentions">Names that were found, in order.</param>
    /// <param name="doc">The document.</param>
    /// <param name="heads">The words; a word with a capital stands before each.</param>
    /// <param name="nameAt">
    /// The name that ends with the word, or null; told the sentence, the word's token and the mention that contains it, if one does.
    /// </param>
    public static List<TextSpan> EndingWith(
        this List<Mention> mentions, Document doc, WordSet heads, Func<Sentence, int, Mention?, TextSpan?> nameAt)
    {
        var names = new List<TextSpan>();
        var next = 0;
        foreach (var sentence in doc.Sentences)
        {
            SentenceCase? written = null;
            for (var head = sentence.FirstToken + 1; head < sentence.EndToken; head++)
            {
                if (!heads.Contains(doc.TextOf(doc.Tokens[head])))
                    continue;
                if ((written ??= SentenceCases.Of(doc, sentence)) != SentenceCase.Normal)
                    break;
                while (next < mentions.Count && mentions[next].Span.End <= doc.Tokens[head].Span.Start)
                    next++;
                Mention? known = next < mentions.Count && mentions[next].Span.Contains(doc.Tokens[head].Span) ? mentions[next] : null;
                if (nameAt(sentence, head, known) is { } name)
                    names.AddApart(name);
            }
        }

        return names;
    }

    /// <summary>Adds the name, unless the last one overlaps it; one within it gives way.</summary>
    public static void AddApart(this List<TextSpan> names, TextSpan name)
    {
        if (names.Count > 0 && name.Contains(names[^1]))
            names.RemoveAt(names.Count - 1);
        if (names.Count == 0 || !names[^1].Overlaps(name))
            names.Add(name);
    }
}
