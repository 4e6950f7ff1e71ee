using System.Text;
using CsCheck;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Articles;

public sealed class AnyBytesTests
{
    private static readonly byte[] Page = Encoding.UTF8.GetBytes("""
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry runs again | The Lakeside Post</title>
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry runs again","author":["Jane Roe"],"datePublished":"2025-03-14T18:42:00Z"}</script></head>
        <body><nav><a href="/">Home</a></nav><article><h1>Ferry runs again</h1><p>By Jane Roe | 14 March 2025</p>
        <p>The ferry between “Oster” and Vale ran again on Monday,after a month in the dock.</p><figure><figcaption>The ferry. (LPC)</figcaption></figure>
        <p>Commuters had driven around the lake since the engine failed.<br><br>Nobody was hurt.</p></article></body></html>
        """);

    private static readonly byte[] Text = Encoding.UTF8.GetBytes("""
        Ferry runs again - The Lakeside Post
        Home News | Sign in | Monday 6 July 2026 |
        Transport

        UPDATE 2-Ferry runs again
        By Jane Roe and Li Wei, Lakewire
        Published 14 March 2025 at 18:42 GMT

        OSTER, Sept. 4, 2023 (Lakewire) — The ferry’s horn was heard again on Monday,after a month. It was'never forgotten', said JaneRoe.

        The ferry in its dock. (Moira Galt/LPC)

        'Worth every penny'

        “I never thought I would miss it,” said Ada Wynn, who takes the ferry to school every day.
        Most read
        Dog found in Oban
        © 2025 Lakeside Post Ltd. All rights reserved.
        """);

    [Fact]
    public void Any_bytes_are_an_article_or_a_format_error() =>
        Gen.Byte.Array[0, 300].Sample(Holds, iter: 2_000, seed: "0000000000000");

    [Fact]
    public void A_damaged_page_is_an_article_or_a_format_error() => Damaged(Page).Sample(Holds, iter: 1_000, seed: "0000000000000");

    [Fact]
    public void A_damaged_text_is_an_article_or_a_format_error() => Damaged(Text).Sample(Holds, iter: 2_000, seed: "0000000000000");

    /// <summary>Bytes changed, cut out and repeated at a few places.</summary>
    private static Gen<byte[]> Damaged(byte[] whole) =>
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Int[0, 40], Gen.Byte, Gen.Int[0, 3]).Array[1, 6].Select(damages =>
        {
            var bytes = whole.ToList();
            foreach (var (position, length, value, kind) in damages)
            {
                var at = Math.Min(position, bytes.Count);
                var count = Math.Min(length, bytes.Count - at);
                if (kind == 0)
                    bytes.RemoveRange(at, count);
                else if (kind == 1)
                    bytes.InsertRange(at, bytes.GetRange(at, count));
                else if (kind == 2)
                    bytes.InsertRange(at, Enumerable.Repeat(value, count));
                else if (at < bytes.Count)
                    bytes[at] = value;
            }

            return bytes.ToArray();
        });

    private static bool Holds(byte[] bytes)
    {
        foreach (var name in new[] { "a.txt", "a.html" })
        {
            try
            {
                var article = Assert.Single(ArticleReader.Read(bytes, name));
                Assert.Equal(article.Text.Trim(), article.Text);
                Assert.NotEmpty(article.Text);
            }
            catch (ArticleFormatException)
            {
                // The other of the two allowed ends.
            }
        }

        return true;
    }
}
