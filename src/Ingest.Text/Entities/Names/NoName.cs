using System.Globalization;
using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Recognises mentions of the tagger that are no names:
/// <code>
/// none := clitic | address | zone | sum | currency              "'s", "roe@elm.com", "BST" behind a time, "C$", "Naira"
///       | party "-" state | exchange ":" sign                   "R-TX", "NYSE: AMTR"
///       | "Fortune" number                                      "Fortune 500"
///       | "H.R." number | number "U.S.C."                       a bill of a parliament, a title of a code
///       | name "'s" ailment                                     "Parkinson" of "Parkinson's disease"
///       | ("the" | "this") document                             "the Bill", "this Agreement"; of a person or a work
///       | word+ officer | "Second Gentleman"                    "National Security Adviser"
///       | kind                                                  "Tribal" partners; of an organisation or a place
///       | ("National" | "Royal" | …) before a capital           "National" Chairman, "Royal" Household; of an organisation
///       | office "of the Hon"                                   "Office of the Hon" Jane Roe
///       | <see cref="Portfolio"/>                               "Customs and Road Safety" of the Minister for Justice, Customs and …
///       | "(TM)"
///       | letters of another script
/// </code>
/// </summary>
internal static class NoName
{
    private static readonly WordSet Exchanges = WordSet.AsWritten(
        """
        AIM AMEX ASX BSE CSE Euronext EURONEXT FSE HKEX HOSE HoSE JSE LSE Nasdaq NASDAQ NSE NYSE NZX OTC OTCPK OTCQB OTCQX SEHK SGX TSX
        TSXV TSX-V XETRA
        """);

    // Currencies that are neither a person's nor a place's name.
    private static readonly WordSet Currencies = WordSet.AsWritten("Cedi Dirham Naira Ringgit Rupee Rupees Rupiah");

    // Officers who are not also a body; a commissioner may be one, with the staff.
    private static readonly WordSet Officers = WordSet.AsWritten(
        "Adviser Advisor Ambassador Attorney Chairman Director Governor Minister Ministers Officer Officers Secretary Spokesman");

    // With a capital, as a bill or a contract writes what it has defined.
    private static readonly WordSet Documents = WordSet.AsWritten("Act Agreement Award Bill Order Plan Report Statement Summit Treaty");

    // With a capital, as governments write them; no body and no place has this name alone.
    private static readonly WordSet Kinds = WordSet.AsWritten("Allies Congressional States Studies Tribal");

    private static readonly WordSet Ailments = WordSet.AsWritten("Disease disease Lymphoma lymphoma Palsy palsy Syndrome syndrome");

    public static bool Is(Document doc, Mention mention) =>
        doc.Tokens[doc.TokenAt(mention.Span.Start)].Kind == TokenKind.Clitic
        || mention.Span.In(doc.Text).Contains('@')
        || IsBill(doc, mention)
        || IsCode(doc, mention)
        || IsAilment(doc, mention)
        || (mention.Type != EntityType.Person && Currencies.Contains(mention.Span.In(doc.Text)))
        || IsOfficer(doc, mention)
        || mention.Span.In(doc.Text) is "First Lady" or "First Gentleman" or "Second Lady" or "Second Gentleman"
        || IsKind(doc, mention)
        || (mention.Type == EntityType.Organization && (IsRank(doc, mention) || Portfolio.Holds(doc, mention)))
        || IsTrademark(doc.Text, mention.Span)
        || TimeOfDay.IsZone(doc, mention)
        || IsPartyAndState(doc.TextOf(doc.Tokens[doc.TokenAt(mention.Span.Start)]))
        || IsOfWestVirginia(doc.Text, mention.Span)
        || IsRanking(doc, mention)
        || IsDraft(doc, mention)
        || IsTicker(doc, mention.Span)
        || EndsInSign(doc, mention)
        || IsOfAddress(doc.Text, mention.Span)
        || IsForeign(mention.Span.In(doc.Text));

    /// <summary>
    /// Whether the word is a politician's party, state and district: "R-Wis.", "D-Ohio", "R-TX", "R-TX-2"; not "D-Day".
    /// </summary>
    private static bool IsPartyAndState(ReadOnlySpan<char> word) =>
        word is ['R' or 'D' or 'I', '-', >= 'A' and <= 'Z', _, ..]
        && word[2..].TrimEnd("0123456789").TrimEnd("-.").ToString() is var state
        && (PostalCode.Is(state)
            || state is "La" or "Wash"   // other words, too, so that no list of places has them
            || (Gazetteer.Default.Find(state) & WordLists.Place) != 0
            || !EntityKey.Of(EntityType.Location, state).EndsWith($"|{state.ToLowerInvariant()}", StringComparison.Ordinal));

    /// <summary>Whether the mention is a part of "D-W.Va.", which its point breaks.</summary>
    private static bool IsOfWestVirginia(string text, TextSpan span) =>
        text.AsSpan(0, span.Start).EndsWith("-W.") || (span.In(text) is "D-W" or "R-W" && text.AsSpan(span.End) is ['.', 'V', 'a', ..]);

    /// <summary>Whether the mention is a magazine after which firms are ranked: "a [Fortune] 500 company".</summary>
    private static bool IsRanking(Document doc, Mention mention) => mention.Span.In(doc.Text) is "Fortune"
        && doc.TokenAt(mention.Span.End - 1) + 1 is var next && next < doc.Tokens.Count && doc.Tokens[next].Kind == TokenKind.Number;

    /// <summary>
    /// Whether the mention is a document that the text is about: "the Bill", "this Agreement"; not "the Bill and Jane Roe Foundation".
    /// </summary>
    private static bool IsDraft(Document doc, Mention mention) => mention.Type is EntityType.Person or EntityType.Work
        && Documents.Contains(mention.Span.In(doc.Text))
        && doc.TokenAt(mention.Span.Start) is > 0 and var token && doc.TextOf(doc.Tokens[token - 1]) is "the" or "The" or "this" or "This"
        && !(token + 2 < doc.Tokens.Count && doc.TextOf(doc.Tokens[token + 1]) is "and" or "&" && doc.IsCapital(token + 2));

    /// <summary>Whether the mention is a word for some bodies or places and no name: "Tribal partners"; but "in the States".</summary>
    private static bool IsKind(Document doc, Mention mention) =>
        Kinds.Contains(mention.Span.In(doc.Text))
        && (mention.Type == EntityType.Organization || (mention.Type == EntityType.Location && mention.Span.In(doc.Text) is not "States"));

    /// <summary>
    /// Whether the mention is a word that ranks what follows, "the [National] Chairman", or the office of a person who follows with a form
    /// of address: "[Office of the Hon] Jane Roe".
    /// </summary>
    private static bool IsRank(Document doc, Mention mention)
    {
        var next = doc.TokenAt(mention.Span.End - 1) + 1;
        return next < doc.Tokens.Count && doc.IsCapital(next) && doc.Tokens[next].Span.Start == mention.Span.End + 1
            && (mention.Span.In(doc.Text) is "National" or "Royal" or "Federal" or "State"
                || (mention.Span.In(doc.Text).StartsWith("Office of", StringComparison.Ordinal)
                    && mention.Span.In(doc.Text).EndsWith(" Hon", StringComparison.Ordinal)));
    }

    /// <summary>"Kestrel(TM)".</summary>
    private static bool IsTrademark(string text, TextSpan span) =>
        span.In(text) is "TM" or "SM" && span.Start > 1 && text[span.Start - 1] == '(' && char.IsLetterOrDigit(text[span.Start - 2])
        && span.End < text.Length && text[span.End] == ')';

    /// <summary>Whether the mention is a bill of the House of Representatives: "H.R. 21".</summary>
    private static bool IsBill(Document doc, Mention mention) => mention.Span.In(doc.Text) is "H.R." or "H.R" or "HR"
        && doc.TokenAt(mention.Span.End - 1) + 1 is var next && next < doc.Tokens.Count && doc.Tokens[next].Kind == TokenKind.Number;

    /// <summary>Whether the mention is the laws of the United States, cited by title: "3 U.S.C. 301".</summary>
    private static bool IsCode(Document doc, Mention mention) => mention.Span.In(doc.Text) is "U.S.C." or "U.S.C" or "USC"
        && doc.TokenAt(mention.Span.Start) is > 0 and var first && doc.Tokens[first - 1].Kind == TokenKind.Number;

    /// <summary>Whether an ailment is called by the name: "Parkinson's disease".</summary>
    private static bool IsAilment(Document doc, Mention mention)
    {
        var next = doc.TokenAt(mention.Span.End - 1) + 1;
        return next + 1 < doc.Tokens.Count && doc.Tokens[next].Kind == TokenKind.Clitic
            && Ailments.Contains(doc.TextOf(doc.Tokens[next + 1]));
    }

    /// <summary>
    /// Whether the mention is the holder of an office: "National Security Adviser"; not "Office of the National Security Adviser".
    /// </summary>
    private static bool IsOfficer(Document doc, Mention mention)
    {
        var (first, last) = (doc.TokenAt(mention.Span.Start), doc.TokenAt(mention.Span.End - 1));
        if (mention.Type != EntityType.Organization || last == first || !Officers.Contains(doc.TextOf(doc.Tokens[last])))
            return false;
        for (var i = first; i < last; i++)
        {
            if (doc.TextOf(doc.Tokens[i]) is "of" or "for" or "and" or "&")
                return false;
        }

        return (Gazetteer.Default.Find(mention.Span.In(doc.Text)) & WordLists.Organization) == 0;
    }

    /// <summary>
    /// Whether the mention is a share's sign at an exchange: "AMTR" of "(NYSE: AMTR)"; not "NSE: Acme Bank rose" or "LSE: Roe to lead".
    /// </summary>
    private static bool IsTicker(Document doc, TextSpan span)
    {
        if (Letters.HasSmall(span.In(doc.Text)) || doc.Text.AsSpan(..span.Start).TrimEnd(' ') is not [.. var before, ':'])
            return false;
        var exchange = before[(before.LastIndexOfAny(" (\n\t;,") + 1)..];
        if (Exchanges.Contains(exchange) || before.EndsWith("NYSE American") || before.EndsWith("NYSE Arca"))
            return true;
        // "(ZSE: AMTR)": whatever exchange that is.
        const int longest = 6;   // letters
        return exchange.Length is > 1 and <= longest && span.Length < longest && before.Length > exchange.Length
            && before[^(exchange.Length + 1)] is '('
            && !exchange.ContainsAnyExceptInRange('A', 'Z') && !span.In(doc.Text).ContainsAnyExceptInRange('A', 'Z')
            && span.End < doc.Text.Length && doc.Text[span.End] is ')' or ',' or ';';
    }

    /// <summary>Whether the mention ends in a currency's sign, and so begins a sum: "C$" before a number.</summary>
    private static bool EndsInSign(Document doc, Mention mention) =>
        mention.Type != EntityType.Money && char.GetUnicodeCategory(doc.Text[mention.Span.End - 1]) == UnicodeCategory.CurrencySymbol;

    /// <summary>
    /// Whether the mention is a piece of a site's address: "twitter" of "pic.twitter.com", "au" of "news.com.au", "aBcD" of
    /// "elm.com/aBcD".
    /// </summary>
    private static bool IsOfAddress(string text, TextSpan span) => span.Start > 1 && char.IsLower(text[span.Start - 2])
        && (text[span.Start - 1] == '/'
            ? IsPath(text.AsSpan(..(span.Start - 1)))
            : text[span.Start - 1] == '.' && !span.In(text).ContainsAnyExceptInRange('a', 'z'));

    /// <summary>Whether the text ends in a site's address: "elm.com", "elm.com/roads".</summary>
    private static bool IsPath(ReadOnlySpan<char> before)
    {
        const int longest = 100;   // UTF-16 units, of a site's name and the way to a page
        before = before[Math.Max(0, before.Length - longest)..];
        return before[(before.LastIndexOfAny(" \n\t\"“(") + 1)..].Contains('.');
    }

    /// <summary>
    /// Whether the name is mostly in letters of another script, or has neither letters nor digits. The tagger does not know such names.
    /// </summary>
    private static bool IsForeign(ReadOnlySpan<char> name)
    {
        var (own, others) = (0, 0);
        foreach (var c in name)
        {
            if (char.IsAsciiDigit(c) || (char.IsLetter(c) && c is < '\u0250' or >= '\u1E00' and < '\u1F00'))
                own++;
            else if (char.IsLetter(c))
                others++;
        }

        return own == 0 || others > own;
    }
}
