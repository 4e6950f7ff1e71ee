using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Completes a name whose initials follow in brackets, where the tagger found only its end:
/// <code>
/// name := Capital (("," | small word)* Capital)*   "(" initials ")"       "Roads, Harbours and [Bridges Elm] (RHBE)"
/// </code>
/// The name's capitals are exactly the initials, in order.
/// </summary>
internal static class SpelledOut
{
    /// <summary>In letters; shorter initials fit too many names.</summary>
    private const int Least = 3, Most = 8;

    /// <summary>The whole name; null where the mention is already whole, or no initials in brackets tell more.</summary>
    public static Mention? Whole(Document doc, Mention mention)
    {
        if (mention.Type is not (EntityType.Organization or EntityType.Facility or EntityType.Location))
            return null;
        var (first, end) = (doc.TokenAt(mention.Span.Start), doc.TokenAt(mention.Span.End - 1) + 1);
        if (end + 2 >= doc.Tokens.Count || Text(doc, end) is not "(" || Text(doc, end + 2) is not ")")
            return null;
        var initials = Text(doc, end + 1);
        if (initials.Length is < Least or > Most || initials.ContainsAnyExceptInRange('A', 'Z'))
            return null;
        var left = initials.Length;
        var limit = doc.Sentences[doc.SentenceAt(mention.Span.Start)].FirstToken;
        var start = end;
        for (var i = end - 1; i >= limit && left > 0; i--)
        {
            var word = Text(doc, i);
            if (char.IsUpper(word[0]))
            {
                if (word[0] != initials[left - 1])
                    return null;
                (left, start) = (left - 1, i);
            }
            else if (!(i >= first || word is "," or "and" or "&" or "of" or "for" or "on" || doc.Tokens[i].Kind == TokenKind.Clitic
                || (word is "the" && i > limit && Text(doc, i - 1) is "of" or "for" or "on")))
            {
                return null;
            }
        }

        return left == 0 && start < first
            ? new Mention(
                new TextSpan(doc.Tokens[start].Span.Start, mention.Span.End),
                mention.Type == EntityType.Facility ? EntityType.Facility : EntityType.Organization)
            : null;
    }

    private static ReadOnlySpan<char> Text(Document doc, int token) => doc.TextOf(doc.Tokens[token]);
}
