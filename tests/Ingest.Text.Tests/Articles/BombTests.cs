using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Articles;

/// <summary>Files that are small and cost much, or nest without end. Bounds are wide: they tell a bomb that went off from one that didn't.</summary>
public sealed class BombTests
{
    private const string Body = "The ferry between Oster and Vale ran again on Monday after a month in the dock, to the relief of both towns.";

    // Bytes that may be allocated on the way to a refusal: what MaxUnpackedBytes allows, in a buffer that doubles, and some more.
    private const long MaxAllocated = 2L * 1024 * 1024 * 1024;

    private static readonly byte[] Story = Encoding.UTF8.GetBytes($"Ferry runs again\n\n{Body}\n");

    public static TheoryData<string, string> Bombs => new()
    {
        { "a file of zeros", "too-large" },
        { "many files of zeros", "too-large" },
        { "zeros in five packings", "too-deep" },
        { "zeros in two packings", "too-large" },
        { "more files than the limit", "too-many" },
        { "an archive within itself, over and over", "too-deep" },
        { "files that share their bytes", "too-large" },
        { "a PDF whose page is of blanks", "too-large" },
        { "a PDF of many such pages", "too-large" },
        { "a PDF of one large stream in an old packing", "too-large" },
        { "a page of tags", "too-large" },
        { "a note of tags", "too-large" },
        { "a feed with a page of tags", "too-large" },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_is_refused_before_it_has_gone_off(string bomb, string code)
    {
        var bytes = Bomb(bomb);
        var (clock, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());

        var failure = Read.FailureOf(bytes, "bomb.zip");

        Assert.Equal(code, failure);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaxAllocated);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"{clock.Elapsed.TotalSeconds:F0} s");
    }

    [Fact]
    public void A_page_of_50_MB_is_read()
    {
        // A picture in the page itself, and an article of a thousand pages.
        var paragraph = string.Concat(Enumerable.Repeat(Body + " ", 3)) + "Nobody counted {0} ships.";
        var page = new StringBuilder("<html><body><h1>Ferry runs again</h1>", 52_000_000).Append("<img src='data:image/png;base64,").Append('A', 47_000_000).Append("'>");
        for (var i = 0; page.Length < 50_000_000; i++)
            page.Append("<p>").AppendFormat(null, paragraph, i).Append("</p>\n");
        var bytes = Encoding.UTF8.GetBytes(page.Append("</body></html>").ToString());
        page.Clear();
        var (clock, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());

        var article = Read.Bytes(bytes, "page.html");

        Assert.InRange(article.Text.Length, 2_800_000, 3_000_000);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20L * bytes.Length);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(120), $"{clock.Elapsed.TotalSeconds:F0} s");
    }

    [Fact]
    public void Entities_of_a_document_type_are_neither_fetched_nor_multiplied()
    {
        var secret = Path.GetTempFileName();
        File.WriteAllText(secret, "the secret of the lake");
        var laughs = string.Concat(Enumerable.Range(1, 30).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">"));
        try
        {
            foreach (var root in new[] { "nitf", "rss", "newsItem" })
            {
                var bomb = $"""
                    <?xml version="1.0"?><!DOCTYPE {root} SYSTEM "{secret}" [<!ENTITY l0 "ha">{laughs}<!ENTITY x SYSTEM "file://{secret}"><!ENTITY % p SYSTEM "file://{secret}">%p;]>
                    <{root}><channel><item><title>Ferry</title><description>{Body} &l30; &x; It was late.</description></item></channel><body><body.content><p>{Body} &l30; &x; It was late.</p></body.content></body>
                    <itemMeta/><contentSet><inlineXML><html><body xmlns="http://www.w3.org/1999/xhtml"><p>{Body} &l30; &x; It was late.</p></body></html></inlineXML></contentSet></{root}>
                    """;

                var article = Read.Bytes(Encoding.UTF8.GetBytes(bomb), "item.xml");

                Assert.StartsWith(Body, article.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("secret", article.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("haha", article.Text, StringComparison.Ordinal);
                Assert.InRange(article.Text.Length, Body.Length, 3000);
            }
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Theory]
    [InlineData("deep.json", "too-deep", "{\"title\":\"Ferry\",\"a\":", "1", "}")]
    [InlineData("deep.xml", "too-deep", "<item>", "x", "</item>")]
    [InlineData("deep.html", "", "<div><table><tr><td>", "", "</td></tr></table></div>")]
    [InlineData("deep.md", "too-deep", "> - ", "", "")]
    public void Nesting_of_thousands_is_read_or_too_deep(string name, string code, string open, string middle, string close)
    {
        const int depth = 5000;
        var head = name.EndsWith("xml", StringComparison.Ordinal) ? "<rss>" : "";
        var text = head + string.Concat(Enumerable.Repeat(open, depth)) + middle + (code.Length == 0 ? Body : "") + string.Concat(Enumerable.Repeat(close, depth));

        var failure = Record.Exception(() => ArticleReader.Read(Encoding.UTF8.GetBytes(text), name));

        Assert.Equal(code, (failure as ArticleFormatException)?.Code ?? failure?.ToString() ?? "");
    }

    [Fact]
    public void A_message_of_thousands_of_parts_within_parts_ends()
    {
        var heads = string.Concat(Enumerable.Range(0, 5000).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n"));

        var failure = Record.Exception(() => ArticleReader.Read(Encoding.ASCII.GetBytes($"From: a@lakeside.example\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\n{heads}\r\n{Body}"), "deep.eml"));

        Assert.True(failure is null or ArticleFormatException, failure?.ToString());
    }

    private static byte[] Bomb(string kind) => kind switch
    {
        "a file of zeros" => Pack.Zip(("a.txt", new byte[60_000_000])),
        "many files of zeros" => Many(40, new byte[8_000_000]),
        "zeros in five packings" => Enumerable.Range(0, 5).Aggregate(new byte[1_000_000], (inner, _) => Pack.Gzip(inner)),
        "zeros in two packings" => Pack.Zip(("inner.zip", Pack.Zip(("a.txt", new byte[60_000_000])))),
        "more files than the limit" => Many(10_001, Story),
        "an archive within itself, over and over" => Enumerable.Range(0, 40).Aggregate(Story, (inner, _) => Pack.Zip(("a.zip", inner))),
        "a PDF whose page is of blanks" => Pdf("/FlateDecode", Pack.Zlib(Blanks(60_000_000))),
        "a PDF of many such pages" => Pdf("/FlateDecode", [.. Enumerable.Repeat(Pack.Zlib(Blanks(900_000)), 400)]),
        "a PDF of one large stream in an old packing" => Pdf("/RunLengthDecode", [.. Enumerable.Repeat((byte[])[129, (byte)' '], 1_000_000).SelectMany(run => run), 128]),
        "a page of tags" => Pack.Zip(("page.html", Tags("<html><body><h1>Ferry runs again</h1>", "<i></i>", 3_000_000))),
        "a note of tags" => Pack.Zip(("note.md", Tags("# Ferry runs again\n\n", "*a* ", 1_500_000))),
        "a feed with a page of tags" => Pack.Zip(("feed.xml", Tags("<rss><channel><item><description>", "&lt;p>a", 1_000_000))),
        _ => Overlapping(100, 8_000_000),
    };

    private static byte[] Tags(string head, string tag, int count) =>
        Encoding.ASCII.GetBytes(new StringBuilder(head, head.Length + (count * tag.Length)).Insert(head.Length, tag, count).ToString());

    private static byte[] Blanks(int count)
    {
        var blanks = new byte[count];
        blanks.AsSpan().Fill((byte)' ');
        return blanks;
    }

    /// <summary>A PDF with a page for each of these content streams.</summary>
    private static byte[] Pdf(string filter, params byte[][] streams)
    {
        using var pdf = new MemoryStream();
        var offsets = new List<long>();
        void Write(string text) => pdf.Write(Encoding.ASCII.GetBytes(text));
        void Begin()
        {
            offsets.Add(pdf.Position);
            Write($"{offsets.Count} 0 obj\n");
        }

        Write("%PDF-1.4\n");
        Begin();
        Write("<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
        Begin();
        Write($"<</Type/Pages/Count {streams.Length}/Kids[{string.Join(' ', streams.Select((_, i) => $"{3 + 2 * i} 0 R"))}]>>\nendobj\n");
        foreach (var stream in streams)
        {
            Begin();
            Write($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {offsets.Count + 1} 0 R>>\nendobj\n");
            Begin();
            Write($"<</Filter{filter}/Length {stream.Length}>>\nstream\n");
            pdf.Write(stream);
            Write("\nendstream\nendobj\n");
        }

        var start = pdf.Position;
        Write($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n{string.Concat(offsets.Select(offset => $"{offset:D10} 00000 n \n"))}");
        Write($"trailer\n<</Size {offsets.Count + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
        return pdf.ToArray();
    }

    private static byte[] Many(int count, byte[] bytes)
    {
        // Hardly packed, so that no ratio gives them away, but the sum does.
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < count; i++)
            {
                using var entry = archive.CreateEntry($"{i}.bin", CompressionLevel.Fastest).Open();
                entry.Write(bytes);
            }
        }

        return zip.ToArray();
    }

    /// <summary>One packed file that the directory names many times.</summary>
    private static byte[] Overlapping(int count, int length)
    {
        var noise = new byte[length];
        new Random(1).NextBytes(noise);
        // A picture: nothing is spent on reading it.
        new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' }.CopyTo(noise, 0);
        var zip = Pack.Zip(("a.bin", noise));
        var end = zip.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        var start = BitConverter.ToInt32(zip, end + 16);
        var entry = zip[start..end];
        var tail = zip[end..];
        BitConverter.TryWriteBytes(tail.AsSpan(8), (ushort)count);
        BitConverter.TryWriteBytes(tail.AsSpan(10), (ushort)count);
        BitConverter.TryWriteBytes(tail.AsSpan(12), entry.Length * count);
        return [.. zip[..start], .. Enumerable.Repeat(entry, count).SelectMany(bytes => bytes), .. tail];
    }
}
