using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Ingest.Text.Articles.Html;

/// <summary>An element that, by its tag, role, class or id, holds something else than the body.</summary>
/// <param name="Element">The element that says so.</param>
/// <param name="Reason">What it holds.</param>
/// <param name="IsCertain">Said by the tag or the role, not only by a name that the site chose.</param>
/// <param name="Outer">What an element around it says; null when none says anything.</param>
internal sealed record Surroundings(IElement Element, LeftOutReason Reason, bool IsCertain, Surroundings? Outer)
{
    // Words of class names and ids, which are cut at "-", "_" and capitals.
    private static readonly FrozenDictionary<string, LeftOutReason>.AlternateLookup<ReadOnlySpan<char>> Names = new Dictionary<string, LeftOutReason>(StringComparer.OrdinalIgnoreCase)
    {
        ["nav"] = LeftOutReason.Navigation,
        ["navbar"] = LeftOutReason.Navigation,
        ["navigation"] = LeftOutReason.Navigation,
        ["menu"] = LeftOutReason.Navigation,
        ["breadcrumb"] = LeftOutReason.Navigation,
        ["breadcrumbs"] = LeftOutReason.Navigation,
        ["share"] = LeftOutReason.Navigation,
        ["sharing"] = LeftOutReason.Navigation,
        ["sharedaddy"] = LeftOutReason.Navigation,
        ["social"] = LeftOutReason.Navigation,
        ["toolbar"] = LeftOutReason.Navigation,
        ["pagination"] = LeftOutReason.Navigation,
        ["footer"] = LeftOutReason.Navigation,
        ["masthead"] = LeftOutReason.Navigation,
        ["skip"] = LeftOutReason.Navigation,
        ["sidebar"] = LeftOutReason.Navigation,
        ["comment"] = LeftOutReason.Navigation,
        ["comments"] = LeftOutReason.Navigation,
        ["disqus"] = LeftOutReason.Navigation,
        ["respond"] = LeftOutReason.Navigation,
        ["newsletter"] = LeftOutReason.Navigation,
        ["newsletters"] = LeftOutReason.Navigation,
        ["subscribe"] = LeftOutReason.Navigation,
        ["subscription"] = LeftOutReason.Navigation,
        ["signup"] = LeftOutReason.Navigation,
        ["paywall"] = LeftOutReason.Navigation,
        ["cookie"] = LeftOutReason.Navigation,
        ["cookies"] = LeftOutReason.Navigation,
        ["consent"] = LeftOutReason.Navigation,
        ["gdpr"] = LeftOutReason.Navigation,
        ["popup"] = LeftOutReason.Navigation,
        ["modal"] = LeftOutReason.Navigation,
        ["ad"] = LeftOutReason.Navigation,
        ["ads"] = LeftOutReason.Navigation,
        ["advert"] = LeftOutReason.Navigation,
        ["advertisement"] = LeftOutReason.Navigation,
        ["sponsor"] = LeftOutReason.Navigation,
        ["sponsored"] = LeftOutReason.Navigation,
        ["promo"] = LeftOutReason.Navigation,
        ["promotion"] = LeftOutReason.Navigation,
        ["donate"] = LeftOutReason.Navigation,
        ["donation"] = LeftOutReason.Navigation,
        ["cta"] = LeftOutReason.Navigation,
        ["widget"] = LeftOutReason.Navigation,
        ["tweet"] = LeftOutReason.Related,
        ["instagram"] = LeftOutReason.Related,
        ["tiktok"] = LeftOutReason.Related,
        ["related"] = LeftOutReason.Related,
        ["recirc"] = LeftOutReason.Related,
        ["recommended"] = LeftOutReason.Related,
        ["recommendations"] = LeftOutReason.Related,
        ["trending"] = LeftOutReason.Related,
        ["popular"] = LeftOutReason.Related,
        ["outbrain"] = LeftOutReason.Related,
        ["taboola"] = LeftOutReason.Related,
        ["readmore"] = LeftOutReason.Related,
        ["tags"] = LeftOutReason.Related,
        ["topics"] = LeftOutReason.Related,
        ["teaser"] = LeftOutReason.Teaser,
        ["teasers"] = LeftOutReason.Teaser,
        ["pullquote"] = LeftOutReason.Teaser,
        ["takeaways"] = LeftOutReason.Teaser,
        ["keypoints"] = LeftOutReason.Teaser,
        ["factbox"] = LeftOutReason.Teaser,
        ["caption"] = LeftOutReason.Caption,
        ["captions"] = LeftOutReason.Caption,
        ["figcaption"] = LeftOutReason.Caption,
        ["credit"] = LeftOutReason.Credit,
        ["credits"] = LeftOutReason.Credit,
        ["byline"] = LeftOutReason.Credit,
        ["bylines"] = LeftOutReason.Credit,
        ["author"] = LeftOutReason.Credit,
        ["authors"] = LeftOutReason.Credit,
        ["bio"] = LeftOutReason.Credit,
        ["dateline"] = LeftOutReason.Credit,
        ["timestamp"] = LeftOutReason.Credit,
        ["copyright"] = LeftOutReason.Legal,
        ["disclaimer"] = LeftOutReason.Legal,
        ["legal"] = LeftOutReason.Legal,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What the element adds to what those around it say; <paramref name="outer"/> when it adds nothing.</summary>
    public static Surroundings? Of(IElement element, Surroundings? outer)
    {
        if (OfTag(element) is { } byTag)
            return new Surroundings(element, byTag, IsCertain: element.LocalName is not ("form" or "aside" or "figure"), outer);
        // Their names speak of the page's layout. Nor does being hidden say anything: articles behind a wall are, paragraph by paragraph.
        if (element.LocalName is "html" or "body" or "main" or "article")
            return outer;
        var reason = OfNames(element.ClassName) ?? OfNames(element.Id);
        return reason is { } byName ? new Surroundings(element, byName, IsCertain: false, outer) : outer;
    }

    private static LeftOutReason? OfTag(IElement element) => element.LocalName switch
    {
        "nav" or "footer" or "form" or "dialog" or "menu" => LeftOutReason.Navigation,
        "aside" => LeftOutReason.Related,
        "figcaption" => LeftOutReason.Caption,
        // Tables, code and quotations are set as figures too.
        "figure" => element.QuerySelector("table, pre, blockquote") is null ? LeftOutReason.Caption : null,
        "address" => LeftOutReason.Credit,
        _ => element.GetAttribute("role") switch
        {
            "navigation" or "banner" or "contentinfo" or "search" or "dialog" or "alertdialog" or "menu" or "menubar" or "toolbar" => LeftOutReason.Navigation,
            "complementary" => LeftOutReason.Related,
            _ => null,
        },
    };

    private static LeftOutReason? OfNames(string? names)
    {
        if (string.IsNullOrEmpty(names) || names.Length > 400)
            return null;
        var text = names.AsSpan();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var isEnd = i == text.Length || !char.IsAsciiLetter(text[i]);
            if (!isEnd && !(char.IsAsciiLetterUpper(text[i]) && i > start && char.IsAsciiLetterLower(text[i - 1])))
                continue;
            if (i > start && Names.TryGetValue(text[start..i], out var reason))
                return reason;
            start = isEnd ? i + 1 : i;
        }

        return null;
    }
}
