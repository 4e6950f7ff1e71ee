using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Articles;

/// <summary>
/// feedparser's suite and feeds of real sites. A case of the suite says in the comment at its head, in Python, what must come out. Most
/// have no text: where another field is asked for, a body is set into them first.
/// </summary>
public sealed partial class FeedSuiteTests
{
    private const string Suite = "data/wire/feeds/feedparser_tests.tar.xz";
    private const string Real = "data/wire/feeds/real-feeds.tar.xz";
    private const string Body = "The ferry between Oster and Vale ran again on Monday.";

    // The suite's person has no name that a person could have.
    private const string Author = "Ada Wynn";

    /// <summary>Cases by their paths that ask for what articles don't have, each with the reason.</summary>
    private static readonly (string Path, string Reason)[] Elsewhere =
    [
        ("/http_", "The answer lies in the headers of HTTP."),
        ("math", "Formulas are no text."),
        ("svg", "Drawings are no text."),
        ("_crazy.", "A script whose end tag HTML reads otherwise than the suite, which takes its code for text."),
        ("_nested_cdata.", "Asks for the marks around nothing: there is no text to read."),
        ("_content_and_summary.", "Asks for the summary beside the text; an article has the one that is the text."),
        ("_summary_and_description.", "Asks for both of two texts; an article has the one that is the text."),
        ("_description_and_summary.", "Asks for both of two texts; an article has the one that is the text."),
        ("/entry_category_term.", "Asks for a category's code beside its label; a keyword is what readers are shown."),
        ("/entry_category_term_non_ascii.", "Asks for a category's code beside its label; a keyword is what readers are shown."),
    ];

    [SharedFact(Suite)]
    public void Every_field_that_the_suite_expects_is_the_articles()
    {
        var held = 0;
        var failed = new List<string>();
        var cases = Unpacked(Suite).Where(file => file.Path.Contains("/wellformed/", StringComparison.Ordinal)).ToList();
        Assert.All(Elsewhere, exception => Assert.Contains(cases, file => file.Path.Contains(exception.Path, StringComparison.Ordinal)));
        foreach (var (path, bytes) in cases.Where(file => !Elsewhere.Any(exception => file.Path.Contains(exception.Path, StringComparison.Ordinal))))
        {
            var feed = Encoding.UTF8.GetString(bytes).Replace("Example author", Author, StringComparison.Ordinal).Replace("Example editor", Author, StringComparison.Ordinal);
            foreach (Match expectation in Expectation().Matches(feed.Split("-->")[0]))
            {
                var (field, value) = (expectation.Groups["field"].Value, expectation.Groups["value"].Value);
                if (Expected(field, value) is not { Length: > 0 } expected || feed.Contains('\ufffd'))
                    continue;
                var isText = expected[0].StartsWith("text ", StringComparison.Ordinal);
                var article = FirstOf(Encoding.UTF8.GetBytes(isText ? feed : WithBody(feed)), path);
                if (article is not null && Fields(article).Intersect(expected).Any())
                    held++;
                else
                    failed.Add($"{path}: {expected[0]} of {field}, not among\n  {string.Join("\n  ", article is null ? ["nothing"] : Fields(article))}");
            }
        }

        Assert.True(failed.Count == 0, $"{held} held, {failed.Count} failed:\n{string.Join('\n', failed)}");
        Assert.True(held > 400, $"{held} held");
    }

    [SharedFact(Suite)]
    public void What_is_not_well_formed_is_read_or_refused()
    {
        foreach (var (path, bytes) in Unpacked(Suite))
        {
            var failure = Record.Exception(() => ArticleReader.Read(bytes, path));

            Assert.True(failure is null or ArticleFormatException, $"{path}: {failure}");
        }
    }

    [SharedFact(Real)]
    public void Each_entry_with_text_of_a_real_feed_is_an_article()
    {
        foreach (var (path, bytes) in Unpacked(Real))
        {
            var entries = EntriesWithText(bytes);
            if (entries is 0 or null)
            {
                Assert.True(Record.Exception(() => ArticleReader.Read(bytes, path)) is null or ArticleFormatException, path);
                continue;
            }

            var read = 0;
            var failure = Record.Exception(() => read = ArticleReader.Read(bytes, path).Count);
            Assert.True(read == entries, $"{path}: {read} of {entries} {failure?.Message}");
        }
    }

    /// <summary>Null where it is no XML.</summary>
    private static int? EntriesWithText(byte[] bytes)
    {
        try
        {
            return XDocument.Load(new MemoryStream(bytes)).Descendants().Where(element => element.Name.LocalName is "item" or "entry")
                .Count(entry => entry.Elements().Any(part => !part.Name.NamespaceName.Contains("mrss", StringComparison.Ordinal) && part.Name.LocalName is "description" or "summary" or "content" or "encoded" && Plain(part.Value).Length > 0));
        }
        catch (System.Xml.XmlException)
        {
            return null;
        }
    }

    /// <summary>Of these an article of the suite must have one among its <see cref="Fields"/>; none for a field that articles don't carry.</summary>
    private static string[] Expected(string field, string value)
    {
        string[] names = string.Join('.', field.Split('[', ']', '\'').Where(part => part.Length > 0 && !char.IsDigit(part[0]))) switch
        {
            "entries.title" or "entries.title_detail.value" => ["title"],
            "entries.link" => ["url"],
            "entries.author" or "entries.author_detail.name" => ["name"],
            "entries.summary" or "entries.summary_detail.value" or "entries.description" or "entries.content.value" => ["text"],
            "entries.published_parsed" => ["published"],
            // Also what stands in dc:date.
            "entries.updated_parsed" => ["modified", "published"],
            "entries.tags.label" or "entries.tags.term" or "entries.category" => ["keyword"],
            "feed.title" or "feed.title_detail.value" => ["publisher"],
            "feed.language" => ["language"],
            _ => [],
        };
        var said = value[1..^1];
        if (value[0] == '(')
        {
            var numbers = said.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
            return [.. names.Select(name => $"{name} {new DateTime(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], DateTimeKind.Utc):s}")];
        }

        // Of "Ada Wynn (ada@example.com)" articles have the name.
        said = Regex.Replace(said, @" \([^ ]+@[^ ]+\)$", "");
        said = Regex.Replace(said, @"\\x(..)|\\u(....)", escape => ((char)Convert.ToInt32(escape.Groups[1].Value + escape.Groups[2].Value, 16)).ToString()).Replace(@"\n", "\n", StringComparison.Ordinal);
        // What is plain text isn't marked as such there.
        return Plain(said).Length == 0 ? [] : [.. names.SelectMany(name => new[] { $"{name} {Plain(said)}", $"{name} {said}" })];
    }

    private static IEnumerable<string> Fields(Article article) =>
    [
        $"title {article.Title}", $"url {article.Url}", $"publisher {article.Publisher}", $"language {article.Language}",
        $"text {article.Text.Replace("\n\n", " ", StringComparison.Ordinal)}",
        $"published {article.Published?.ToInstant().UtcDateTime:s}", $"modified {article.Modified?.ToInstant().UtcDateTime:s}",
        .. article.Byline.Select(name => $"name {name}"), .. article.Keywords.Select(keyword => $"keyword {keyword}"),
    ];

    private static string Plain(string html) =>
        string.Join(' ', WebUtility.HtmlDecode(Regex.Replace(Regex.Replace(html, "<(script|style).*?</\\1>", "", RegexOptions.Singleline), "</?[a-zA-Z][^>]*>|<!--.*?-->", " ")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string WithBody(string feed)
    {
        if (EntryEnd().IsMatch(feed))
            return EntryEnd().Replace(feed, $"<${{prefix}}description>{Body}</${{prefix}}description>$0", 1);
        var entry = feed.Contains("</feed>", StringComparison.Ordinal) ? "entry" : "item";
        return FeedEnd().Replace(feed, $"<${{prefix}}{entry}><${{prefix}}description>{Body}</${{prefix}}description></${{prefix}}{entry}>$0", 1);
    }

    private static Article? FirstOf(byte[] bytes, string path)
    {
        try
        {
            return ArticleReader.Read(bytes, path)[0];
        }
        catch (ArticleFormatException)
        {
            return null;
        }
    }

    private static List<(string Path, byte[] Bytes)> Unpacked(string archive)
    {
        var folder = Directory.CreateTempSubdirectory("ingest-feeds-").FullName;
        try
        {
            using var tar = Process.Start("tar", ["-xJf", Shared.PathOf(archive), "-C", folder]);
            tar.WaitForExit();
            return [.. Directory.EnumerateFiles(folder, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => (path, File.ReadAllBytes(path)))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex("""(?<field>(entries\[0\]|feed)(\['\w+'\]|\[\d\])+)\s*==\s*u?(?<value>'[^'\n]*'|"[^"\n]*"|\([\d, ]+\))""", RegexOptions.None, 1000)]
    private static partial Regex Expectation();

    [GeneratedRegex("</(?<prefix>[a-zA-Z0-9]+:)?(?<name>entry|item)>", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex EntryEnd();

    [GeneratedRegex("</(?<prefix>[a-zA-Z0-9]+:)?(?<name>channel|feed)>", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex FeedEnd();
}
