namespace Ingest.Text.Documents;

/// <summary>Marks of one family close each other: writers mix straight and curly ones.</summary>
internal enum MarkFamily : byte
{
    Double,
    Single,
    Angle,
    SingleAngle,

    /// <summary>U+FFFD, or "?" where no question can stand: marks that a wrong character set lost. Only in pairs.</summary>
    Lost,
    LostToQuestion,
}

/// <summary>A mark that may open or close a quotation where it stands; apostrophes are none.</summary>
internal readonly record struct QuotationMark(TextSpan Span, char Sign, MarkFamily Family, bool MayOpen, bool MayClose)
{
    public const char LostSign = '\uFFFD';

    // '90s, 'em: letters left out, not a quotation.
    private static readonly string[] Elisions = ["em", "til", "tis", "twas", "cause", "bout", "n"];

    /// <summary>The mark at <paramref name="at"/>; null when there is none, or an apostrophe.</summary>
    public static QuotationMark? Read(string text, int at, TextSpan paragraph)
    {
        if (text[at] is LostSign or '?')
            return Lost(text, at, paragraph);
        var (sign, end) = text[at] == '&' && EscapedMark.At(text.AsSpan(at, paragraph.End - at)) is var (escaped, length)
            ? (escaped, at + length)
            : (text[at], at + 1);
        if (FamilyOf(sign) is not { } family)
            return null;
        if (sign is '\'' or '`' && end < paragraph.End && text[end] == sign)   // ''so'' and ``so'': double marks of old wires
            (family, end) = (MarkFamily.Double, end + 1);

        var before = at > paragraph.Start ? text[at - 1] : ' ';
        var after = end < paragraph.End ? text[end] : ' ';
        if (family == MarkFamily.Single && IsApostrophe(text, sign, before, after, end, paragraph.End))
            return null;

        var span = new TextSpan(at, end);
        return sign switch
        {
            // "… again,“ says Roe": no word begins behind it.
            '“' when IsEnd(before) && (char.IsWhiteSpace(after) || after is ',' or '.' or ';') =>
                new(span, sign, family, MayOpen: false, MayClose: true),
            // "… again, “ says Roe": a blank behind, and punctuation before.
            '“' when char.IsWhiteSpace(after)
                && at - 1 > paragraph.Start
                && char.IsWhiteSpace(before)
                && text[at - 2] is ',' or '.' or '?' or '!' =>
                new(span, sign, family, MayOpen: false, MayClose: true),
            '“' or '‟' or '„' or '‘' or '‚' or '‛' or '«' or '‹' => new(span, sign, family, MayOpen: true, MayClose: false),
            '’' or '´' => new(span, sign, family, MayOpen: false, MayClose: true),
            '”' or '»' or '›' => new(span, sign, family, IsLead(before) && !char.IsWhiteSpace(after), MayClose: true),
            _ => Straight(span, sign, family, before, after),
        };
    }

    /// <summary>
    /// Whether this mark ends what <paramref name="opening"/> began. Low and turned marks close by what elsewhere opens: „so“,
    /// ‚so‘, »so«.
    /// </summary>
    public bool Closes(QuotationMark opening) => Family == opening.Family && (opening.Sign, Sign) switch
    {
        ('„', '“') or ('‚', '‘') or ('»', '«') or ('›', '‹') => true,
        _ => MayClose && !(MayOpen && Sign is '”' or '»' or '›' && opening.Sign != Sign),
    };

    private static QuotationMark Straight(TextSpan span, char sign, MarkFamily family, char before, char after)
    {
        var opens = !char.IsWhiteSpace(after)
            && after is not (',' or ';' or ')')
            && (IsLead(before) || (family == MarkFamily.Double && char.IsLetter(after)));
        var closes = !char.IsWhiteSpace(before) && !(IsOpenBracket(before) && opens);
        // Blanks on both sides: the order of the marks must tell.
        return opens || closes ? new(span, sign, family, opens, closes)
            : new(span, sign, family, family == MarkFamily.Double, family == MarkFamily.Double);
    }

    private static QuotationMark? Lost(string text, int at, TextSpan paragraph)
    {
        var before = at > paragraph.Start ? text[at - 1] : ' ';
        var after = at + 1 < paragraph.End ? text[at + 1] : ' ';
        var isQuestion = text[at] == '?';
        var opens = (char.IsWhiteSpace(before) || IsOpenBracket(before)) && char.IsLetter(after);
        var closes = !char.IsLetterOrDigit(after) && (isQuestion ? before is ',' or '.' or '!' or '?' : !char.IsWhiteSpace(before));
        return opens || closes
            ? new(new TextSpan(at, at + 1), text[at], isQuestion ? MarkFamily.LostToQuestion : MarkFamily.Lost, opens, closes)
            : null;
    }

    private static bool IsApostrophe(string text, char sign, char before, char after, int end, int limit)
    {
        if (char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after))
            return sign != '‚';   // "Roe‘s plan": no quotation opens behind a letter
        if (before is 'n' && end > 2 && FamilyOf(text[end - 3]) == MarkFamily.Single)
            return true;   // rock 'n' roll
        if (char.IsLetterOrDigit(before) || !char.IsLetterOrDigit(after))
            return false;
        var length = 1;
        while (end + length < limit && length < 7 && char.IsLetterOrDigit(text[end + length]))
            length++;
        var word = text.AsSpan(end, length);
        if (word.Length == 3 && char.IsDigit(word[0]) && char.IsDigit(word[1]) && word[2] == 's')
            return true;
        foreach (var elision in Elisions)
        {
            if (word.Equals(elision, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsLead(char before) =>
        char.IsWhiteSpace(before) || IsOpenBracket(before) || before is '-' or '–' or '—' or '/' or ':' or ','
            || (FamilyOf(before) is not null && before is not ('”' or '’'));

    private static bool IsEnd(char c) => char.IsLetterOrDigit(c) || c is ',' or '.' or '?' or '!' or '…';

    private static bool IsOpenBracket(char c) => c is '(' or '[' or '{';

    private static MarkFamily? FamilyOf(char c) => c switch
    {
        '"' or '“' or '”' or '„' or '‟' or '″' or '＂' => MarkFamily.Double,
        '\'' or '‘' or '’' or '‚' or '‛' or '`' or '´' => MarkFamily.Single,
        '«' or '»' => MarkFamily.Angle,
        '‹' or '›' => MarkFamily.SingleAngle,
        _ => null,
    };
}
