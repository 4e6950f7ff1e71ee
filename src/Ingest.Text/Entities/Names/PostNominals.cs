using Ingest.Text.Documents;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Letters behind a name for an honour, an office or a degree, and a degree's subject. They are no names:
/// <code>
/// letters := NAME (","? letter+)+        "Jane Roe, M.D., Ph.D.", "Jane Roe KC"
///          | NAME "(" letter+ ")"        "Jane Roe (SAN)"
///          | ("a" | "an") degree         "an MBA"
/// subject := degree ("in" | "of") NAME   "an MBA in Business Administration"
/// </code>
/// </summary>
internal static class PostNominals
{
    private static readonly WordSet Degrees = WordSet.AsWritten("BSc DPhil EdD JD LLB LLM MBA MPA MPH MPhil MSc MSW PhD PharmD PsyD ScD");

    private static readonly WordSet Others = WordSet.AsWritten(
        """
        AC AM AO APM CBE CFA CFP CFR CMG CPA CSC CSM CVO DBE DDS DMD DSC DVM Esq FACP FACS FAIA FCA FMedSci FRCP FRCS FREng FRIBA FRS
        FRSA FRSC FRSE GBE GCFR GCON KBE KC KCMG MBE MD MEP MFR MHA MLA MLC MP MSP OAM OBE OFR PSM QC RN Retd Rtd SAN SC TD
        """);

    /// <param name="word">With its points or without: "Ph.D.", "PhD".</param>
    public static bool Contains(ReadOnlySpan<char> word)
    {
        const int longest = 10;   // with points
        if (word.Length > longest)
            return false;
        Span<char> letters = stackalloc char[word.Length];
        var length = 0;
        foreach (var c in word)
        {
            if (c != '.')
                letters[length++] = c;
        }

        return IsDegree(letters[..length]) || Others.Contains(letters[..length]);
    }

    /// <summary>Whether the mention is only such letters, or the subject of a degree.</summary>
    /// <param name="doc">The document.</param>
    /// <param name="mention">A mention.</param>
    /// <param name="before">The last name before it; null where there is none.</param>
    public static bool Hold(Document doc, Mention mention, Mention? before)
    {
        if (mention.Type is EntityType.Date or EntityType.Money)
            return false;
        var (first, last) = (doc.TokenAt(mention.Span.Start), doc.TokenAt(mention.Span.End - 1));
        if (first > 1 && Text(doc, first - 1) is "in" or "of" && IsDegree(Text(doc, first - 2)))
            return mention.Type == EntityType.Organization;
        for (var i = first; i <= last; i++)
        {
            if (!Contains(Text(doc, i)) && Text(doc, i) is not ("," or "."))
                return false;
        }

        return first > 0 && ((IsDegree(Text(doc, first)) && Text(doc, first - 1) is "a" or "an")
            || (before is { Type: EntityType.Person } name && EndsThere(doc, last + 1) && StartOf(doc, first) == name.Span.End));
    }

    /// <summary>The end of the name before the letters, which go up to this token; −1 where there is none.</summary>
    private static int StartOf(Document doc, int first)
    {
        var at = first;
        while (at > 0 && (Text(doc, at - 1) is "," or "(" || Contains(Text(doc, at - 1))))
            at--;
        return at > 0 ? doc.Tokens[at - 1].Span.End : -1;
    }

    /// <summary>Whether the phrase ends there; "Roe, a CPA [firm]" does not.</summary>
    private static bool EndsThere(Document doc, int next) =>
        next == doc.Tokens.Count || doc.Tokens[next].Kind != TokenKind.Word || WordUses.Of(Text(doc, next)) != WordUse.None;

    private static bool IsDegree(ReadOnlySpan<char> word) => Degrees.Contains(word);

    private static ReadOnlySpan<char> Text(Document doc, int token) => doc.TextOf(doc.Tokens[token]);
}
