namespace Ingest.Text.Quotes.Words;

/// <summary>Sites on which people say something: "Roe wrote on X".</summary>
internal static class SocialSites
{
    private static readonly WordSet Names = WordSet.InAnyCase(
        "facebook instagram linkedin reddit telegram tiktok twitter weibo whatsapp x youtube");

    public static bool Contains(ReadOnlySpan<char> name) => Names.Contains(name);
}
