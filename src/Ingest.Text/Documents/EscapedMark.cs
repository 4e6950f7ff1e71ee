namespace Ingest.Text.Documents;

/// <summary>
/// Quotation marks that were escaped once too often and stand as entities of HTML: <c>&amp;quot;</c>, <c>&amp;#8220;</c>.
/// </summary>
internal static class EscapedMark
{
    private static readonly (string Entity, char Sign)[] Entities =
    [
        ("&quot;", '"'), ("&#34;", '"'), ("&ldquo;", '“'), ("&#8220;", '“'), ("&rdquo;", '”'), ("&#8221;", '”'), ("&lsquo;", '‘'),
        ("&#8216;", '‘'),
        ("&rsquo;", '’'), ("&#8217;", '’'), ("&apos;", '\''), ("&#39;", '\''), ("&laquo;", '«'), ("&raquo;", '»'), ("&bdquo;", '„'),
    ];

    /// <summary>The mark with which the text begins, and the length of its entity; null when it begins with none.</summary>
    public static (char Sign, int Length)? At(ReadOnlySpan<char> text)
    {
        foreach (var (entity, sign) in Entities)
        {
            if (text.StartsWith(entity, StringComparison.OrdinalIgnoreCase))
                return (sign, entity.Length);
        }

        return null;
    }
}
