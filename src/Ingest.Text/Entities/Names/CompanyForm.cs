using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// The legal form that ends the name of a firm, where the tagger took it for a name of its own or left it out, and took what has one for
/// anything but a firm:
/// <code>
/// organization := name ","? form      "(Acme Powers), LLC", "(Roe) Inc."
/// </code>
/// </summary>
internal static class CompanyForm
{
    // Of these no state, no person's letters and no place is one: "Las Vegas, NV", "Texas AG".
    private static readonly WordSet Forms = WordSet.AsWritten(
        "ASA Bhd Bhd. Corp Corp. GmbH Inc Inc. KGaA L.L.C. LLC LLP Ltd Ltd. Oyj PLC Plc plc Pty");

    /// <summary>Whether it is nothing but such a form.</summary>
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
