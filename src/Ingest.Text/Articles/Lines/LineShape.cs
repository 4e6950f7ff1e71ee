namespace Ingest.Text.Articles.Lines;

/// <summary>The shape of a line, visible without understanding it.</summary>
/// <param name="Words">Stretches between blanks that hold a letter or a digit; where a script has no blanks, every second letter.</param>
/// <param name="Capitalised">Of these, how many begin with a capital or a digit.</param>
/// <param name="Letters">All letters.</param>
/// <param name="Capitals">Of these, the capitals.</param>
/// <param name="Separators">Signs that stand between links: "|", "»", "›", "•", "·", and " / ", " > ".</param>
/// <param name="EndsSentence">The last sign, past closing marks (or what a wrong character set left of them) and brackets, is ".", "!",
/// "?", "…" or what other scripts have for them.</param>
/// <param name="IsBulleted">Begins with a bullet or a dash and a blank.</param>
internal readonly record struct LineShape(
    int Words, int Capitalised, int Letters, int Capitals, int Separators, bool EndsSentence, bool IsBulleted)
{
    // Asked of every sign of every text.
    private static readonly Traits[] Ascii = [.. Enumerable.Range(0, 128).Select(c => TraitsOf((char)c))];

    /// <summary>A sentence of a story rather than a label, a link or a headline.</summary>
    public bool IsProse => EndsSentence && Words >= 12 && Separators < 3 && Capitalised * 10 < Words * 7;

    public bool IsAllCapitals => Letters > 2 && Capitals == Letters;

    public static LineShape Of(ReadOnlySpan<char> line)
    {
        int words = 0, unspaced = 0, capitalised = 0, letters = 0, capitals = 0, separators = 0;
        var inWord = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == ' ')
            {
                inWord = false;
                continue;
            }

            var traits = c < Ascii.Length ? Ascii[c] : TraitsOf(c);
            letters += (traits & Traits.Letter) != 0 ? 1 : 0;
            capitals += (traits & Traits.Capital) != 0 ? 1 : 0;
            unspaced += (traits & Traits.Unspaced) != 0 ? 1 : 0;
            if ((traits & Traits.Separator) != 0)
                separators += IsSeparator(line, i) ? 1 : 0;
            else if (!inWord && (traits & (Traits.Letter | Traits.Digit)) != 0)
            {
                inWord = true;
                words++;
                capitalised += (traits & Traits.Small) != 0 ? 0 : 1;
            }
        }

        return new LineShape(
            words + unspaced / 2, capitalised, letters, capitals, separators, EndsWithSentence(line),
            line is ['•' or '·' or '*' or '-' or '–' or '▪' or '●', ' ', ..]);
    }

    private static Traits TraitsOf(char c) =>
        (char.IsLetter(c) ? Traits.Letter : char.IsDigit(c) ? Traits.Digit : Traits.None)
        | (char.IsUpper(c) ? Traits.Capital : char.IsLower(c) ? Traits.Small : Traits.None)
        | (IsUnspaced(c) ? Traits.Unspaced : Traits.None)
        | (c is '|' or '»' or '›' or '•' or '·' or '/' or '>' ? Traits.Separator : Traits.None);

    private static bool IsSeparator(ReadOnlySpan<char> line, int i) => line[i] switch
    {
        '|' or '»' or '›' or '•' or '·' => true,
        '/' or '>' => i > 0 && i + 1 < line.Length && line[i - 1] == ' ' && line[i + 1] == ' ',
        _ => false,
    };

    private static bool EndsWithSentence(ReadOnlySpan<char> line)
    {
        var end = line.TrimEnd("\"”’'»」』)）] \uFFFD");
        return end is [.., '.' or '!' or '?' or '…' or '。' or '！' or '？' or '।' or '؟' or '۔'];
    }

    // Thai, and the scripts of China and Japan.
    private static bool IsUnspaced(char c) =>
        c is (>= '\u0e00' and <= '\u0e7f') or (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff');

    [Flags]
    private enum Traits : byte
    {
        None = 0,
        Letter = 1,
        Digit = 2,
        Capital = 4,
        Small = 8,
        Separator = 16,
        Unspaced = 32,
    }
}
