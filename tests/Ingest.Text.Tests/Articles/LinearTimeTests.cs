using System.Diagnostics;
using System.Text;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Articles;

/// <summary>What no newsroom sends on purpose, and what may not keep a worker busy for hours. They run alone, for the time of the whole process is taken.</summary>
[CollectionDefinition(nameof(LinearTimeTests), DisableParallelization = true)]
[Collection(nameof(LinearTimeTests))]
public sealed class LinearTimeTests
{
    private const string Sentence = "The harbour master said on Friday that the pier would stay closed until the spring.";

    /// <summary>Of each: the file's name, and the text with so many parts.</summary>
    private static readonly Dictionary<string, (string Name, int Parts, Func<int, string> Text)> Shapes = new(StringComparer.Ordinal)
    {
        ["page: nested"] = ("page.html", 5_000, n => $"<html><body>{Times("<div><b><ul><li>", n)}<p>{Sentence}</p></body></html>"),
        ["page: one line"] = ("page.html", 5_000, n => $"<html><body><p>{Times(Sentence + " ", n)}</p></body></html>"),
        ["page: breaks"] = ("page.html", 2_500, n => $"<html><body>{Times(Sentence + "<br>", n)}</body></html>"),
        ["page: foreign"] = ("page.html", 2_500, n => $"<html><body><p>{Sentence}</p><nav>{Times("<p>Dog found in Oban, and nobody knows how it came there or why.</p>", n)}</nav></body></html>"),
        ["page: figures"] = ("page.html", 2_500, n => $"<html><body><p>{Sentence}</p>{Times("<figure>", n)}x</body></html>"),
        ["page: unclosed script"] = ("page.html", 10_000, n => $"<html><body><p>{Sentence}</p>{Times("<script>", n)}"),
        ["page: attributes"] = ("page.html", 20_000, n => $"<html><body><p {Times("a=b ", n)}>{Sentence}</p></body></html>"),
        ["page: articles"] = ("page.html", 8_000, n => $"<html><head><title>Pier stays closed</title></head><body><h1>Pier stays closed</h1><p>{Sentence}</p>{Named(n, i => $"<article><h2>The ferry {i}</h2><p>The ferry {i} is late, and the harbour is closed, said Roe.</p></article>")}</body></html>"),
        ["page: bases"] = ("page.html", 4_000, n => $"<html><body><p>{Sentence}</p>{Times("<base href=/a>", n)}</body></html>"),
        ["mail: a field without end"] = ("mail.eml", 40_000, n => $"From: Jane Roe <roe@lakeside.example>\nSubject: Pier\nDate: Mon, 1 Jan 2024 00:00:00 +0000\nTo: a\n{Times(" b\n", n)}\n{Sentence}"),
        ["xml: attributes"] = ("feed.xml", 15_000, n => Feed(entry: $"<item {Named(n, i => $"a{i}='b' ")}>")),
        ["xml: attributes of no law"] = ("feed.xml", 15_000, n => Feed(entry: $"<item {Named(n, i => $"a{i}=b ")}>")),
        ["xml: entries"] = ("feed.xml", 1_000, n => Feed(Named(n, i => $"<item><description>{i}: {Sentence}</description></item>"))),
        ["text: one line"] = ("story.txt", 5_000, n => Times(Sentence + " ", n)),
        ["text: short lines"] = ("story.txt", 10_000, n => $"{Sentence}\n\n{Times("Dog found in Oban\n", n)}"),
        ["text: quotes that begin alike"] = ("story.txt", 1_500, n => Times($"“{Sentence}”\n\n{Sentence}\n\n", n)),
        ["text: brackets"] = ("story.txt", 50_000, n => Sentence + Times("(", n) + "."),
        ["text: pictures"] = ("story.txt", 10_000, n => Sentence + "\n" + Times("Photo: ", n)),
        ["text: blanks"] = ("story.txt", 50_000, n => Sentence + Times(" \t\u00a0", n) + Sentence),
        ["text: numbers"] = ("story.txt", 5_000, n => Sentence + "\n" + Times("2025-13-45T99:99 ", n)),
        ["text: humps"] = ("story.txt", 2_500, n => $"{Sentence} It was {Times("RoeSaidThat", n)}."),
        ["text: apostrophes"] = ("story.txt", 10_000, n => $"{Sentence} The pier and the pier were {Times("pier'stay ", n)}."),
        ["text: lost marks"] = ("story.txt", 5_000, n => $"{Sentence}\n\n\ufffdThe pier{Times(" of the boats\ufffd at the pier", n)}.\n"),
        ["text: commas"] = ("story.txt", 10_000, n => $"{Sentence} It was {Times("pier,stay,", n)}."),
        ["table: marks without end"] = ("dump.csv", 2_000, n => $"id,title,text\n1,Pier,\"{Sentence}\"\n{Times("2,\"Pier,\"\"x\n", n)}"),
        ["markdown: links without end"] = ("note.md", 5_000, n => $"# Pier\n\n{Sentence}\n\n{Times("[a](", n)}\n"),
        ["markdown: links with blanks and without end"] = ("note.md", 5_000, n => $"# Pier\n\n{Sentence}\n\n{Times("![a](b (", n)}\n"),
        ["markdown: links with a bracket that ends none"] = ("note.md", 5_000, n => $"# Pier\n\n{Sentence}\n\n{Times("[a](b\\)", n)}\n"),
        ["markdown: definitions of a link"] = ("note.md", 20_000, n => $"# Pier\n\n{Sentence}\n\n{Named(n, i => $"[a]: b{i}\n")}"),
        ["markdown: bare links"] = ("note.md", 11_000, n => $"# Pier\n\n{Sentence}\n\n{Times("http://a.example ", n)}"),
        ["markdown: a wide table of short rows"] = ("note.md", 400, n => $"# Pier\n\n{Sentence}\n\n|{Times("a|", n)}\n|{Times("-|", n)}\n{Times("|a\n", n)}"),
        ["markdown: links"] = ("note.md", 1_000, n => $"# Pier\n\n{Sentence}\n\n{Times("[Pier](https://lakeside.example/pier) stays *closed*, he said.\n\n", n)}\n"),
    };

    /// <summary>Bodies, with so many parts.</summary>
    private static readonly Dictionary<string, (int Parts, Func<int, string> Text)> Bodies = new(StringComparer.Ordinal)
    {
        ["a sentence without an end"] = (600, n => Times("the ferry of Karin Berg ran on Monday and she said ", n)),
        ["places in small letters"] = (5_000, n => "The ferry of Karin Berg went " + Times("to london and paris, and on to ", n)),
        ["one word"] = (30_000, n => Times("a", n)),
        ["names alone"] = (1_000, n => Times("Karin Berg Anna Lind Tom Hale ", n)),
        ["names in a list"] = (1_500, n => string.Concat(Enumerable.Range(0, n).Select(i => $"{Letter(i)}nna {Letter(i / 26)}ind{char.ToLowerInvariant(Letter(i / 676))}, "))),
        ["pronouns"] = (1_000, n => $"Karin Berg said on Friday that it was late.{Times(" He told her that she saw him.", n)}"),
        ["pronouns in a sentence without an end"] = (1_500, n => "Karin Berg and Tom Hale saw that " + Times("he thinks she knows ", n)),
        ["descriptions in a list"] = (2_500, n => Times("the president, the minister, the mayor, ", n)),
        ["a transcript"] = (700, n => Times("ROE: The pier is closed.\n\nThe ferry is not.\n\n", n)),
        ["firms"] = (500, n => string.Concat(Enumerable.Range(0, n).Select(i => $"{Letter(i)}nn{char.ToLowerInvariant(Letter(i / 26))}lind{char.ToLowerInvariant(Letter(i / 676))} Motor Company (ALMC) hired and Boston Annalind fired. "))),
        ["quotations alone"] = (12_000, n => Times("“a” ", n)),
        ["marks"] = (3_000, n => Sentence + Times(" \"He\" said", n)),
        ["marks that open"] = (5_000, n => Sentence + Times(" “pier", n)),
        ["cues"] = (900, n => Times("said told added warned according to ", n)),
        ["short paragraphs"] = (1_800, n => Times("“No,” she said.\n\n", n)),
        ["capitals"] = (300, n => Times(Sentence.ToUpperInvariant() + " ", n)),
        ["figures"] = (1_000, n => Times("$3.5 million on 3 March 2024, ", n)),
    };

    private static readonly Extractor Extractor = new();

    public static TheoryData<string> KindsOfFiles => [.. Shapes.Keys];

    public static TheoryData<string> KindsOfBodies => [.. Bodies.Keys];

    [Theory]
    [MemberData(nameof(KindsOfFiles))]
    public void A_file_of_any_shape_is_read_in_linear_time(string kind)
    {
        var (name, parts, text) = Shapes[kind];

        AssertLinear(
            n => Encoding.UTF8.GetBytes(text(n)),
            parts,
            bytes => Assert.Contains("harbour", ArticleReader.Read(bytes, name)[0].Text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(KindsOfBodies))]
    public void A_text_of_any_shape_is_looked_through_in_linear_time(string kind)
    {
        var (parts, text) = Bodies[kind];

        AssertLinear(
            n => new Article { Format = ArticleFormat.PlainText, Text = text(n), Language = "en" },
            parts,
            article => Assert.Equal(article.Text.Length, Extractor.Extract(article, "story.txt").Article.Text.Length));
    }

    /// <summary>
    /// Four times as many parts take four times the time; the square of it is sixteen. What the process has used of its processors tells, for the machine
    /// may have other work, and of three measurements the least, for so may the process. A fifth of a second is allowed for what doesn't grow.
    /// </summary>
    private static void AssertLinear<T>(Func<int, T> make, int parts, Action<T> work)
    {
        var (small, large) = (make(parts), make(4 * parts));
        work(small);

        var (once, fourTimes) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var tries = 0; tries == 0 || (tries < 3 && IsSteep()); tries++)
        {
            once = Least(once, TimeOf(() => work(small)));
            fourTimes = Least(fourTimes, TimeOf(() => work(large)));
        }

        Assert.False(IsSteep(), $"{once.TotalSeconds:F2} s for {parts} parts, {fourTimes.TotalSeconds:F2} s for four times as many");

        bool IsSteep() => fourTimes > (8 * once) + TimeSpan.FromSeconds(0.2);
    }

    /// <summary>A feed of one article, and whatever else stands in it.</summary>
    private static string Feed(string others = "", string entry = "<item>") =>
        $"<rss><channel>{entry}<title>Pier stays closed</title><description>{Sentence}</description></item>{others}</channel></rss>";

    private static string Named(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));

    private static char Letter(int i) => (char)('A' + i % 26);

    private static string Times(string part, int count) => new StringBuilder(part.Length * count).Insert(0, part, count).ToString();

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan TimeOf(Action work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        work();
        process.Refresh();
        return process.TotalProcessorTime - before;
    }
}
