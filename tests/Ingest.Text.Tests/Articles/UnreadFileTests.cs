using System.Text;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Articles;

/// <summary>What can't be read beside an article is told, and costs nothing else.</summary>
public sealed class UnreadFileTests
{
    private const string Body = "The ferry between Oster and Vale ran again on Monday after a month in the dock, to the relief of both towns.";

    private static readonly byte[] Story = Encoding.UTF8.GetBytes($"Ferry runs again\n\n{Body}\n");

    private static readonly byte[] Noise = [.. Enumerable.Range(0, 2000).Select(i => (byte)(i * i % 251))];

    [Fact]
    public void A_broken_file_of_an_archive_is_told_with_its_way_and_its_reason()
    {
        var zip = Pack.Zip(("a.txt", Story), ("b/noise.docx", Noise), ("empty.txt", []), ("c.txt", Story));

        Assert.Equal(["2 articles", "b/noise.docx unknown-format", "empty.txt empty"], Contents(zip, "all.zip"));
        Assert.Equal(["2 articles", "b/noise.docx unknown-format", "empty.txt empty"], Contents(Pack.Gzip(Pack.Tar(("a.txt", Story), ("b/noise.docx", Noise), ("empty.txt", []), ("c.txt", Story))), "all.tgz"));
    }

    [Fact]
    public void A_file_that_does_not_unpack_is_told()
    {
        var zip = Pack.Zip(("a.txt", Story), ("b.txt", Story), ("c.txt", Story));
        var second = zip.AsSpan().IndexOf("b.txt"u8) + 5;
        zip.AsSpan(second, 20).Fill(0xFF);

        Assert.Equal(["2 articles", "b.txt malformed"], Contents(zip, "all.zip"));
    }

    [Fact]
    public void A_file_of_a_zip_that_a_password_locks_is_told_as_locked()
    {
        var zip = Pack.Zip(("a.txt", Story), ("b.txt", Story));
        foreach (var (signature, flags) in new[] { ("PK\x3\x4", 6), ("PK\x1\x2", 8) })   // the file's own head, and its line in the list at the end
            zip[zip.AsSpan().LastIndexOf(Encoding.Latin1.GetBytes(signature)) + flags] |= 1;

        var locked = Assert.Single(ArticleReader.Read(zip, "all.zip").Unread);
        Assert.Equal(("b.txt", "malformed", "The file is locked by a password."), (locked.Name, locked.Code, locked.Message));
    }

    [Fact]
    public void A_broken_file_of_an_inner_archive_is_told_by_its_way_through_both()
    {
        var zip = Pack.Zip(("inner.zip", Pack.Zip(("a.txt", Story), ("noise.docx", Noise))), ("b.txt", Story));

        Assert.Equal(["2 articles", "inner.zip#noise.docx unknown-format"], Contents(zip, "all.zip"));
    }

    [Fact]
    public void An_inner_archive_of_which_nothing_can_be_read_is_one_failure()
    {
        var zip = Pack.Zip(("inner.zip", Pack.Zip(("x.docx", Noise), ("y.docx", Noise))), ("b.txt", Story));

        Assert.Equal(["1 article", "inner.zip unknown-format"], Contents(zip, "all.zip"));
    }

    [Fact]
    public void A_bomb_beside_an_article_costs_only_itself()
    {
        var zip = Pack.Zip(("a.txt", Story), ("bomb.txt", new byte[40_000_000]), ("deep.gz", Enumerable.Range(0, 6).Aggregate(Story, (inner, _) => Pack.Gzip(inner))), ("b.txt", Story));

        Assert.Equal(["2 articles", "bomb.txt too-large", "deep.gz too-deep"], Contents(zip, "all.zip"));
    }

    [Fact]
    public void Files_of_one_name_are_told_apart()
    {
        var zip = Pack.Zip(("a.txt", Story), ("x.docx", Noise), ("x.docx", Noise));

        Assert.Equal(["1 article", "x.docx unknown-format", "x.docx (2) unknown-format"], Contents(zip, "all.zip"));
    }

    [Fact]
    public void Pictures_and_style_sheets_are_passed_over()
    {
        var zip = Pack.Zip(("a.txt", Story), ("logo", [0x89, .. "PNG"u8, .. Noise]), ("page_files/page.css", Noise), ("page_files/font.woff2", Noise));

        Assert.Equal(["1 article"], Contents(zip, "all.zip"));
    }

    [Fact]
    public void An_archive_that_breaks_off_is_read_up_to_there()
    {
        var noise = new byte[9000];
        new Random(1).NextBytes(noise);
        var tar = Pack.Tar(("a.txt", Story), ("b.txt", Story), ("c.txt", noise));

        Assert.Equal(["2 articles", "c.txt malformed", "(rest) malformed"], Contents(tar[..^6000], "all.tar"));
        Assert.Equal(["2 articles", "c.txt malformed", "(rest) malformed"], Contents(Pack.Gzip(tar)[..^1000], "all.tar.gz"));
    }

    [Fact]
    public void A_record_of_a_web_archive_that_breaks_off_is_told_by_its_address()
    {
        var page = Encoding.UTF8.GetBytes($"<html><body><h1>Ferry runs again</h1><p>{Body}</p><p>{Body[..^1]}, it said.</p></body></html>");
        byte[] answer = [.. "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"u8, .. page];
        byte[] missing = [.. "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n"u8, .. page];
        byte[] script = [.. "HTTP/1.1 200 OK\r\nContent-Type: text/javascript\r\n\r\n"u8, .. Noise];
        var warc = Pack.Join(
            Pack.Record("response", "https://lakeside.example/ferry", answer),
            Pack.Record("response", "https://lakeside.example/gone", missing),
            Pack.Record("response", "https://lakeside.example/ads", script),
            Pack.Record("response", "https://lakeside.example/again", answer));

        Assert.Equal(["1 article", "https://lakeside.example/again malformed"], Contents(warc[..^200], "crawl.warc"));
    }

    [Fact]
    public void A_line_that_breaks_off_is_told_by_its_number()
    {
        var line = $$"""{ "title": "Dock", "text": "{{Body}}" }""";

        Assert.Equal(["2 articles", "line 2 malformed"], Contents(Encoding.UTF8.GetBytes($"{line}\n{line[..40]}\n\n{line}\n"), "dump.jsonl"));
    }

    [Fact]
    public void What_hangs_on_a_message_and_cannot_be_read_is_told()
    {
        var message = $"""
            From: Mara Voss <mara@lakeside.example>
            Subject: Ferry runs again
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=x

            --x
            Content-Type: text/plain

            {Body}

            --x
            Content-Type: image/png
            Content-Disposition: attachment; filename=logo.png
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(Noise)}
            --x
            Content-Type: application/octet-stream
            Content-Disposition: attachment; filename=story.doc
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(Noise)}
            --x--
            """;

        Assert.Equal(["1 article", "story.doc unknown-format"], Contents(Encoding.UTF8.GetBytes(message), "ferry.eml"));
    }

    private static string[] Contents(byte[] bytes, string name)
    {
        var contents = ArticleReader.Read(bytes, name);
        return [contents.Count == 1 ? "1 article" : $"{contents.Count} articles", .. contents.Unread.Select(file => $"{file.Name} {file.Code}")];
    }
}
