using System.Text;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Articles;

/// <summary>The words in which the tests of reading are written.</summary>
internal static class Read
{
    public static Article Text(string text, string name = "story.txt") => Bytes(Encoding.UTF8.GetBytes(text), name);

    public static Article Page(string html) => Bytes(Encoding.UTF8.GetBytes(html), "page.html");

    /// <summary>A page of a headline and three paragraphs, with more around them.</summary>
    public static Article Body(string within, string head = "") => Page($"""
        <!doctype html><html lang="en"><head><title>Ferry runs again | The Lakeside Post</title>{head}</head><body>
        <article><h1>Ferry runs again</h1>
        <p>The ferry between Oster and Vale ran again on Monday after a month in the dock, to the relief of both towns.</p>
        {within}
        <p>Commuters had driven around the lake since the engine failed, a journey of an hour and a half each way.</p>
        <p>The council said that the repair had cost less than half of what had been feared in the spring.</p>
        </article></body></html>
        """);

    public static Article Bytes(byte[] bytes, string name) => Assert.Single(ArticleReader.Read(bytes, name));

    public static string[] Paragraphs(Article article) => article.Text.Split("\n\n");

    public static string FailureOf(byte[] bytes, string name = "story.txt", ArticleLimits? limits = null) =>
        Assert.Throws<ArticleFormatException>(() => ArticleReader.Read(bytes, name, limits)).Code;
}
