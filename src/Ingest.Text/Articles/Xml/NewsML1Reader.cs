using System.Xml.Linq;
using Ingest.Text.Articles.Dates;
using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.Xml;

/// <summary>
/// Reads NewsML 1.0 to 1.2: components within components. Where an inner component lacks a field, the outer one gives it.
/// </summary>
internal static class NewsML1Reader
{
    // Parts that stand beside the story.
    private static readonly string[] Beside =
        ["caption", "headline", "subheadline", "contact", "link", "photo", "video", "graphic", "logo", "advisory"];

    public static IEnumerable<Article> Read(XElement root, ArticleLimits limits) =>
        root.DescendantsAndSelf().Where(element => element.Local() == "NewsItem")
            .Select(item => ReadItem(item, limits))
            .OfType<Article>();

    private static Article? ReadItem(XElement item, ArticleLimits limits)
    {
        var management = item.Child("NewsManagement");
        var said = management.Child("Status").Attr("FormalName");
        var status = PublicationStatuses.Of(said, null, null);
        var (component, content) = item.Inside("NewsComponent").Where(IsStory)
            .Select(component => (Component: component, Content: ReadStory(component, limits)))
            .Where(part => part.Content is not null)
            .OrderByDescending(part => part.Content!.Text.Length).FirstOrDefault();
        if (content is null && status == PublicationStatus.Usable)
            return null;
        component ??= item.Inside("NewsComponent").FirstOrDefault() ?? item;
        var revised = MachineDate.Of(management.Child("ThisRevisionCreated").Said());
        var lines = (string name) => Nearest(component, outer => outer.Child("NewsLines", name).Said());
        return ((content ?? new Article { Format = ArticleFormat.NewsML1, Text = "" }) with
        {
            Format = ArticleFormat.NewsML1,
            Title = lines("HeadLine") ?? content?.Title,
            Byline = lines("ByLine") is { } line && Byline.NamesOf(line) is { Count: > 0 } names ? names : content?.Byline ?? [],
            Publisher = Nearest(component, outer => outer.Child("AdministrativeMetadata", "Provider", "Party").Attr("FormalName"))
                ?? Nearest(component, outer => outer.Child("AdministrativeMetadata", "Source", "Party").Attr("FormalName"))
                ?? content?.Publisher ?? item.Child("Identification", "NewsIdentifier", "ProviderId").Said(),
            Dateline = lines("DateLine") ?? content?.Dateline,
            Published = MachineDate.Of(management.Child("FirstCreated").Said()) ?? revised ?? content?.Published,
            Modified = revised ?? content?.Modified,
            Embargo = status == PublicationStatus.Embargoed
                ? MachineDate.Of(management.Child("StatusWillChange", "DateAndTime").Said())
                : content?.Embargo,
            Status = status,
            Version = item.Child("Identification", "NewsIdentifier", "RevisionId").Said(),
            Language = Nearest(component, outer => outer.Child("DescriptiveMetadata", "Language").Attr("FormalName"))
                ?? component.Lang() ?? content?.Language,
            Keywords = [.. Keywords(component).Concat(content?.Keywords ?? []).Distinct(StringComparer.Ordinal)],
        }).From(FieldOrigin.Markup);
    }

    private static bool IsStory(XElement component) =>
        component.Child("Role").Attr("FormalName") is not { } role || !Beside.Contains(role, StringComparer.OrdinalIgnoreCase);

    /// <summary>The first text among the component's own content items.</summary>
    private static Article? ReadStory(XElement component, ArticleLimits limits) =>
        component.Children("ContentItem").Where(item => item.Child("MediaType").Attr("FormalName") is null or "Text" or "text")
            .Select(item => ReadData(item.Child("DataContent"), component, limits)).FirstOrDefault(article => article is not null);

    private static Article? ReadData(XElement? data, XElement component, ArticleLimits limits)
    {
        if (data is null)
            return null;
        if (data.Inside("nitf").FirstOrDefault() is { } nitf)
            return NitfReader.Read(nitf, limits);
        var title = component.Child("NewsLines", "HeadLine").Said();
        var body = data.Inside("body").FirstOrDefault() is { } page ? BodyText.OfHtml(page.ToHtml(), title, limits)
            : data.HasElements ? BodyText.OfHtml(data.ToHtml(), title, limits)
            : BodyText.Of(data.Value, title, limits);
        return body.IsEmpty
            ? null
            : new Article { Format = ArticleFormat.NewsML1, Text = body.Text, LeftOut = body.LeftOut, Captions = body.Captions };
    }

    /// <summary>The field of the component, or of the nearest one around it that has the field.</summary>
    private static string? Nearest(XElement component, Func<XElement, string?> said) =>
        component.AncestorsAndSelf().Where(outer => outer.Local() == "NewsComponent").Select(said).FirstOrDefault(text => text is not null);

    /// <summary>
    /// Of all components around the story: lines of keywords, and properties that are named so ("Keyword", "BWRegionKeywords").
    /// </summary>
    private static IEnumerable<string> Keywords(XElement component) =>
        component.AncestorsAndSelf()
            .Where(outer => outer.Local() == "NewsComponent")
            .SelectMany(outer => InLines(outer).Concat(InProperties(outer)));

    private static IEnumerable<string> InLines(XElement component) => component.Child("NewsLines").Children("KeywordLine")
        .SelectMany(line => (line.Said() ?? "").Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> InProperties(XElement component) =>
        component.Children("DescriptiveMetadata")
            .Concat(component.Children("Metadata"))
            .SelectMany(metadata => metadata.Children("Property"))
            .Where(property => property.Attr("FormalName")?.Contains("Keyword", StringComparison.Ordinal) == true)
            .Select(property => property.Attr("Value")).OfType<string>();
}
