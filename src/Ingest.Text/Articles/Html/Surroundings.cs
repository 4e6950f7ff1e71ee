using AngleSharp.Dom;

namespace Ingest.Text.Articles.Html;

/// <summary>An element whose tag, role, class or id says that it contains something else than the body.</summary>
/// <param name="Element">The element.</param>
/// <param name="Reason">The kind of content.</param>
/// <param name="IsCertain">Whether the tag or the role says so, and not only a name that the site chose.</param>
/// <param name="Outer">The surroundings that an element further out gives; null when none does.</param>
internal sealed record Surroundings(IElement Element, LeftOutReason Reason, bool IsCertain, Surroundings? Outer)
{
    // Words of class names and ids, which are cut at "-", "_" and capitals, "ICCta" before the last. Letters right behind a digit are a
    // number's: "a2c5ad".
    private static readonly WordTable<LeftOutReason> Names = new(
        (LeftOutReason.Navigation,
            """
            nav navbar navigation menu breadcrumb breadcrumbs share sharing sharedaddy social toolbar pagination footer masthead skip
            sidebar comment comments disqus respond newsletter newsletters subscribe subscription signup paywall cookie cookies consent gdpr
            popup modal ad ads advert advertisement sponsor sponsored promo promotion donate donation cta widget
            """),
        (LeftOutReason.Related,
            "tweet instagram tiktok related recirc recommended recommendations trending popular outbrain taboola readmore tags topics"),
        (LeftOutReason.Teaser, "teaser teasers pullquote takeaways keypoints factbox"),
        (LeftOutReason.Caption, "caption captions figcaption"),
        (LeftOutReason.Credit, "credit credits byline bylines author authors bio dateline timestamp"),
        (LeftOutReason.Legal, "copyright disclaimer legal"));

    // Words of a name that only say it together: "sign-in-group".
    private static readonly string[] Pairs = ["sign-in", "sign-up", "log-in"];

    private static readonly string[] ConsentDialogs =
        ["onetrust", "didomi", "sp_message", "qc-cmp", "usercentrics", "cookiebot", "truste_"];

    /// <summary>The surroundings with this element added; <paramref name="outer"/> when it adds nothing.</summary>
    public static Surroundings? Of(IElement element, Surroundings? outer)
    {
        if (EmbeddedPost.Is(element))
            return EmbeddedPost.Around(element, outer);
        if (OfTag(element) is { } byTag)
            return new Surroundings(element, byTag, IsCertain: element.LocalName is not ("form" or "aside" or "figure"), outer);
        // Their names speak of the page's layout. Nor does being hidden say anything: articles behind a wall are, paragraph by paragraph.
        if (element.LocalName is "html" or "body" or "main" or "article")
            return outer;
        if (IsConsent(element))
            return new Surroundings(element, LeftOutReason.Navigation, IsCertain: true, outer);
        if (IsBehindWall(element))
            return outer;
        var reason = OfNames(element.ClassName) ?? (IsText(element) ? null : OfNames(element.Id));
        return reason is { } byName ? new Surroundings(element, byName, IsCertain: false, outer) : outer;
    }

    /// <summary>The dialog of a program that asks for consent, by the name which that gives it.</summary>
    private static bool IsConsent(IElement element) => ConsentDialogs.Any(name => Has(element.Id, name) || Has(element.ClassName, name));

    /// <summary>
    /// Whether the element is text hidden by a paywall: a paragraph, or several. Names of the paywall's own text are more specific:
    /// "paywall-offer", "paywall__barrier".
    /// </summary>
    private static bool IsBehindWall(IElement element)
    {
        const int several = 3;   // paragraphs
        return element.ClassList.Any(name => name is "paywall" or "paywall-article" or "paywalled" or "paywall-content")
            && (element.LocalName == "p" || element.Children.Count(child => child.LocalName == "p") >= several);
    }

    private static bool Has(string? names, string name) => names?.Contains(name, StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>Elements of text are numbered rather than named: "AdQx7c" is no advert.</summary>
    private static bool IsText(IElement element) =>
        element.LocalName is "p" or "li" or "blockquote" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6";

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
            "navigation" or "banner" or "contentinfo" or "search" or "dialog" or "alertdialog" or "menu" or "menubar" or "toolbar" =>
                LeftOutReason.Navigation,
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
            if (!isEnd
                && !(i > start
                    && char.IsAsciiLetterUpper(text[i])
                    && (char.IsAsciiLetterLower(text[i - 1]) || IsSmall(text, i + 1, i + 3))))
                continue;
            if (i > start && !(start > 0 && char.IsAsciiDigit(text[start - 1])) && Names.TryGetValue(text[start..i], out var reason))
                return reason;
            if (i > start && IsPair(text[start..]))
                return LeftOutReason.Navigation;
            start = isEnd ? i + 1 : i;
        }

        return null;
    }

    private static bool IsPair(ReadOnlySpan<char> name)
    {
        foreach (var pair in Pairs)
        {
            if (name.StartsWith(pair, StringComparison.OrdinalIgnoreCase)
                && (name.Length == pair.Length || !char.IsAsciiLetter(name[pair.Length])))
                return true;
        }

        return false;
    }

    private static bool IsSmall(ReadOnlySpan<char> text, int start, int end) =>
        end <= text.Length && !text[start..end].ContainsAnyExceptInRange('a', 'z');
}
