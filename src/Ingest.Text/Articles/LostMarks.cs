using System.Text;

namespace Ingest.Text.Articles;

/// <summary>
/// Puts back marks that another program has lost. Each stands as U+FFFD: one for the sign, or one for each of its three bytes. A mark is
/// put back where its surroundings leave no doubt; elsewhere it stays, because a letter may have been lost.
/// <code>
/// apostrophe := in a contraction, a possessive, "O’Roe", "’em", "’90s"; behind a plural where no quotation is open
/// dash       := between blanks; between words where one of them is too common to be a part of another, or a capital begins the second
/// opening    := behind a blank or the start, before a word
/// closing    := behind a word or the end of a sentence, before a blank, the end or the end of a sentence
/// </code>
/// Opening and closing marks are put back where they alternate in the paragraph. The last one that opens a sentence may stay open.
/// </summary>
internal static class LostMarks
{
    public const char Lost = '\ufffd';

    // Letters. A shorter word may be what is left of a longer one.
    private const int MinWord = 3;

    // Number of bytes of a mark in UTF-8.
    private const int Bytes = 3;

    private static readonly WordSet Elided = WordSet.InAnyCase("em til tis twas");

    private static readonly WordSet WithIn = WordSet.InAnyCase("y_all ma_am o_clock c_mon");

    private static readonly WordSet BeforeWould = WordSet.InAnyCase("i he she it we you they who that there how where what");

    // Words of three and more letters, too common to be part of another word.
    private static readonly WordSet Common = WordSet.InAnyCase(
        """
        the and that for was with are but from have they which one were her all she there would their him been has when who will more
        said what its about than into can only other some could these two may then first any now such like our over even most after
        also did many before must through where much down should because each just those people how too not had this his you
        """);

    private enum Sign
    {
        Unknown,
        Apostrophe,
        Dash,
        Opening,
        Closing,

        /// <summary>Closing, or the apostrophe of a plural.</summary>
        ClosingOrPlural,
    }

    /// <param name="paragraph">A paragraph, or a line of one, with single blanks.</param>
    public static string Mended(string paragraph)
    {
        if (!paragraph.Contains(Lost))
            return paragraph;
        var marks = Marks(paragraph);
        Pair(marks);
        var mended = new StringBuilder(paragraph.Length);
        var copied = 0;
        foreach (var mark in marks)
        {
            if (Written(mark.Sign) is not { } sign || mark.Length == 0)
                continue;
            mended.Append(paragraph, copied, mark.Start - copied).Append(sign);
            copied = mark.Start + mark.Length;
        }

        return mended.Append(paragraph, copied, paragraph.Length - copied).ToString();
    }

    private static char? Written(Sign sign) => sign switch
    {
        Sign.Apostrophe => '’',
        Sign.Dash => '—',
        Sign.Opening => '“',
        Sign.Closing => '”',
        _ => null,
    };

    /// <summary>The lost marks, and between them, with a length of 0, the quotation marks that are still there.</summary>
    private static List<Mark> Marks(string text)
    {
        var marks = new List<Mark>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '“' or '”')
                marks.Add(new Mark(i, 0, text[i] == '“' ? Sign.Opening : Sign.Closing, IsSure: true));
            if (text[i] != Lost)
                continue;
            var end = i + 1;
            while (end < text.Length && text[end] == Lost)
                end++;
            marks.Add(end - i is 1 or Bytes
                ? Of(text.AsSpan(0, i), text.AsSpan(end), i, end - i)
                : new Mark(i, end - i, Sign.Unknown, IsSure: false));
            i = end - 1;
        }

        return marks;
    }

    private static Mark Of(ReadOnlySpan<char> before, ReadOnlySpan<char> after, int start, int length)
    {
        var left = LastWord(before);
        var right = FirstWord(after);
        var (last, next) = (before is [.., var l] ? l : ' ', after is [var n, ..] ? n : ' ');
        if (before.Length > 0 && after.Length > 0 && last == ' ' && next == ' ')
            return new(start, length, Sign.Dash, true);
        if (left.Length > 0 && right.Length > 0)
            return new(start, length, IsApostrophe(left, right) ? Sign.Apostrophe : IsDash(left, right) ? Sign.Dash : Sign.Unknown, true);
        if (last == ')' && char.IsUpper(next))
            return new(start, length, Sign.Dash, true);
        if (last is ' ' or '(' or '[' or '—' or '–' or '“')
        {
            if (Elided.Contains(right) || IsDecade(after))
                return new(start, length, Sign.Apostrophe, true);
            var opens = char.IsLetter(next) || next is '[' or '(' or '$' or '#' or '@' or '…' or '.';
            return new(start, length, opens ? Sign.Opening : Sign.Unknown, char.IsUpper(next));
        }

        var mayClose = next is ' ' or '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '—' or '–' or '-';
        if (!mayClose || !(char.IsLetterOrDigit(last) || last is '.' or ',' or '!' or '?' or '…' or ';' or ':' or ')' or ']' or '%'))
            return new(start, length, Sign.Unknown, false);
        var isPlural = last is 's' or 'S' && after is [' ', var following, ..] && char.IsLetter(following);
        return new(start, length, isPlural ? Sign.ClosingOrPlural : Sign.Closing, false);
    }

    private static bool IsApostrophe(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        Span<char> whole = stackalloc char[8];
        if (left.Length + 1 + right.Length <= whole.Length)
        {
            left.CopyTo(whole);
            whole[left.Length] = '_';
            right.CopyTo(whole[(left.Length + 1)..]);
            if (WithIn.Contains(whole[..(left.Length + 1 + right.Length)]))
                return true;
        }

        return right switch
        {
            ['s' or 'S'] => true,
            ['t' or 'T'] => left is [.., 'n' or 'N'],
            ['m' or 'M'] => left is "I",
            ['d' or 'D'] => BeforeWould.Contains(left),
            ['r' or 'R', 'e' or 'E'] or ['v' or 'V', 'e' or 'E'] or ['l' or 'L', 'l' or 'L'] => true,
            [var first, _, ..] => char.IsUpper(first) && left is "O" or "D" or "d" or "L" or "l" or "M" or "N" or "T",
            _ => false,
        };
    }

    private static bool IsDash(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.Length < MinWord || right.Length == 0)
            return false;
        // "OSTER—Ferries run", "the mayor—Jane Roe"; a letter is lost within "OSTÉRIA".
        if (char.IsUpper(right[0]) && (!IsInCapitals(left) || (right.Length > 1 && !IsInCapitals(right))))
            return true;
        return right.Length >= MinWord && (Common.Contains(left) || Common.Contains(right));
    }

    private static bool IsInCapitals(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsUpper(c))
                return false;
        }

        return true;
    }

    /// <summary>"90s"</summary>
    private static bool IsDecade(ReadOnlySpan<char> after) =>
        after is [>= '0' and <= '9', '0', 's', ..] && !(after.Length > 3 && char.IsLetterOrDigit(after[3]));

    /// <summary>Keeps opening and closing marks only where all of them alternate.</summary>
    private static void Pair(List<Mark> marks)
    {
        var closesLater = ClosesLater(marks);
        var open = -1;
        var alternates = true;
        for (var i = 0; i < marks.Count && alternates; i++)
        {
            if (marks[i].Sign == Sign.Opening)
            {
                alternates = open < 0;
                open = i;
            }
            else if (marks[i].Sign == Sign.ClosingOrPlural)
            {
                var closes = open >= 0 && !closesLater[i];
                marks[i] = marks[i] with { Sign = closes ? Sign.Closing : Sign.Apostrophe };
                open = closes ? -1 : open;
            }
            else if (marks[i].Sign == Sign.Closing)
            {
                alternates = open >= 0;
                open = -1;
            }
        }

        // A quotation goes on in the next paragraph; a lost letter doesn't stand before a capital.
        var isOpen = open >= 0 && marks[open].IsSure && marks.FindIndex(open, mark => mark is { Sign: Sign.Unknown, IsSure: false }) < 0;
        if (alternates && (open < 0 || isOpen))
            return;
        for (var i = 0; i < marks.Count; i++)
        {
            if (marks[i].Sign is Sign.Opening or Sign.Closing or Sign.ClosingOrPlural && marks[i].Length > 0)
                marks[i] = marks[i] with { Sign = Sign.Unknown };
        }
    }

    /// <summary>For each mark, whether another that is no plural's apostrophe closes the quotation before one opens.</summary>
    private static bool[] ClosesLater(List<Mark> marks)
    {
        var closesLater = new bool[marks.Count];
        var closes = false;
        for (var i = marks.Count - 1; i >= 0; i--)
        {
            closesLater[i] = closes;
            closes = marks[i].Sign switch { Sign.Closing => true, Sign.Opening => false, _ => closes };
        }

        return closesLater;
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && char.IsLetter(text[start - 1]))
            start--;
        return text[start..];
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return text[..end];
    }

    /// <param name="Start">Offset in the paragraph.</param>
    /// <param name="Length">0 for one that is still there.</param>
    /// <param name="Sign">What it is taken for.</param>
    /// <param name="IsSure">Whether it is that, whatever stands elsewhere; of an unknown one, whether it is no mark of a quotation.</param>
    private readonly record struct Mark(int Start, int Length, Sign Sign, bool IsSure);
}
