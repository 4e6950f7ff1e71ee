using System.Text;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Articles;

/// <summary>What no newsroom sends on purpose.</summary>
public sealed class HardInputTests
{
    private const string Sentence = "The harbour master said on Friday that the pier would stay closed until the spring.";

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    [InlineData("\u2028")]
    public void Line_ends_of_any_kind_part_lines(string end) =>
        Assert.Equal([Sentence, "Nobody was hurt when the engine failed."], Read.Paragraphs(Read.Text($"{Sentence}{end}{end}Nobody was hurt when the engine failed.{end}")));

    [Fact]
    public void Line_ends_may_be_mixed() =>
        Assert.Equal(3, Read.Paragraphs(Read.Text($"{Sentence}\r\n\r\nNobody was hurt when the engine failed.\n\nThe ferry will run again in the spring.\r")).Length);

    [Fact]
    public void A_quote_in_a_script_without_blanks_is_a_line_like_any_other() =>
        Assert.Contains("渡轮周一恢复运行", Read.Text($"{Sentence}\n\n“渡轮周一恢复运行，两镇居民都很高兴。”\n\n{Sentence.Replace("pier", "quay", StringComparison.Ordinal)}\n").Text, StringComparison.Ordinal);

    [Fact]
    public void Half_a_surrogate_pair_is_no_reason_to_fail()
    {
        byte[] lone = [.. Encoding.UTF8.GetBytes(Sentence), 0xED, 0xA0, 0x80, .. "\n\n"u8, .. Encoding.UTF8.GetBytes(Sentence.Replace("Friday", "Monday", StringComparison.Ordinal))];

        Assert.Contains("Monday", Read.Bytes(lone, "story.txt").Text, StringComparison.Ordinal);
        Assert.Contains("Friday", Read.Page($"<html><body><p>&#xD800;{Sentence}</p></body></html>").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("story.txt", "{0}\n\nIt was lat\0e.")]
    [InlineData("page.html", "<html><body><p>{0}</p><p>It was lat\0e.</p></body></html>")]
    [InlineData("item.json", "{{\"title\":\"Pier\",\"text\":\"{0}\\n\\nIt was lat\0e.\"}}")]
    [InlineData("feed.xml", "<rss><channel><item><title>Pier</title><description>{0} It was lat\0e.</description></item></channel></rss>")]
    [InlineData("note.md", "# Pier\n\n{0}\n\nIt was lat\0e.")]
    [InlineData("mail.eml", "From: a@lakeside.example\nSubject: Pier\n\n{0}\n\nIt was lat\0e.")]
    public void A_stray_nul_is_no_reason_to_fail(string name, string format) =>
        Assert.StartsWith(Sentence, Read.Bytes(Encoding.UTF8.GetBytes(string.Format(null, format, Sentence)), name).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("item.json", "{{\"title\":\"Pier \\ud83d\",\"text\":\"\\ude00 {0}\"}}")]
    [InlineData("page.html", "<html><body><p>{0} It was &#xDC00;&#xD800; late.</p></body></html>")]
    [InlineData("feed.xml", "<rss><channel><item><title>Pier &#xD83D;</title><description>{0} &#xDE00;</description></item></channel></rss>")]
    public void Half_a_surrogate_pair_that_is_spelt_out_is_none_either(string name, string format)
    {
        var article = Read.Bytes(Encoding.UTF8.GetBytes(string.Format(null, format, Sentence)), name);

        Assert.Contains(Sentence, article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(article.Text + article.Title, char.IsSurrogate);
    }

    [Theory]
    [InlineData("goats.zip")]
    [InlineData("chess-vault.gz")]
    [InlineData("roof-hives.warc")]
    [InlineData("ferry-choir.docx")]
    [InlineData("snow-library.pdf")]
    [InlineData("pool-vote.eml")]
    [InlineData("bridge-toll.mhtml")]
    public void A_file_that_breaks_off_anywhere_is_read_up_to_there_or_refused(string seed)
    {
        var whole = File.ReadAllBytes(Path.Combine(Tree.Root, "seeds", seed));

        for (var length = 1; length < whole.Length; length += Math.Max(1, whole.Length / 60))
        {
            var failure = Record.Exception(() => ArticleReader.Read(whole[..length], seed));

            Assert.True(failure is null or ArticleFormatException, $"{length} bytes: {failure}");
        }
    }
}
