using System.Runtime.InteropServices;
using System.Text;

namespace Ingest.Text.Articles.PlainText;

/// <summary>
/// Splits words that ran together where a link stood, where that is certain:
/// <code>
/// "nomination,tweeted"  a comma between two words of letters
/// "MarcoRubio"          both parts stand elsewhere side by side, or one is a common word of the text; the whole stands nowhere else
/// </code>
/// "McCain", "iPhone" and "YouTube" stay, because their parts are no words of the text. Words that only a dictionary could split
/// ("Pressprogram") stay, too; the tokenizer makes them two tokens.
/// </summary>
internal sealed class WordMender
{
    /// <summary>Letters of the longest word that is parted, and signs of the longest run between blanks in which a comma does so.</summary>
    private const int MaxLength = 60;

    private readonly IReadOnlyList<TextLine> _lines;
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> _pairs = [];

    /// <summary>Mends by the words of all these lines, of those that are left out as well.</summary>
    public WordMender(IReadOnlyList<TextLine> lines) => _lines = lines;

    public string Mend(string line)
    {
        if (!MayHaveSeam(line))
            return line;
        if (_words.Count == 0)
            Learn();
        StringBuilder? mended = null;
        int copied = 0, start = 0, end = 0;
        while (NextWord(line, ref start, ref end))
        {
            if (Seam(line, start, end) is not { } seam)
                continue;
            (mended ??= new StringBuilder(line.Length + 8)).Append(line, copied, seam - copied).Append(' ');
            copied = seam;
        }

        return mended is null ? line : mended.Append(line, copied, line.Length - copied).ToString();
    }

    /// <summary>Whether a comma or a capital stands between letters: in few lines, and only these need the words of the text.</summary>
    private static bool MayHaveSeam(ReadOnlySpan<char> line)
    {
        for (var i = 1; i + 1 < line.Length; i++)
        {
            var c = line[i];
            if (char.IsAsciiLetterLower(c) || c == ' ')
                continue;
            if (c == ','
                ? char.IsLetter(line[i - 1]) && char.IsLetter(line[i + 1])
                : char.IsUpper(c) && char.IsLower(line[i - 1]) && char.IsLower(line[i + 1]))
                return true;
        }

        return false;
    }

    private void Learn()
    {
        var known = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var line in _lines.Select(line => line.Text))
        {
            int previous = -1, start = 0, end = 0;
            while (NextWord(line, ref start, ref end))
            {
                // "O'wah" is no witness to a word "wah".
                if (!(start >= 2 && line[start - 1] is '\'' or '‘' && char.IsLetter(line[start - 2])))
                    CollectionsMarshal.GetValueRefOrAddDefault(known, line.AsSpan(start, end - start), out _)++;
                if (previous >= 0 && char.IsUpper(line[start]) && line[start - 1] == ' ' && char.IsLetter(line[start - 2]))
                    _pairs.Add((line[previous..(start - 1)], line[start..end]));
                previous = start;
            }
        }
    }

    /// <summary>Where a blank is missing before or within the word; null when none is.</summary>
    private int? Seam(string line, int start, int end)
    {
        if (start >= 2 && line[start - 1] == ',' && char.IsLetter(line[start - 2]) && IsPlain(line, start, end))
            return start;
        if (end - start > MaxLength)
            return null;
        for (var i = start + 2; i < end - 1; i++)
        {
            if (char.IsUpper(line[i])
                && char.IsLower(line[i - 1])
                && char.IsLower(line[i + 1])
                && IsTwoWords(line[start..i], line[i..end], line[start..end]))
                return i;
        }

        return null;
    }

    /// <summary>No part of an address or of a list without blanks.</summary>
    private static bool IsPlain(string line, int start, int end)
    {
        var before = line.AsSpan(Math.Max(0, start - MaxLength), Math.Min(start, MaxLength));
        var left = start - before.Length + before.LastIndexOf(' ') + 1;
        var right = line.AsSpan(end, Math.Min(line.Length - end, MaxLength)).IndexOf(' ') is >= 0 and var blank
            ? end + blank
            : Math.Min(line.Length, end + MaxLength);
        // A run that is cut off here is too long.
        return right - left <= MaxLength && line.AsSpan(left, right - left) is var run && run.IndexOfAny("/@\\=&<>") < 0
            && run.Count(',') == 1 + (run[^1] == ',' ? 1 : 0);
    }

    private bool IsTwoWords(string left, string right, string whole)
    {
        if (_words.GetValueOrDefault(whole) > 1)
            return false;
        return _pairs.Contains((left, right))
            || (char.IsLower(left[0]) && left.Length > 2 && _words.ContainsKey(left) && _words.ContainsKey(right));
    }

    /// <summary>Moves to the next stretch of letters from <paramref name="end"/> on; false when there is none.</summary>
    private static bool NextWord(string line, ref int start, ref int end)
    {
        start = end;
        while (start < line.Length && !char.IsLetter(line[start]))
            start++;
        end = start;
        while (end < line.Length && char.IsLetter(line[end]))
            end++;
        return end > start;
    }
}
