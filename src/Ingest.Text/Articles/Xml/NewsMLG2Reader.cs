using System.Xml.Linq;
using Ingest.Text.Articles.Dates;
using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.Xml;

/// <summary>
/// NewsML-G2: news items alone or in messages, with NITF, XHTML or plain text inside: <see href="https://iptc.org/standards/newsml-g2/"/>.
/// </summary>
internal static class NewsMLG2Reader
{
    public static IEnumerable<Article> Read(XElement root, ArticleLimits limits)
    {
        return root.DescendantsAndSelf().Where(IsItem).Select(item => ReadItem(item, limits)).OfType<Article>();

        static bool IsItem(XElement element) =>
            element.Local() == "newsItem" || (element.Local() == "contentSet" && element.Parent is null);
    }

    private static Article? ReadItem(XElement item, ArticleLimits limits)
    {
        var (meta, content) = (item.Child("itemMeta"), item.Child("contentMeta"));
        var title = Texts(content, "headline").FirstOrDefault() ?? Texts(meta, "title").FirstOrDefault();
        var created = MachineDate.Of(meta.Child("versionCreated").Said());
        var embargo = MachineDate.Of(meta.Child("embargoed").Said());
        var status = PublicationStatuses.Of(meta.Child("pubStatus").Attr("qcode") ?? meta.Child("pubStatus").Attr("uri"), embargo, created);
        var set = item.Local() == "contentSet" ? item : item.Child("contentSet");
        var nitf = set.Inside("nitf").Select(inner => NitfReader.Read(inner, limits)).FirstOrDefault(article => article is not null);
        var body = nitf is not null ? new BodyText(nitf.Text, nitf.LeftOut, nitf.Captions) : Body(set, title, limits);
        if (body.IsEmpty && (status == PublicationStatus.Usable || meta is null))
            return null;
        return new Article
        {
            Format = ArticleFormat.NewsMLG2,
            Text = body.Text,
            Title = title ?? nitf?.Title,
            Byline = Writers(content, nitf),
            Publisher = Name(meta.Child("provider")) ?? Name(item.Child("rightsInfo", "copyrightHolder"))
                ?? Name(content.Child("infoSource")) ?? nitf?.Publisher,
            Section = nitf?.Section,
            Dateline = content.Child("dateline").Said() ?? nitf?.Dateline ?? Name(content.Child("located")),
            Published = MachineDate.Of(meta.Child("firstCreated").Said()) ?? created
                ?? MachineDate.Of(content.Child("contentCreated").Said()) ?? nitf?.Published,
            Modified = created ?? MachineDate.Of(content.Child("contentModified").Said()) ?? nitf?.Modified,
            Embargo = embargo ?? nitf?.Embargo,
            Status = status,
            Version = item.Attr("version") ?? nitf?.Version,
            Language = content.Child("language").Attr("tag") ?? item.Lang() ?? nitf?.Language,
            Url = item.Attr("guid") is { } guid && guid.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? guid : nitf?.Url,
            Keywords = [.. Keywords(content).Concat(nitf?.Keywords ?? []).Distinct(StringComparer.Ordinal)],
            Given = [.. Given(item, content).Concat(nitf?.Given ?? []).Distinct()],
            LeftOut = body.LeftOut,
            Captions = body.Captions,
        }.From(FieldOrigin.Markup);
    }

    /// <summary>The first part of the content that is text.</summary>
    private static BodyText Body(XElement? set, string? title, ArticleLimits limits)
    {
        foreach (var part in set.Inside("inlineXML", "inlineData"))
        {
            var body = BodyOf(part, title, limits);
            if (!body.IsEmpty)
                return body;
        }

        return BodyText.None;
    }

    /// <summary>A page of XHTML, paragraphs alone, or plain text, which only data within a line can be.</summary>
    private static BodyText BodyOf(XElement part, string? title, ArticleLimits limits)
    {
        if (part.Inside("body").FirstOrDefault() is { } page && IsOfHtml(page))
            return BodyText.OfHtml(page.ToHtml(), title, limits);
        if (part.Child("p") is not null)
            return BodyText.OfHtml(part.ToHtml(), title, limits);
        var isText = part.Attr("contenttype") is not { Length: > 0 } type || type.StartsWith("text/", StringComparison.OrdinalIgnoreCase);
        return part.Local() == "inlineData" && isText ? BodyText.Of(part.Value, title, limits) : BodyText.None;

        static bool IsOfHtml(XElement body) =>
            body.Name.NamespaceName.Contains("xhtml", StringComparison.Ordinal) || body.Parent!.Local() == "html";
    }

    /// <summary>The signers of the item; else those of the text inside it; else the makers of the item.</summary>
    private static IReadOnlyList<string> Writers(XElement? content, Article? nitf) =>
        Names(content, "by") is { Count: > 0 } signed ? signed
        : nitf is { Byline: { Count: > 0 } inner } ? inner
        : Names(content, "creator");

    private static IEnumerable<string> Texts(XElement? around, string name) =>
        around.Children(name).Select(element => element.Said()).OfType<string>();

    private static IReadOnlyList<string> Names(XElement? content, string name) =>
        [.. content.Children(name).Select(element => name == "by" ? element.Said() : Name(element)).OfType<string>()
            .SelectMany(said => Byline.NamesOf(said)).Distinct(StringComparer.Ordinal)];

    /// <summary>A concept's name, else its literal.</summary>
    private static string? Name(XElement? concept) => concept.Child("name").Said() ?? concept.Attr("literal");

    /// <summary>Its keywords, and those subjects that name nobody and nothing.</summary>
    private static IEnumerable<string> Keywords(XElement? content) =>
        Texts(
            content,
            "keyword").Concat(content.Children("subject")
                .Where(subject => Kind(subject.Attr("type")) is null)
                .Select(Name)
                .OfType<string>());

    private static IEnumerable<GivenEntity> Given(XElement item, XElement? content)
    {
        var subjects = content.Children("subject").Select(subject => GivenOf(subject, subject.Attr("type")));
        var asserted = item.Children("assert").Select(assert => GivenOf(assert, assert.Child("type").Attr("qcode")));
        return subjects.Concat(asserted).OfType<GivenEntity>();
    }

    private static GivenEntity? GivenOf(XElement concept, string? type) =>
        Kind(type) is { } kind && Name(concept) is { } name ? new GivenEntity(kind, name) : null;

    // The nature of a concept: https://cv.iptc.org/newscodes/cpnature/
    private static GivenKind? Kind(string? type) => type?[(type.LastIndexOf(':') + 1)..] switch
    {
        "person" => GivenKind.Person,
        "organisation" or "organization" => GivenKind.Organization,
        "geoArea" or "poi" => GivenKind.Location,
        _ => null,
    };
}
