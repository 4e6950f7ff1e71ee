using System.Text.Json;
using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Articles.Json;

/// <summary>
/// Reads one object as an article. The vocabularies hardly conflict, so one list of names for each field, the plainest first, serves all
/// three.
/// </summary>
internal static class JsonArticle
{
    // Words. A shorter text without a title is a label, a setting, a message.
    private const int MinWords = 20;

    private static readonly string[] NotText = ["picture", "photo", "image", "video", "audio", "graphic", "event", "planning", "component"];

    private static readonly string[] PublisherNames =
    [
        "publisher", "provider", "copyrightholder", "infosource", "infosources", "sourcename", "source", "sitename", "site", "outlet",
        "publication", "newspaper", "agency", "domain",
    ];

    private static readonly string[] AddressNames =
    [
        "url", "canonicalurl", "link", "weburl", "permalink", "href", "articleurl", "sourceurl", "mainentityofpage", "uri", "id", "source",
    ];

    private static readonly string[] ModifiedNames =
    [
        "datemodified", "modified", "modifiedat", "modifieddate", "updated", "updatedat", "dateupdated", "lastupdated", "lastmodified",
        "versioncreated",
    ];

    private static readonly string[] PublishedNames =
    [
        "datepublished", "published", "publishedat", "publishedon", "publisheddate", "publishdate", "publicationdate", "pubdate",
        "publishtime", "publishedtime", "firstpublished", "firstpublishedat", "firstpublicationdate", "webpublicationdate", "displaydate",
        "dateissued", "issued", "firstcreated", "date", "datetime", "timestamp", "time", "created", "createdat", "datecreated",
        "versioncreated", "contentcreated",
    ];

    private static readonly string[] EmbargoNames = ["embargoed", "embargo", "embargoeduntil", "embargountil", "embargodate"];

    /// <summary>The article; null for an object without text, unless it says that its text must not be used.</summary>
    public static Article? Read(JsonItem item, ArticleFormat dialect, ArticleLimits limits)
    {
        var title = Title(item);
        var modified = item.Date(ModifiedNames);
        var published = item.Date(PublishedNames);
        var embargo = item.Date(EmbargoNames);
        var status = Status(item, embargo, modified ?? published);
        var body = Body(item, dialect, title, published, limits);
        if (body.IsEmpty && (status == PublicationStatus.Usable || dialect != ArticleFormat.Ninjs))
            return null;
        var publisher = Publisher(item);
        return new Article
        {
            Format = dialect,
            Text = body.Text,
            Title = title.Length > 0 ? title : null,
            Byline = Names(item, publisher),
            Publisher = publisher,
            Section = item.Text("section", "articlesection", "sectionname", "category", "categories", "desk", "channel", "rubric"),
            Dateline = item.Text("dateline", "located", "locationcreated"),
            Published = published,
            Modified = modified,
            Embargo = embargo,
            Status = status,
            Version = dialect == ArticleFormat.JsonLd && !item.Has("version") ? null : item.Text("version", "revision"),
            Language = item.Text("language", "inlanguage", "lang", "languagecode", "locale"),
            Url = Url(item),
            Keywords = Keywords(item),
            Given = [.. Given(item)],
            LeftOut = body.LeftOut,
            Captions = body.Captions,
        }.From(dialect == ArticleFormat.JsonLd ? FieldOrigin.JsonLd : FieldOrigin.Markup);
    }

    private static string Title(JsonItem item) => CleanText.Of(System.Net.WebUtility.HtmlDecode(
        item.Text("headline", "headlines", "headlinemain", "title", "hed", "heading", "name")
            ?? item.Beginning("headline").Select(value => JsonItem.TextOf(value)).FirstOrDefault()));

    private static PublicationStatus Status(JsonItem item, ArticleDate? embargo, ArticleDate? made)
    {
        var written = item.Text("pubstatus", "publicationstatus", "publishstatus", "status", "creativeworkstatus");
        if (written is null && embargo is null)
            written = item.Text("embargoed", "embargo");
        return PublicationStatuses.Of(written, embargo, made);
    }

    private static BodyText Body(
        JsonItem item, ArticleFormat dialect, string title, ArticleDate? published, ArticleLimits limits)
    {
        if (JsonBody.In(item) is { } said)
        {
            var body = BodyText.Of(said, title, limits);
            var hasToBeLong = dialect is ArticleFormat.Json or ArticleFormat.Csv && title.Length == 0;
            return hasToBeLong && LineShape.Of(body.Text).Words < MinWords ? BodyText.None : body;
        }

        // A description of a picture is no article. A description of a story is one, when there is nothing more of the story.
        var isText = dialect switch
        {
            ArticleFormat.Ninjs =>
                !NotText.Contains(item.Text("type"), StringComparer.OrdinalIgnoreCase)
                    && !item.Has("eventdetails")
                    && !item.Has("plannedcoverage"),
            ArticleFormat.JsonLd => item.Text("type") is { } type && JsonDialect.IsLinkedType(type),
            _ => title.Length > 0 && published is not null,
        };
        var description = item.Text("descriptions", "description", "descriptiontext", "summary", "abstract", "excerpt", "lead")
            ?? item.Beginning("description").Select(value => JsonItem.TextOf(value)).FirstOrDefault(text => text is not null);
        return isText && description is not null ? BodyText.Of(description, title, limits) : BodyText.None;
    }

    /// <summary>The writers. An agency that signs as its own writer is only the publisher.</summary>
    private static IReadOnlyList<string> Names(JsonItem item, string? publisher) =>
    [
        .. item.Texts("byline", "by", "author", "authors", "creator", "creators", "writer", "writers", "contributors")
            .SelectMany(said => Byline.NamesOf(CleanText.Of(said)))
            .Distinct(StringComparer.Ordinal)
            .Where(name => !name.Equals(publisher, StringComparison.OrdinalIgnoreCase)),
    ];

    private static string? Publisher(JsonItem item)
    {
        foreach (var name in PublisherNames)
        {
            if (item.Text(name) is { } said && !IsUrl(said))
                return said;
        }

        return null;
    }

    private static string? Url(JsonItem item)
    {
        foreach (var name in AddressNames)
        {
            if (item.Text(name) is { } said && IsUrl(said))
                return said;
        }

        return null;
    }

    private static bool IsUrl(string said) =>
        said.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || said.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>A list, or one string divided by commas or semicolons.</summary>
    private static IReadOnlyList<string> Keywords(JsonItem item)
    {
        string[] names = ["keywords", "keyword", "tags", "tag", "subjects", "subject", "topics"];
        var words = item.Value(names) is { ValueKind: JsonValueKind.String } line
            ? (JsonItem.TextOf(line) ?? "").Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : item.Texts(names);
        return [.. words.Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<GivenEntity> Given(JsonItem item)
    {
        var lists = new (GivenKind Kind, string[] Names)[]
        {
            (GivenKind.Person, ["person", "persons", "people"]),
            (GivenKind.Organization, ["organisation", "organisations", "organization", "organizations"]),
            (GivenKind.Location, ["place", "places"]),
        };
        var named = lists.SelectMany(list => item.Texts(list.Names).Select(name => new GivenEntity(list.Kind, name)));
        return named.Concat(new[] { "about", "mentions" }.SelectMany(name => item.Value(name) is { } value ? Typed(value) : [])).Distinct();
    }

    /// <summary>schema.org's things, each with its type.</summary>
    private static IEnumerable<GivenEntity> Typed(JsonElement value)
    {
        foreach (var thing in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value])
        {
            if (thing.ValueKind != JsonValueKind.Object)
                continue;
            var item = new JsonItem(thing);
            GivenKind? kind = item.Text("type") switch
            {
                "Person" => GivenKind.Person,
                "Place" or "City" or "Country" or "State" or "AdministrativeArea" => GivenKind.Location,
                { } type when type.EndsWith("Organization", StringComparison.Ordinal) || type == "Corporation" => GivenKind.Organization,
                _ => null,
            };
            if (kind is { } known && item.Text("name") is { } name)
                yield return new GivenEntity(known, name);
        }
    }
}
