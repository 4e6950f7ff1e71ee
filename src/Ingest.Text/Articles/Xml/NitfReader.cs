using System.Xml.Linq;
using Ingest.Text.Articles.Dates;
using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.Xml;

/// <summary>NITF, the News Industry Text Format: <see href="https://iptc.org/standards/nitf/"/>.</summary>
internal static class NitfReader
{
    // NITF's elements by those of HTML that mean as much; all others are within a line.
    private static readonly Dictionary<string, string> Tags = new(StringComparer.Ordinal)
    {
        ["p"] = "p",
        ["block"] = "div",
        ["hl2"] = "h2",
        ["bq"] = "blockquote",
        ["media"] = "figure",
        ["media-caption"] = "figcaption",
        ["media-producer"] = "figcaption",
        ["note"] = "aside",
        ["fn"] = "aside",
        ["ul"] = "ul",
        ["ol"] = "ol",
        ["li"] = "li",
        ["dl"] = "dl",
        ["dt"] = "dt",
        ["dd"] = "dd",
        ["pre"] = "pre",
        ["table"] = "table",
        ["tr"] = "tr",
        ["td"] = "td",
        ["th"] = "th",
        ["br"] = "br",
        ["hr"] = "hr",
        ["nitf-table"] = "table",
    };

    /// <summary>The article; null when the document holds no text, unless it says that its text must not be used.</summary>
    public static Article? Read(XElement nitf, ArticleLimits limits)
    {
        var (head, body) = (nitf.Child("head"), nitf.Child("body"));
        var (front, docdata) = (body.Child("body.head"), head.Child("docdata"));
        var title = front.Child("hedline", "hl1").Said() ?? head.Child("title").Said();
        var published = MachineDate.Of(docdata.Child("date.issue").Attr("norm"))
            ?? MachineDate.Of(head.Child("pubdata").Attr("date.publication"))
            ?? MachineDate.Of(front.Child("dateline", "story.date").Attr("norm"))
                ?? MachineDate.Of(front.Child("dateline", "story.date").Said());
        var released = MachineDate.Of(docdata.Child("date.release").Attr("norm"));
        var modified = head.Children("revision-history")
            .Select(revision => MachineDate.Of(revision.Attr("norm")))
            .LastOrDefault(date => date is not null);
        var status = PublicationStatuses.Of(docdata.Attr("management-status"), null, null);
        var text = TextOf(body.Child("body.content"), title, limits);
        if (text.IsEmpty && status == PublicationStatus.Usable)
            return null;
        return new Article
        {
            Format = ArticleFormat.Nitf,
            Text = text.Text,
            Title = title,
            Byline = Names(front),
            Publisher = front.Child("distributor").Said() ?? head.Child("pubdata").Attr("name")
                ?? docdata.Child("doc.copyright").Attr("holder") ?? docdata.Child("doc-id").Attr("regsrc"),
            Section = head.Child("pubdata").Attr("position.section") ?? docdata.Child("fixture").Attr("fix-id"),
            Dateline = Dateline(front.Child("dateline")),
            Published = published ?? released,
            Modified = modified,
            Embargo = status == PublicationStatus.Embargoed ? released : null,
            Status = status,
            Version = docdata.Child("du-key").Attr("version"),
            Language = nitf.Attr("baselang") ?? nitf.Lang(),
            Url = new[] { head.Child("pubdata").Attr("ex-ref"), docdata.Child("doc-id").Attr("id-string") }
                .FirstOrDefault(url => url?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true),
            Keywords = [.. Keywords(head, docdata).Distinct(StringComparer.Ordinal)],
            Given = [.. Given(body.Child("body.content")).Concat(Given(docdata.Child("identified-content"))).Distinct()],
            LeftOut = text.LeftOut,
            Captions = text.Captions,
        }.From(FieldOrigin.Markup);
    }

    /// <summary>The text of an NITF document within another format.</summary>
    public static BodyText BodyOf(string nitf, string? title, ArticleLimits limits) =>
        TextOf(
            XmlTree.Parse(nitf, limits).DescendantsAndSelf().FirstOrDefault(element => element.Local() == "body.content"),
            title,
            limits);

    private static BodyText TextOf(XElement? content, string? title, ArticleLimits limits) =>
        content is null ? BodyText.None : BodyText.OfHtml(content.ToHtml(Tags), title, limits);

    private static IReadOnlyList<string> Names(XElement? front)
    {
        var bylines = front.Children("byline").ToList();
        var people = bylines.SelectMany(byline => byline.Inside("person")).Select(person => person.Said()).OfType<string>().ToList();
        if (people.Count > 0)
            return people;
        foreach (var title in bylines.SelectMany(byline => byline.Inside("byttl")).ToList())
            title.Remove();
        return [.. bylines.SelectMany(byline => Byline.NamesOf(byline.Said())).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Null for one that holds nothing but a program's date.</summary>
    private static string? Dateline(XElement? dateline) => dateline.Said() is { } said && !char.IsAsciiDigit(said[0]) ? said : null;

    private static IEnumerable<string> Keywords(XElement? head, XElement? docdata) =>
        docdata.Child("key-list").Children("keyword").Select(keyword => keyword.Attr("key"))
            .Concat(head.Child("tobject").Children("tobject.subject").Select(subject =>
                subject.Attr("tobject.subject.detail") ?? subject.Attr("tobject.subject.matter") ?? subject.Attr("tobject.subject.type")))
            .OfType<string>();

    private static IEnumerable<GivenEntity> Given(XElement? around)
    {
        foreach (var element in around.Inside("person", "org", "location"))
        {
            if ((element.Said() ?? element.Attr("value")) is not { } name)
                continue;
            yield return new GivenEntity(
                element.Local() switch { "person" => GivenKind.Person, "org" => GivenKind.Organization, _ => GivenKind.Location }, name);
        }
    }
}
