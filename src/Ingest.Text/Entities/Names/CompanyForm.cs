using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Adds a legal form to the firm's name in front of it, which the tagger left out or took for a name of its own. A name with a legal form
/// is a firm's, whatever type the tagger gave it:
/// <code>
/// organization := name ","? form      "(Acme Powers), LLC", "(Roe) Inc."
/// </code>
/// </summary>
internal static class CompanyForm
{
    // None of these is also the letters of a state, a person or a place: "Las Vegas, NV", "Texas AG".
    private static readonly WordSet Forms = WordSet.AsWritten(
        "ASA Bhd Bhd. Corp Corp. GmbH Inc Inc. KGaA L.L.C. LLC LLP Ltd Ltd. Oyj PLC Plc plc Pty");

    /// <summary>Whether the name is only a legal form.</summary>
    public static bool Is(ReadOnlySpan<char> name) => Forms.Contains(name);

    /// <param name="doc">The document.</param>
    /// <param name="mention">A name.</param>
    /// <param name="ceiling">Where the name behind it begins.</param>
    public static Mention Extend(Document doc, Mention mention, int ceiling)
    {
        if (!MayBeFirm(mention.Type))
            return mention;
        var (first, end) = (doc.TokenAt(mention.Span.Start), doc.TokenAt(mention.Span.End - 1) + 1);
        var form = end < doc.Tokens.Count && doc.TextOf(doc.Tokens[end]) is "," ? end + 1 : end;
        if (form < doc.Tokens.Count && doc.Tokens[form].Span.End <= ceiling && Is(doc.TextOf(doc.Tokens[form]))
            && doc.Text.AsSpan(mention.Span.End..doc.Tokens[form].Span.Start) is " " or ", ")
            return new Mention(new TextSpan(mention.Span.Start, doc.Tokens[form].Span.End), EntityType.Organization);
        return end - first > 1 && Is(doc.TextOf(doc.Tokens[end - 1])) ? mention with { Type = EntityType.Organization } : mention;
    }

    private static bool MayBeFirm(EntityType type) =>
        type is EntityType.Organization or EntityType.Person or EntityType.Location or EntityType.Product;
}
