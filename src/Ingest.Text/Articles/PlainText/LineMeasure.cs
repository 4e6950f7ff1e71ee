namespace Ingest.Text.Articles.PlainText;

/// <summary>The steps in which the classifier sees numbers of words and signs.</summary>
internal static class LineMeasure
{
    /// <summary>0–12: of a line.</summary>
    public static int Length(int words) => words switch
    {
        <= 4 => words,
        <= 6 => 5,
        <= 8 => 6,
        <= 11 => 7,
        <= 15 => 8,
        <= 24 => 9,
        <= 40 => 10,
        <= 70 => 11,
        _ => 12,
    };

    /// <summary>0–7: of the prose around one.</summary>
    public static int Amount(int words) => words switch
    {
        0 => 0,
        < 20 => 1,
        < 50 => 2,
        < 100 => 3,
        < 200 => 4,
        < 400 => 5,
        < 1000 => 6,
        _ => 7,
    };

    /// <summary>0–13: of the sign with which a line begins or ends.</summary>
    public static int Sort(char c) =>
        char.IsUpper(c) ? 0 : char.IsLower(c) ? 1 : char.IsDigit(c) ? 2 : c switch
        {
            '.' or '…' => 3,
            '!' or '?' => 4,
            ':' => 5,
            '"' or '“' or '”' => 6,
            '\'' or '‘' or '’' => 7,
            ')' or ']' or '(' or '[' => 8,
            ',' or ';' => 9,
            '•' or '*' or '-' or '–' or '—' => 10,
            '»' or '>' or '›' or '|' => 11,
            '@' or '#' => 12,
            _ => 13,
        };

    /// <summary>Five bits: an address of mail or of the web, a quotation mark, a digit, a currency.</summary>
    public static int Marks(string line) =>
        (line.Contains('@') ? 1 : 0)
        + (line.Contains("http", StringComparison.Ordinal) || line.Contains("www.", StringComparison.Ordinal) ? 2 : 0)
        + (line.Contains('"') || line.Contains('“') ? 4 : 0)
        + (line.AsSpan().ContainsAnyInRange('0', '9') ? 8 : 0)
        + (line.Contains('$') || line.Contains('£') || line.Contains('€') ? 16 : 0);
}
