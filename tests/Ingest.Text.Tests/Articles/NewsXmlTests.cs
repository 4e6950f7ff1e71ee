using System.Text;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Articles;

public sealed class NewsXmlTests
{
    private const string Body = "The ferry between Oster and Vale ran again on Monday after a month in the dock, to the relief of both towns.";

    private const string Nitf = $"""
        <nitf baselang="en-GB"><head><title>Ferry</title>
          <tobject><tobject.subject tobject.subject.type="Transport"/></tobject>
          <docdata management-status="usable"><date.issue norm="20250314T094500+0100"/><du-key version="2"/><doc.copyright holder="Lakewire Ltd"/>
            <key-list><keyword key="ferry"/></key-list><identified-content><org>Vale Council</org></identified-content></docdata>
          <pubdata position.section="Transport" name="Lakeside Post"/><revision-history norm="20250314T110000Z"/></head>
          <body><body.head><hedline><hl1>Ferry runs again</hl1><hl2>A month late</hl2></hedline><byline>By <person>Jane Roe</person>, <byttl>Transport Editor</byttl></byline>
            <distributor>Lakewire</distributor><dateline><location>OSTER</location>, <story.date>March 14</story.date></dateline></body.head>
          <body.content><block><p><location>Oster</location> — {Body}</p>
            <media media-type="image"><media-caption>The ferry in its dock.</media-caption><media-producer>Moira Galt</media-producer></media>
            <p>“It is <em>late</em>,” said <person>Ada Wynn</person>.</p></block></body.content>
          <body.end><tagline>Editing by Somebody.</tagline></body.end></body></nitf>
        """;

    [Fact]
    public void Nitf_is_read_with_all_its_fields()
    {
        var article = One($"<?xml version='1.0'?><!DOCTYPE nitf SYSTEM 'http://127.0.0.1:9/nitf.dtd' [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>{Nitf}");

        Assert.Equal(ArticleFormat.Nitf, article.Format);
        Assert.Equal([$"Oster — {Body}", "“It is late,” said Ada Wynn."], Read.Paragraphs(article));
        Assert.Equal(["The ferry in its dock.", "Moira Galt"], article.Captions);
        Assert.Equal(("Ferry runs again", "Lakewire", "Transport", "OSTER, March 14"), (article.Title, article.Publisher, article.Section, article.Dateline));
        Assert.Equal(("2025-03-14T09:45:00+01:00", "2025-03-14T11:00:00Z"), (article.Published.ToString(), article.Modified.ToString()));
        Assert.Equal(("en-GB", "2", PublicationStatus.Usable), (article.Language, article.Version, article.Status));
        Assert.Equal(["Jane Roe"], article.Byline);
        Assert.Equal(["ferry", "Transport"], article.Keywords);
        Assert.Equal(
            [new(GivenKind.Location, "Oster"), new(GivenKind.Person, "Ada Wynn"), new(GivenKind.Organization, "Vale Council")],
            article.Given);
    }

    [Theory]
    [InlineData("embargoed", PublicationStatus.Embargoed)]
    [InlineData("withheld", PublicationStatus.Withheld)]
    [InlineData("cancelled", PublicationStatus.Cancelled)]
    public void Nitf_that_may_not_be_used_says_so(string status, PublicationStatus expected) =>
        Assert.Equal(expected, One(Nitf.Replace("usable", status, StringComparison.Ordinal)).Status);

    [Fact]
    public void A_g2_item_is_read_with_its_nitf_inside()
    {
        var article = One(G2($"<inlineXML contenttype='application/nitf+xml'>{Nitf}</inlineXML>"));

        Assert.Equal(ArticleFormat.NewsMLG2, article.Format);
        Assert.Equal(2, Read.Paragraphs(article).Length);
        Assert.Equal(("Ferry back", "Lakewire News", "VALE"), (article.Title, article.Publisher, article.Dateline));
        Assert.Equal(["Li Wei"], article.Byline);
        Assert.Equal(("2025-03-14T08:00:00Z", "2025-03-14T09:30:00Z", "2025-03-14T09:00:00Z"), (article.Published.ToString(), article.Modified.ToString(), article.Embargo.ToString()));
        Assert.Equal(("7", "en-GB", PublicationStatus.Usable), (article.Version, article.Language, article.Status));
        Assert.Equal(["lakes", "Transport", "ferry"], article.Keywords);
        Assert.Contains(new GivenEntity(GivenKind.Person, "Ada Wynn Jr."), article.Given);
    }

    [Theory]
    [InlineData($"<inlineXML contenttype='application/xhtml+xml'><html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head><body><p>{Body}</p></body></html></inlineXML>")]
    [InlineData($"<inlineData contenttype='text/plain'>{Body}</inlineData>")]
    [InlineData($"<inlineData contenttype='text/html'>&lt;p&gt;{Body}&lt;/p&gt;</inlineData>")]
    public void A_g2_item_gives_its_text_in_whatever_it_is_wrapped(string content) => Assert.Equal(Body, One(G2(content)).Text);

    [Fact]
    public void A_message_of_several_items_gives_them_all()
    {
        var item = G2($"<inlineData>{Body}</inlineData>");

        Assert.Equal(2, ArticleReader.Read(Encoding.UTF8.GetBytes($"<newsMessage><itemSet>{item}<packageItem guid='p'/>{item}</itemSet></newsMessage>"), "message.xml").Count);
    }

    [Theory]
    [InlineData("<conceptItem><concept/></conceptItem>")]
    [InlineData("<newsItem><contentSet><remoteContent href='a.jpg'/></contentSet></newsItem>")]
    [InlineData("<nitf><body><body.content/></body></nitf>")]
    public void An_item_without_text_holds_no_article(string xml) => Assert.Equal(ArticleFormatCodes.NoArticle, FailureOf(xml));

    [Fact]
    public void A_newsml_1_component_has_what_those_around_it_say()
    {
        var article = One($"""
            <NewsML><NewsItem xml:lang="en"><Identification><NewsIdentifier><ProviderId>lakewire.example</ProviderId><RevisionId Update="N">4</RevisionId></NewsIdentifier></Identification>
              <NewsManagement><FirstCreated>20250314T080000+0100</FirstCreated><ThisRevisionCreated>20250314T093000Z</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement>
              <NewsComponent><NewsLines><HeadLine>Ferry runs again</HeadLine><ByLine>By Jane Roe</ByLine><DateLine>OSTER, March 14</DateLine><KeywordLine>ferry; lakes</KeywordLine></NewsLines>
                <AdministrativeMetadata><Provider><Party FormalName="Lakewire"/></Provider></AdministrativeMetadata><DescriptiveMetadata><Language FormalName="en-GB"/></DescriptiveMetadata>
                <NewsComponent><Role FormalName="Caption"/><ContentItem><DataContent><p>{Body} {Body} {Body}</p></DataContent></ContentItem></NewsComponent>
                <NewsComponent><Role FormalName="Main"/><ContentItem><MediaType FormalName="Text"/><DataContent><p>{Body}</p><p>It was late.</p></DataContent></ContentItem></NewsComponent>
              </NewsComponent></NewsItem></NewsML>
            """);

        Assert.Equal(ArticleFormat.NewsML1, article.Format);
        Assert.Equal([Body, "It was late."], Read.Paragraphs(article));
        Assert.Equal(("Ferry runs again", "Lakewire", "OSTER, March 14"), (article.Title, article.Publisher, article.Dateline));
        Assert.Equal(["Jane Roe"], article.Byline);
        Assert.Equal(("2025-03-14T08:00:00+01:00", "2025-03-14T09:30:00Z", "4", "en-GB"), (article.Published.ToString(), article.Modified.ToString(), article.Version, article.Language));
        Assert.Equal(["ferry", "lakes"], article.Keywords);
    }

    [Fact]
    public void An_entity_bomb_doesnt_go_off()
    {
        var declarations = string.Concat(Enumerable.Range(1, 20).Select(i => $"<!ENTITY e{i} '&e{i - 1};&e{i - 1};&e{i - 1};&e{i - 1};'>"));

        var article = One($"<!DOCTYPE nitf [<!ENTITY e0 'boom'>{declarations}]>{Nitf.Replace("late", "&e20;", StringComparison.Ordinal)}");

        Assert.InRange(article.Text.Length, 100, 300);
    }

    [Fact]
    public void Elements_without_end_are_too_deep() =>
        Assert.Equal(ArticleFormatCodes.TooDeep, FailureOf("<rss>" + string.Concat(Enumerable.Repeat("<item>", 100_000))));

    private static string G2(string content) => $"""
        <newsItem guid="urn:newsml:1" version="7" xml:lang="en"><rightsInfo><copyrightHolder literal="Somebody"/></rightsInfo>
          <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:L"><name>Lakewire News</name></provider><versionCreated>2025-03-14T09:30:00Z</versionCreated>
            <firstCreated>2025-03-14T08:00:00Z</firstCreated><embargoed>2025-03-14T09:00:00Z</embargoed><pubStatus qcode="stat:usable"/></itemMeta>
          <contentMeta><headline>Ferry back</headline><by>By Li Wei</by><dateline>VALE</dateline><language tag="en-GB"/><keyword>lakes</keyword>
            <subject qcode="medtop:1"><name>Transport</name></subject><subject type="cpnat:person" qcode="p:1"><name>Ada Wynn Jr.</name></subject></contentMeta>
          <contentSet>{content}</contentSet></newsItem>
        """;

    private static Article One(string xml) => Read.Bytes(Encoding.UTF8.GetBytes(xml), "item.xml");

    private static string FailureOf(string xml) => Read.FailureOf(Encoding.UTF8.GetBytes(xml), "item.xml");
}
