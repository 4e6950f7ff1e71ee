using System.Diagnostics;
using System.Text;

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
        ["text: one line"] = ("story.txt", 5_000, n => Times(Sentence + " ", n)),
        ["text: short lines"] = ("story.txt", 10_000, n => $"{Sentence}\n\n{Times("Dog found in Oban\n", n)}"),
        ["text: quotes that begin alike"] = ("story.txt", 1_500, n => Times($"“{Sentence}”\n\n{Sentence}\n\n", n)),
        ["text: brackets"] = ("story.txt", 50_000, n => Sentence + Times("(", n) + "."),
        ["text: pictures"] = ("story.txt", 10_000, n => Sentence + "\n" + Times("Photo: ", n)),
        ["text: blanks"] = ("story.txt", 50_000, n => Sentence + Times(" \t\u00a0", n) + Sentence),
        ["text: numbers"] = ("story.txt", 5_000, n => Sentence + "\n" + Times("2025-13-45T99:99 ", n)),
        ["text: humps"] = ("story.txt", 2_500, n => $"{Sentence} It was {Times("RoeSaidThat", n)}."),
        ["text: apostrophes"] = ("story.txt", 10_000, n => $"{Sentence} The pier and the pier were {Times("pier'stay ", n)}."),
        ["text: commas"] = ("story.txt", 10_000, n => $"{Sentence} It was {Times("pier,stay,", n)}."),
        ["markdown: links without end"] = ("note.md", 5_000, n => $"# Pier\n\n{Sentence}\n\n{Times("[a](", n)}\n"),
        ["markdown: links with blanks and without end"] = ("note.md", 5_000, n => $"# Pier\n\n{Sentence}\n\n{Times("![a](b (", n)}\n"),
        ["markdown: links with a bracket that ends none"] = ("note.md", 5_000, n => $"# Pier\n\n{Sentence}\n\n{Times("[a](b\\)", n)}\n"),
        ["markdown: links"] = ("note.md", 1_000, n => $"# Pier\n\n{Sentence}\n\n{Times("[Pier](https://lakeside.example/pier) stays *closed*, he said.\n\n", n)}\n"),
    };

    public static TheoryData<string> Kinds => [.. Shapes.Keys];

    /// <summary>
    /// Four times as long takes four times the time. What the process has used of the processors tells, for the machine may have other work, the least
    /// of three, for so may the process; at sixteen times it is the square. A tenth of a second is allowed for what doesn't grow.
    /// </summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_of_any_shape_is_read_in_linear_time(string kind)
    {
        var (name, parts, text) = Shapes[kind];
        var (small, large) = (Encoding.UTF8.GetBytes(text(parts)), Encoding.UTF8.GetBytes(text(4 * parts)));
        Assert.Contains("harbour", Read.Bytes(small, name).Text, StringComparison.Ordinal);

        var once = TimeSpan.MaxValue;
        var fourTimes = TimeSpan.MaxValue;
        for (var tries = 0; tries < 3 && (tries == 0 || IsSteep()); tries++)
        {
            once = Least(once, TimeOf(() => Read.Bytes(small, name)));
            fourTimes = Least(fourTimes, TimeOf(() => Read.Bytes(large, name)));
        }

        Assert.False(IsSteep(), $"{once.TotalSeconds:F2} s for {small.Length} bytes, {fourTimes.TotalSeconds:F2} s for {large.Length}");

        bool IsSteep() => fourTimes > (8 * once) + TimeSpan.FromSeconds(0.1);
    }

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
