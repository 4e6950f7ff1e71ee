namespace Ingest.Text.Articles.Lines;

/// <summary>
/// Recognises a credit for others of the newsroom who worked on a story, as agencies put it behind the last sentence or on its own line:
/// <c>credit := ["("] ("Reporting" | "Writing" | "Editing" | …) "by" name … [")"]</c>.
/// </summary>
internal static class StaffCredit
{
    private static readonly Openers Openers = new(
        "reporting by ", "additional reporting ", "editing by ", "writing by ", "with assistance by ", "with assistance from ",
        "fact checked by ", "fact-checked by ", "medically reviewed by ");

    public static bool Begins(ReadOnlySpan<char> line) => Openers.Begin(line.TrimStart("([—-* "));

    /// <summary>Offset of the credit in brackets with which a paragraph ends; −1 when it ends without one.</summary>
    public static int BehindText(ReadOnlySpan<char> paragraph)
    {
        for (var open = paragraph.IndexOfAny('(', '['); open >= 0; open = NextBracket(paragraph, open))
        {
            if (open == 0 || !Openers.Begin(paragraph[(open + 1)..]))
                continue;
            var close = paragraph[open..].IndexOfAny(')', ']');
            if (close < 0 || paragraph[(open + close + 1)..].Trim(" .").IsEmpty || Begins(paragraph[(open + close + 1)..].TrimStart()))
                return open;
        }

        return -1;
    }

    private static int NextBracket(ReadOnlySpan<char> paragraph, int open) =>
        paragraph[(open + 1)..].IndexOfAny('(', '[') is >= 0 and var next ? open + 1 + next : -1;
}
