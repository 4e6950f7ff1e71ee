using Ingest.Text.Documents;
using Ingest.Text.Entities;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>
/// Finds the author where the source is the author's words:
/// <code>
/// source := whose word* noun …      "Roe's message", "Acme's web site", "her latest book, which came out in May"
/// whose  := name "'s" | "his" | "her" | "its"
/// </code>
/// </summary>
internal sealed class OwnWords(Document doc, MentionIndex mentions)
{
    private const int MaxModifiers = 2;   // words: "her long opening statement"

    private static readonly WordSet Nouns = WordSet.InAnyCase(
        """
        account accounts address advice affidavit album announcement answer article autobiography blog book column comment comments
        complaint conclusion diary email emails essay guidelines headline interview lawsuit letter letters manifesto memo memoir memoirs
        message messages motto note notes notice op-ed post posts reaction remark remarks reply report response slogan speech statement
        statements tagline testimony text texts tweet tweets verdict video warning web website words
        """);

    /// <summary>The author; null where the source is nobody's words.</summary>
    public Entity? OwnerIn(TextSpan source)
    {
        var first = doc.TokenAt(source.Start);
        var i = mentions.FirstEndingAfter(source.Start);
        if (i >= mentions.Count
            || mentions[i] is not ({ } span, { Type: EntityType.Person or EntityType.Organization } owner, var kind)
            || span.Start > doc.Tokens[first].Span.End + 1)
            return null;
        var noun = doc.TokenAt(span.End);
        if (kind != MentionKind.Pronoun)
        {
            if (noun >= doc.Tokens.Count || doc.Tokens[noun].Kind != TokenKind.Clitic)
                return null;
            noun++;
        }

        for (var last = noun + MaxModifiers; noun <= last
            && noun < doc.Tokens.Count
            && doc.Tokens[noun] is (var word, TokenKind.Word)
            && word.End <= source.End; noun++)
        {
            if (Nouns.Contains(word.In(doc.Text)))
                return owner;
        }

        return null;
    }
}
