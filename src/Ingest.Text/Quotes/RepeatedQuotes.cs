using System.Text;
using Ingest.Text.Documents;

namespace Ingest.Text.Quotes;

/// <summary>Words that a heading, a standfirst or a pull quote repeats count once: where they are attributed.</summary>
internal static class RepeatedQuotes
{
    // Quotes of one article; each is compared with all others.
    private const int MaxQuotes = 500;

    // In letters and digits: shorter ones may be said twice.
    private const int MinLength = 12;

    // In letters and digits: a statement of this length is said once, and stands under the picture as well as in the text.
    private const int MinOfStatement = 60;

    /// <summary>
    /// Removes each quote whose words another quote contains, if it has no cue, stands in a heading or is too long to be said twice.
    /// </summary>
    public static void Drop(List<Draft> drafts, Document doc)
    {
        if (drafts.Count > MaxQuotes)
            return;
        var said = drafts.ConvertAll(draft => Letters(draft.Spans, doc.Text));
        var repeats = new HashSet<Draft>();
        for (var i = 0; i < drafts.Count; i++)
        {
            var isAside = drafts[i].Attribution.Cue is null || IsHeading(drafts[i].Attribution.Passage, doc);
            if (said[i].Length < (isAside && drafts[i].HasMarks ? MinLength : MinOfStatement))
                continue;
            for (var j = 0; j < drafts.Count; j++)
            {
                if (j != i
                    && !repeats.Contains(drafts[j])
                    && drafts[i].HasMarks == drafts[j].HasMarks
                    && Holds(drafts[i].HasMarks, said[j], said[i])
                    && (isAside || j < i || said[j].Length > said[i].Length))
                {
                    repeats.Add(drafts[i]);
                    break;
                }
            }
        }

        drafts.RemoveAll(repeats.Contains);
    }

    /// <summary>Whether the passage's paragraph is one line that ends without a full stop.</summary>
    private static bool IsHeading(Passage passage, Document doc)
    {
        const int longest = 120;
        var paragraph = doc.Paragraphs[passage.Paragraph];
        return paragraph.Length <= longest && char.IsLetterOrDigit(doc.Text[paragraph.End - 1]);
    }

    /// <summary>
    /// Whether the whole contains the repeat. Without quotation marks the two must be equal: a longer one may be another quote.
    /// </summary>
    private static bool Holds(bool hasMarks, string whole, string repeat) =>
        hasMarks ? whole.Contains(repeat, StringComparison.Ordinal) : whole == repeat;

    private static string Letters(IReadOnlyList<TextSpan> spans, string text)
    {
        var letters = new StringBuilder(spans.Sum(span => span.Length));
        foreach (var span in spans)
        {
            foreach (var c in span.In(text))
            {
                if (char.IsLetterOrDigit(c))
                    letters.Append(char.ToLowerInvariant(c));
            }
        }

        return letters.ToString();
    }
}
