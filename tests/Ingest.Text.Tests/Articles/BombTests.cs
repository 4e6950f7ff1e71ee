using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Articles;

[CollectionDefinition(nameof(BombTests), DisableParallelization = true)]
public sealed class BombTestsRunAlone;

/// <summary>
/// Files that are small and cost much, or nest without end. The limits are small, so that a bomb that goes off costs little, and what is
/// allocated is counted over all threads. Memory outside the managed heap is not seen.
/// </summary>
[Collection(nameof(BombTests))]
public sealed class BombTests
{
    private const string Body = "The ferry between Oster and Vale ran again on Monday after a month in the dock, to the relief of both towns.";

    private const int Mebibyte = 1024 * 1024;

    private static readonly ArticleLimits Limits = new()
    {
        MaxBytes = 4 * Mebibyte,
        MaxUnpackedBytes = 16 * Mebibyte,
        MaxPageBytes = Mebibyte,
        MaxPageLetters = 2000,
        MaxTextLength = 5000,
        MaxFiles = 200,
        MaxElements = 10_000,
    };

    private static readonly byte[] Story = Encoding.UTF8.GetBytes($"Ferry runs again\n\n{Body}\n");

    // The library of PDFs keeps tables of glyphs from its first page on, some 22 MiB: they are no bomb's.
    static BombTests() => Read.Bytes(File.ReadAllBytes(Path.Combine(Tree.Root, "seeds", "snow-library.pdf")), "snow-library.pdf");

    /// <summary>Each with the reason of its refusal, and the mebibytes that may be allocated on the way there: twice what it took.</summary>
    public static TheoryData<string, string, int> Bombs => new()
    {
        { "a file of zeros", "too-large", 8 },
        { "many files of zeros", "too-large", 128 },
        { "zeros in five packings", "too-deep", 8 },
        { "zeros in two packings", "too-large", 8 },
        { "more files than the limit", "too-many", 28 },
        { "an archive within itself, over and over", "too-deep", 8 },
        { "files that share their bytes", "too-large", 70 },
        { "a page of tags", "too-large", 8 },
        { "a note of many paragraphs", "too-large", 150 },
        { "a feed with a page of tags", "too-large", 40 },
        { "a PDF whose page is of blanks", "too-large", 8 },
        { "a PDF of many such pages", "too-large", 144 },
        { "a PDF of one large stream in runs", "too-large", 8 },
        { "a PDF of many streams in runs", "too-large", 36 },
        { "a PDF of one large stream in LZW", "too-large", 8 },
        { "a PDF of many streams in LZW", "too-large", 130 },
        { "a PDF whose page is packed as a picture", "no-article", 8 },
        { "a PDF of rows as long as it says", "too-large", 8 },
        { "a PDF that draws one stream a thousand times", "too-large", 8 },
        { "a PDF that draws forms of forms", "too-large", 440 },
        { "a PDF page of too many letters", "too-large", 8 },
        { "a PDF of too many letters on all its pages", "too-large", 8 },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_is_refused_before_it_has_gone_off(string bomb, string code, int mebibytes)
    {
        var bytes = Bomb(bomb);
        var (clock, before) = (Stopwatch.StartNew(), GC.GetTotalAllocatedBytes(precise: true));

        var failure = Read.FailureOf(bytes, bomb == "a note of many paragraphs" ? "bomb.md" : "bomb.zip", Limits);

        var allocated = (GC.GetTotalAllocatedBytes(precise: true) - before) / Mebibyte;
        Assert.Equal(code, failure);
        Assert.InRange(allocated, 0, mebibytes);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed.TotalSeconds:F0} s");
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
        "a file of zeros" => Pack.Zip(("a.txt", new byte[6_000_000])),
        "many files of zeros" => Many(40, new byte[1_000_000]),
        "zeros in five packings" => Enumerable.Range(0, 5).Aggregate(new byte[1_000_000], (inner, _) => Pack.Gzip(inner)),
        "zeros in two packings" => Pack.Zip(("inner.zip", Pack.Zip(("a.txt", new byte[6_000_000])))),
        "more files than the limit" => Many(201, Story),
        "an archive within itself, over and over" => Enumerable.Range(0, 40).Aggregate(Story, (inner, _) => Pack.Zip(("a.zip", inner))),
        "files that share their bytes" => Overlapping(100, 500_000),
        "a page of tags" => Tags("<html><body><h1>Ferry runs again</h1>", "<i></i>", 100_000),
        "a note of many paragraphs" => Tags("# Ferry runs again\n\n- a\n- b\n\n", "a\n\n", 100_000),
        "a feed with a page of tags" => Tags("<rss><channel><item><description>", "&lt;i>", 400_000, "</description></item></channel></rss>"),
        "a PDF whose page is of blanks" => Pdf.Packed("/FlateDecode", Pack.Zlib(Blanks(6_000_000))),
        "a PDF of many such pages" => Pdf.Packed("/FlateDecode", [.. Enumerable.Repeat(Pack.Zlib(Blanks(900_000)), 40)]),
        "a PDF of one large stream in runs" => Pdf.Packed("/RunLengthDecode", Runs(100_000)),
        "a PDF of many streams in runs" => Pdf.Packed("/RunLengthDecode", [.. Enumerable.Repeat(Runs(7_000), 40)]),
        "a PDF of one large stream in LZW" => Pdf.Packed("/LZWDecode", Pack.LzwOfBlanks(3500)),
        "a PDF of many streams in LZW" => Pdf.Packed("/LZWDecode", [.. Enumerable.Repeat(Pack.LzwOfBlanks(1300), 40)]),
        "a PDF whose page is packed as a picture" =>
            Pdf.Packed("/CCITTFaxDecode/DecodeParms<</K -1/Columns 20000/Rows 20000>>", new byte[2000]),
        "a PDF of rows as long as it says" =>
            Pdf.Packed("/FlateDecode/DecodeParms<</Predictor 12/Columns 900000000>>", Pack.Zlib(Blanks(100))),
        "a PDF that draws one stream a thousand times" => Pdf.Of(
            [Pdf.Page($"[{string.Concat(Enumerable.Repeat("4 0 R ", 1000))}]"), Pdf.Stream("", Blanks(10_000))]),
        "a PDF that draws forms of forms" => Pdf.Of([Pdf.Page("4 0 R"), Pdf.Stream("", "/X5 Do"u8), .. Enumerable.Range(5, 8).Select(FormOfForms)]),
        "a PDF page of too many letters" => Pdf.Of([Pdf.Page("4 0 R"), Pdf.Stream("", Letters(2001))]),
        "a PDF of too many letters on all its pages" => Pdf.Packed("/RunLengthDecode", [.. Enumerable.Repeat(Unpacked(Letters(1900)), 3)]),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static byte[] Tags(string head, string tag, int count, string tail = "") =>
        Encoding.ASCII.GetBytes(new StringBuilder(head).Insert(head.Length, tag, count).Append(tail).ToString());

    private static byte[] Blanks(int count)
    {
        var blanks = new byte[count];
        blanks.AsSpan().Fill((byte)' ');
        return blanks;
    }

    private static byte[] Letters(int count) => Encoding.ASCII.GetBytes($"BT /F1 9 Tf ({new string('a', count)}) Tj ET");

    /// <summary>Runs of 128 blanks.</summary>
    private static byte[] Runs(int count) => [.. Enumerable.Repeat((byte[])[129, (byte)' '], count).SelectMany(run => run), 128];

    /// <summary>As RunLengthDecode has it that packs nothing.</summary>
    private static byte[] Unpacked(byte[] bytes) => [.. bytes.Chunk(128).SelectMany(part => (byte[])[(byte)(part.Length - 1), .. part]), 128];

    /// <summary>A form that draws the next one ten times.</summary>
    private static byte[] FormOfForms(int number) => Pdf.Stream(
        $"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X{number + 1} {number + 1} 0 R>>>>",
        Encoding.ASCII.GetBytes(number == 12 ? "q Q" : string.Concat(Enumerable.Repeat($"/X{number + 1} Do ", 10))));

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
