using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Articles;

/// <summary>IPTC's listings of NewsML-G2 and agencies' files of both NewsMLs: each item with text is read, its fields as the file has them.</summary>
public sealed class NewsMLSuiteTests
{
    private const string G2 = "data/wire/newsml-g2";
    private const string One = "data/wire/newsml-1";
    private const string OneAsNinjs = "data/wire/ninjs/examples/NewsML";

    private static readonly XmlNamespaceManager Names = new(new NameTable());

    static NewsMLSuiteTests()
    {
        Names.AddNamespace("g", "http://iptc.org/std/nar/2006-10-01/");
        Names.AddNamespace("x", "http://www.w3.org/1999/xhtml");
        Names.AddNamespace("n", "http://iptc.org/std/NITF/2006-10-18/");
    }

    [SharedFact(G2)]
    public void Every_file_of_g2_is_read_or_holds_no_text()
    {
        var read = Files(G2, One).Where(IsG2).Sum(path => ReadsItsTexts(path, ItemsOf(path)));

        Assert.Equal(6, read);
    }

    [SharedFact(G2)]
    public void Every_field_of_a_g2_item_is_the_files()
    {
        foreach (var path in Files(G2, One).Where(IsG2))
        {
            foreach (var (item, article) in Pairs(path, ItemsOf(path)))
            {
                var guid = Said(item, "@guid");
                Assert.Equal(Said(item, "g:contentMeta/g:headline"), article.Title);
                Assert.Equal(
                    Said(item, ".//n:byline/text()") is { } signed ? [signed.Replace("By ", "", StringComparison.Ordinal).Trim(' ', ',')]
                    : item.XPathSelectElement(".//n:byline | g:contentMeta/g:by", Names) is null ? All(item, "g:contentMeta/g:creator/g:name[1]")
                    : [],
                    article.Byline);
                Assert.Equal(
                    Said(item, "g:itemMeta/g:provider/g:name") ?? Said(item, "g:itemMeta/g:provider/@literal") ?? Said(item, "g:rightsInfo/g:copyrightHolder/g:name"), article.Publisher);
                Assert.Null(article.Section);
                Assert.Equal(Said(item, "g:contentMeta/g:dateline") ?? Said(item, "g:contentMeta/g:located/g:name"), article.Dateline);
                AssertDate(Said(item, "g:itemMeta/g:firstCreated") ?? Said(item, "g:itemMeta/g:versionCreated") ?? Said(item, "g:contentMeta/g:contentCreated"), article.Published);
                AssertDate(Said(item, "g:itemMeta/g:versionCreated"), article.Modified);
                Assert.Equal(Said(item, "g:contentMeta/g:language/@tag") ?? Said(item, "@xml:lang"), article.Language);
                Assert.Equal(guid?.StartsWith("http", StringComparison.Ordinal) == true ? guid : null, article.Url);
                Assert.Equal(All(item, "g:contentMeta/g:subject[not(@type='cpnat:person' or @type='cpnat:organisation' or @type='cpnat:geoArea' or @type='cpnat:poi')]/g:name[1]"), article.Keywords);
                Assert.Equal(Said(item, "@version"), article.Version);
                AssertDate(Said(item, "g:itemMeta/g:embargoed"), article.Embargo);
                Assert.Equal(Said(item, "g:itemMeta/g:embargoed") is null ? PublicationStatus.Usable : PublicationStatus.Embargoed, article.Status);
                Assert.Equal(All(item, "g:contentMeta/g:subject[@type='cpnat:person']/g:name[1]").Select(name => new GivenEntity(GivenKind.Person, name)), article.Given);
            }
        }
    }

    [SharedFact(One)]
    public void Every_file_of_newsml_1_is_read_or_holds_no_story()
    {
        var read = Files(One, OneAsNinjs).Where(path => !IsG2(path)).Sum(path => ReadsItsTexts(path, StoriesOf(path)));

        Assert.Equal(6, read);
    }

    [SharedFact(One)]
    public void Every_field_of_a_newsml_1_item_is_the_files()
    {
        foreach (var path in Files(One, OneAsNinjs).Where(path => !IsG2(path)))
        {
            foreach (var (story, article) in Pairs(path, StoriesOf(path)))
            {
                Assert.Equal(Said(story, "ancestor-or-self::NewsComponent[NewsLines/HeadLine][1]/NewsLines/HeadLine"), article.Title);
                // EFE signs with initials, Business Wire not at all.
                Assert.Empty(article.Byline);
                Assert.Equal(Said(story, "ancestor-or-self::*/AdministrativeMetadata/Provider/Party/@FormalName") ?? Said(story, "ancestor::*/AdministrativeMetadata/Source/Party/@FormalName"), article.Publisher);
                Assert.Null(article.Section);
                Assert.Equal(Said(story, "ancestor-or-self::*/NewsLines/DateLine"), article.Dateline);
                AssertDate(Iso(Said(story, "ancestor::NewsItem/NewsManagement/FirstCreated")), article.Published);
                AssertDate(Iso(Said(story, "ancestor::NewsItem/NewsManagement/ThisRevisionCreated")), article.Modified);
                Assert.Equal(Said(story, "DescriptiveMetadata/Language/@FormalName"), article.Language);
                Assert.Null(article.Url);
                Assert.Equal(
                    [
                        .. All(story, "ancestor-or-self::*/Metadata/Property[contains(@FormalName, 'Keyword')]/@Value"), .. All(story, ".//keyword/@key"),
                        .. story.XPathSelectElements(".//tobject.subject").Select(subject => Said(subject, "@tobject.subject.detail") ?? Said(subject, "@tobject.subject.matter")!),
                    ],
                    article.Keywords);
                Assert.Equal(Said(story, "ancestor::NewsItem/Identification/NewsIdentifier/RevisionId"), article.Version);
                Assert.Null(article.Embargo);
                Assert.Equal("Usable", Said(story, "ancestor::NewsItem/NewsManagement/Status/@FormalName"));
                Assert.Equal(PublicationStatus.Usable, article.Status);
                Assert.Equal(story.XPathSelectElements(".//body.content//person | .//body.content//org | .//body.content//location").Count(), article.Given.Count);
            }
        }
    }

    [SharedFact(One)]
    public void What_is_no_xml_is_refused() =>
        Assert.Throws<ArticleFormatException>(() => ArticleReader.Read(File.ReadAllBytes(Shared.PathOf($"{One}/src/test/resources/invalid.file")), "invalid.xml"));

    private static int ReadsItsTexts(string path, List<XElement> texts)
    {
        if (texts.Count > 0)
        {
            Assert.Equal(texts.Count, ArticlesOf(path).Count);
            return texts.Count;
        }

        // A set without its item is an article all the same.
        var failure = Record.Exception(() => ArticlesOf(path));
        Assert.True(failure is null ? RootOf(path) == "contentSet" : failure is ArticleFormatException { Code: ArticleFormatCodes.NoArticle }, $"{path}: {failure}");
        return 0;
    }

    /// <summary>It holds text, or says that it isn't to be used.</summary>
    private static bool MayBeRead(XElement item) =>
        item.XPathSelectElement("g:itemMeta/g:embargoed", Names) is not null
        || item.XPathSelectElement("g:contentSet//n:body.content[normalize-space()] | g:contentSet//x:body[normalize-space()] | g:contentSet/g:inlineXML/g:p", Names) is not null;

    private static List<XElement> ItemsOf(string path) => [.. XDocument.Load(path).XPathSelectElements("//g:newsItem", Names).Where(MayBeRead)];

    private static List<XElement> StoriesOf(string path) =>
        [.. XDocument.Load(path).XPathSelectElements("//NewsComponent[ContentItem/DataContent and (Role/@FormalName='Main' or Role/@FormalName='Body')]")];

    private static IEnumerable<(XElement Item, Article Article)> Pairs(string path, List<XElement> items) => items.Count == 0 ? [] : items.Zip(ArticlesOf(path));

    private static IReadOnlyList<Article> ArticlesOf(string path) => ArticleReader.Read(File.ReadAllBytes(path), path);

    private static string RootOf(string path) => XElement.Load(path).Name.LocalName;

    private static bool IsG2(string path) => RootOf(path) != "NewsML";

    private static IEnumerable<string> Files(params string[] folders) =>
        folders.SelectMany(folder => Directory.EnumerateFiles(Shared.PathOf(folder), "*.xml", new EnumerationOptions { RecurseSubdirectories = true, MatchCasing = MatchCasing.CaseInsensitive }))
            .Order(StringComparer.Ordinal);

    private static string? Said(XElement around, string path) => All(around, path).FirstOrDefault();

    private static List<string> All(XElement around, string path) =>
        [.. ((IEnumerable<object>)around.XPathEvaluate(path, Names)).Select(node => string.Join(' ', Value(node).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(said => said.Length > 0)];

    private static string Value(object node) => node switch { XElement element => element.Value, XAttribute attribute => attribute.Value, XText text => text.Value, _ => "" };

    /// <summary>NewsML 1 writes "20160116T125900+0000".</summary>
    private static string? Iso(string? basic) => basic is null ? null : $"{basic[..4]}-{basic[4..6]}-{basic[6..11]}:{basic[11..13]}:{basic[13..15]}{basic[15..].Replace("+0000", "Z", StringComparison.Ordinal)}";

    private static void AssertDate(string? said, ArticleDate? date)
    {
        Assert.Equal(said is null, date is null);
        if (said is not null)
            Assert.Equal(DateTimeOffset.Parse(said.Replace(".000Z", "Z", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture), date!.Value.ToInstant());
    }
}
