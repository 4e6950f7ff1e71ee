using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.PlainText;

/// <summary>A line as the writer meant it: lines wrapped at a column are one line again.</summary>
/// <param name="Text">Without white space at its ends.</param>
/// <param name="Shape">The shape of the line.</param>
/// <param name="Sign">The sign of the line.</param>
/// <param name="Folded">Its words, for comparison: <see cref="Likeness.Fold"/>.</param>
/// <param name="GapBefore">A blank line, or the start of the file, stands before it.</param>
/// <param name="GapAfter">A blank line, or the end of the file, stands behind it.</param>
internal sealed record TextLine(string Text, LineShape Shape, LineSign Sign, string Folded, bool GapBefore, bool GapAfter)
{
    /// <summary>A sentence, however short, and nothing that a site puts around its articles.</summary>
    public bool IsSentence => Sign == LineSign.None && Shape.EndsSentence && Shape.Words >= 3;

    public bool IsProse => Sign == LineSign.None && Shape.IsProse;

    public static TextLine Of(string text, bool gapBefore, bool gapAfter)
    {
        var shape = LineShape.Of(text);
        return new TextLine(text, shape, LineSigns.Of(text, shape), Likeness.Fold(text), gapBefore, gapAfter);
    }

    /// <summary>
    /// The folded words of the lines, for <see cref="Likeness.ShareOfWords"/>, up to the line with which so many characters are read.
    /// </summary>
    public static HashSet<string> WordsOf(IEnumerable<TextLine> lines, int enough)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var known = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var length = 0;
        foreach (var line in lines)
        {
            length += line.Folded.Length;
            var folded = line.Folded.AsSpan();
            foreach (var word in folded.Split(' '))
            {
                if (folded[word].Length >= Likeness.MinWord)
                    known.Add(folded[word]);
            }

            if (length >= enough)
                break;
        }

        return words;
    }
}
