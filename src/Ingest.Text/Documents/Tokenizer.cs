using System.Buffers;
using System.Globalization;

namespace Ingest.Text.Documents;

/// <summary>
/// Cuts a paragraph into tokens, from left to right, each the longest that fits:
/// <code>
/// token    := address | word | number | quote-mark | run of one punctuation mark | sign
/// address  := ("http://" | "https://" | "www.") non-blank+ | "@" name | "#" name | name "@" host
/// word     := letter (letter | digit | mark | joint letter)*  [ "." after an abbreviation ]  clitic?
/// joint    := apostrophe | hyphen | "." inside an acronym | "&amp;" between capitals
/// clitic   := "'s" | "'ll" | "'re" | "'ve" | "'d" | "'m" | "n't"
/// number   := digit (digit | ("." | "," | ":") digit)*  letters?
/// </code>
/// A hyphen parts a name from what is said of it ("U.S.-led", "Kyiv-based"), and joins everything else ("al-Assad", "Jean-Luc").
/// </summary>
internal static class Tokenizer
{
    private static readonly SearchValues<char> Apostrophes = SearchValues.Create("'’ʼ");
    private static readonly SearchValues<char> Hyphens = SearchValues.Create("-‐‑");
    private static readonly SearchValues<char> QuotationMarks = SearchValues.Create("\"'`´‘’‚‛“”„‟«»‹›″′＂");

    private static readonly WordSet Clitics = WordSet.InAnyCase("s ll re ve d m");

    // What is said of a name after a hyphen, as far as it is short. What is long is said of it too ("Kremlin-friendly"), all other short
    // words are parts of names ("Jong-un", "Stratford-upon-Avon") or of everyday words ("Long-term").
    private static readonly WordSet SaidOfNames = WordSet.AsWritten(
        "based led born run made built style wide era like held owned aged type free only bound bred linked");

    /// <summary>In letters, the longest small part of a name ("Sang-kyung").</summary>
    private const int MaxNamePart = 5;

    public static bool IsApostrophe(char c) => Apostrophes.Contains(c);

    public static bool IsQuotationMark(char c) => QuotationMarks.Contains(c);

    /// <summary>Appends the tokens of <paramref name="within"/> to <paramref name="tokens"/>.</summary>
    public static void Tokenize(string text, TextSpan within, List<Token> tokens)
    {
        var at = within.Start;
        while (at < within.End)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            at = Next(text, at, within.End, tokens);
        }
    }

    private static int Next(string text, int start, int limit, List<Token> tokens)
    {
        var c = text[start];
        if (AddressEnd(text, start, limit) is var addressEnd and > 0)
            return Add(tokens, start, addressEnd, TokenKind.Address);
        if (IsLetter(text, start))
            return Word(text, start, limit, tokens);
        if (char.IsDigit(c))
            return Add(tokens, start, NumberEnd(text, start, limit), TokenKind.Number);
        if (IsQuotationMark(c))
        {
            var doubled = c is '\'' or '`' && start + 1 < limit && text[start + 1] == c;   // ``LaTeX'' marks of old wires
            return Add(tokens, start, start + (doubled ? 2 : 1), TokenKind.QuotationMark);
        }

        if (char.IsPunctuation(c))
        {
            var end = start + 1;
            while (c is '.' or '-' or '!' or '?' or '*' or '_' && end < limit && text[end] == c)
                end++;
            return Add(tokens, start, end, TokenKind.Punctuation);
        }

        return Add(tokens, start, start + (char.IsSurrogatePair(text, start) ? 2 : 1), TokenKind.Symbol);
    }

    private static int Word(string text, int start, int limit, List<Token> tokens)
    {
        var end = start;
        while (end < limit)
        {
            var c = text[end];
            if (IsLetter(text, end) || char.IsDigit(c) || IsMark(c))
                end += char.IsHighSurrogate(c) ? 2 : 1;
            else if (!IsJoint(text, start, end, limit))
                break;
            else
                end++;
        }

        end = Math.Min(end, limit);
        if (end < limit && text[end] == '.' && KeepsPoint(text.AsSpan(start, end - start)))
            end++;

        var clitic = CliticStart(text, start, end);
        if (clitic < 0)
            return Add(tokens, start, end, TokenKind.Word);
        Add(tokens, start, clitic, TokenKind.Word);
        return Add(tokens, clitic, end, TokenKind.Clitic);
    }

    /// <summary>Whether the sign at <paramref name="at"/> joins the word that began at <paramref name="start"/> to what follows.</summary>
    private static bool IsJoint(string text, int start, int at, int limit)
    {
        if (at + 1 >= limit || !(IsLetter(text, at + 1) || char.IsDigit(text[at + 1])))
            return false;
        var c = text[at];
        if (IsApostrophe(c))
            return IsLetter(text, at + 1);
        if (Hyphens.Contains(c))
            return !PartsName(text, start, at, limit);
        if (c == '&')
            return char.IsUpper(text[at - 1]) && char.IsUpper(text[at + 1]);
        // "U.S", "e.g": single letters on both sides of the point; or "Ph.D".
        return c == '.' && char.IsLetter(text[at + 1])
            && (IsSingleLetterBefore(text, start, at) || (text[at + 1] is 'D' && text.AsSpan(start, at - start) is "Ph"))
            && (at + 2 >= limit || !char.IsLetterOrDigit(text[at + 2]));
    }

    private static bool IsSingleLetterBefore(string text, int start, int point) =>
        char.IsLetter(text[point - 1]) && (point - 1 == start || text[point - 2] is '.' or '-' or '&');

    private static bool PartsName(string text, int start, int hyphen, int limit)
    {
        if (text[hyphen - 1] == '.')
            return true;
        if (!char.IsUpper(text[start]) || hyphen - start < 2 || !char.IsLower(text[hyphen + 1]))
            return false;
        var end = hyphen + 1;
        while (end < limit && char.IsLower(text[end]))
            end++;
        return end - hyphen - 1 > MaxNamePart || SaidOfNames.Contains(text.AsSpan(hyphen + 1, end - hyphen - 1));
    }

    private static bool KeepsPoint(ReadOnlySpan<char> word) =>
        word.Contains('.') || (word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I') || Abbreviations.Contains(word);

    /// <summary>Where the clitic of a word starts; −1 when it has none.</summary>
    private static int CliticStart(string text, int start, int end)
    {
        var apostrophe = text.AsSpan(start, end - start).LastIndexOfAny(Apostrophes);
        if (apostrophe < 1)
            return -1;
        apostrophe += start;
        var after = text.AsSpan(apostrophe + 1, end - apostrophe - 1);
        if (after is "t" or "T" && apostrophe - 1 > start && text[apostrophe - 1] is 'n' or 'N')
            return apostrophe - 1;
        return Clitics.Contains(after) ? apostrophe : -1;
    }

    private static int NumberEnd(string text, int start, int limit)
    {
        var end = start + 1;
        while (end < limit)
        {
            if (char.IsLetterOrDigit(text[end]))
                end++;
            else if (end + 1 < limit && (text[end] is '.' or ',' or ':' && char.IsDigit(text[end + 1]) && char.IsDigit(text[end - 1])
                     || (Hyphens.Contains(text[end]) && char.IsLower(text[end + 1]))))
                end += 2;
            else
                break;
        }

        return end;
    }

    /// <summary>End of the address that starts here; 0 when none does.</summary>
    private static int AddressEnd(string text, int start, int limit)
    {
        var rest = text.AsSpan(start, limit - start);
        if (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            var end = start;
            while (end < limit && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '“' or '”' or '<' or '>'))
                end++;
            while (end > start && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'' or '’')
                end--;
            return end;
        }

        if (rest[0] is '@' or '#' && rest.Length > 1 && IsNameSign(rest[1]))
            return start + 1 + NameLength(rest[1..]);
        if (!char.IsAsciiLetterOrDigit(rest[0]))
            return 0;

        // An e-mail address: name "@" host "." top. The name is short; the scan is bounded by RFC 5321's 64 octets.
        var at = rest[..Math.Min(rest.Length, 65)].IndexOf('@');
        if (at <= 0 || at + 1 >= rest.Length || rest[..at].ContainsAnyExcept(MailName))
            return 0;
        var host = rest[(at + 1)..].IndexOfAnyExcept(MailName);
        host = host < 0 ? rest.Length - at - 1 : host;
        while (host > 0 && rest[at + host] == '.')
            host--;
        return rest.Slice(at + 1, host).Contains('.') ? start + at + 1 + host : 0;
    }

    private static readonly SearchValues<char> MailName =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._%+-");

    private static int NameLength(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && IsNameSign(rest[length]))
            length++;
        return length;
    }

    private static bool IsNameSign(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static bool IsLetter(string text, int at) =>
        char.IsLetter(text[at]) || (char.IsHighSurrogate(text[at]) && char.IsSurrogatePair(text, at) && char.IsLetter(text, at));

    private static bool IsMark(char c) =>
        c == '\u00ad'
            || (c > '\u02ff' && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static int Add(List<Token> tokens, int start, int end, TokenKind kind)
    {
        tokens.Add(new Token(new TextSpan(start, end), kind));
        return end;
    }
}
