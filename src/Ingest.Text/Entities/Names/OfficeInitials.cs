using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// The initials of offices that an article spells out. Whoever holds the office is meant by them, and no body:
/// <code>
/// initials := office "(" INITIALS ")"      "Deputy Commissioner of Police (DCP)", "National Roads Adviser (NRA)"
/// </code>
/// An office's last word before "of" or "to" is an officer: not "Association of Chief Police Officers (ACPO)". An office "for" something is
/// often a body: "Roads Inspector for Elm Valley (RIEV)".
/// </summary>
internal sealed class OfficeInitials
{
    private const int Least = 2, Most = 6;   // letters

    private static readonly WordSet Officers = WordSet.AsWritten(
        """
        Administrator Adviser Advisor Advocate Ambassador Attorney-General Auditor-General Chairman Chancellor Chief Commandant
        Commissioner Comptroller Controller Director Director-General General Governor Inspector Inspector-General Manager Minister Officer
        President Registrar Secretary Secretary-General Superintendent Vice-Chancellor
        """);

    private readonly HashSet<string> _initials = [];

    public OfficeInitials(Document doc)
    {
        for (var i = 2; i + 1 < doc.Tokens.Count; i++)
        {
            if (Text(doc, i - 1) is "(" && Text(doc, i + 1) is ")" && IsOfOffice(doc, i))
                _initials.Add(Text(doc, i).ToString());
        }
    }

    /// <summary>Whether the mention is such initials.</summary>
    public bool Contain(Document doc, Mention mention) =>
        _initials.Count > 0 && mention.Span.Length <= Most && _initials.Contains(mention.Span.In(doc.Text).ToString());

    private static bool IsOfOffice(Document doc, int token)
    {
        var initials = Text(doc, token);
        if (initials.Length is < Least or > Most || initials.ContainsAnyExceptInRange('A', 'Z'))
            return false;
        var (at, left, isBeforeLink, isOffice) = (token - 2, initials.Length, true, false);
        for (; at >= 0 && left > 0; at--)
        {
            var word = Text(doc, at);
            var isLink = word is "of" or "the" or "to" or "and" or "on" or "in" or "-" or "," or "&";
            if (!isLink && isBeforeLink)
                isOffice = Officers.Contains(word);
            isBeforeLink = word is "of" or "to";
            if (word is "for")
                return false;
            // A link may give a letter, "Chief of Air Staff (COAS)", but not the first.
            if (isLink && (left == 1 || !char.IsLetter(word[0]) || char.ToUpperInvariant(word[0]) != initials[left - 1]))
                continue;
            if (!isLink && !char.IsUpper(word[0]))
                return false;
            // "Director-General" gives one letter or two.
            var dash = word.IndexOf('-');
            if (dash > 0 && left > 1 && dash + 1 < word.Length && char.ToUpperInvariant(word[dash + 1]) == initials[left - 1]
                && word[0] == initials[left - 2])
                left -= 2;
            else if (char.ToUpperInvariant(word[0]) == initials[left - 1])
                left--;
            else
                return false;
        }

        return left == 0 && isOffice;
    }

    private static ReadOnlySpan<char> Text(Document doc, int token) => doc.TextOf(doc.Tokens[token]);
}
