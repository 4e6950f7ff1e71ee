using System.Diagnostics;
using System.Text;
using Ingest.Text.Articles;
using Ingest.Text.Articles.Archives;
using Ingest.Text.Articles.Json;
using Ingest.Text.Articles.Pdf;
using Ingest.Text.Articles.Xml;

namespace Ingest.Text.Tests.Articles;

/// <summary>Whoever ends the work ends the reading, too, and isn't taken for a fault of the file.</summary>
public sealed class EndedWorkTests
{
    private const string Story = "Ferry runs again\n\nThe ferry between Oster and Vale ran again on Monday after a month in the dock, to the relief of both towns.\n";

    private static readonly CancellationToken Ended = new(canceled: true);

    /// <summary>A file, and each of what is read within one past the first look at it, which sees that the work is ended as well.</summary>
    public static TheoryData<string> Readings => [.. Ways.Keys];

    private static Dictionary<string, Action<Unpacking>> Ways { get; } = new(StringComparer.Ordinal)
    {
        ["a file"] = unpacking => ArticleReader.ReadFile(new PackedFile("story.txt", Encoding.UTF8.GetBytes(Story)), unpacking),
        ["bytes that are unpacked"] = unpacking => unpacking.Unpack(new MemoryStream(new byte[100]), 100),
        ["pages"] = unpacking => PdfReader.Read(File.ReadAllBytes(Path.Combine(Tree.Root, "seeds", "snow-library.pdf")), unpacking),
        ["values"] = unpacking => JsonReader.Read("[{\"title\":\"Pier\",\"text\":\"No.\"}]", unpacking),
        ["lines"] = unpacking => JsonValues.Parse("{\"title\":\n{\"title\":\"Pier\",\"text\":\"No.\"}\n{\"title\":\"Pier\",\"text\":\"No.\"}", unpacking),
        ["items"] = unpacking => XmlArticles.Read("<rss><channel><item><title>Pier</title><description>It was late.</description></item></channel></rss>", unpacking),
    };

    [Theory]
    [MemberData(nameof(Readings))]
    public void It_ends_in_the_middle_of(string reading) =>
        Assert.Throws<OperationCanceledException>(() => Ways[reading](new Unpacking(ArticleLimits.Default, Ended)));

    [Fact]
    public void It_ends_between_two_files_of_an_archive()
    {
        using var end = new CancellationTokenSource();
        var unpacked = new List<string>();

        Assert.Throws<OperationCanceledException>(() => new Unpacking(ArticleLimits.Default, end.Token).ReadAll(Members(), "archive"));

        Assert.DoesNotContain("three.txt", unpacked);

        IEnumerable<Member> Members()
        {
            yield return Member("one.txt");
            end.Cancel();
            yield return Member("two.txt");
            yield return Member("three.txt");
        }

        Member Member(string name) => new(name, () =>
        {
            unpacked.Add(name);
            return Encoding.UTF8.GetBytes(Story);
        });
    }

    [Fact]
    public void It_ends_within_a_file_of_an_archive_which_is_no_fault_of_that_file()
    {
        using var end = new CancellationTokenSource();
        var unpacking = new Unpacking(ArticleLimits.Default, end.Token);

        Assert.Throws<OperationCanceledException>(() => unpacking.ReadAll([new("one.txt", () => Encoding.UTF8.GetBytes(Story)), new("two.txt", Unpack)], "archive"));

        Assert.Empty(unpacking.Unread.All);

        ReadOnlyMemory<byte> Unpack()
        {
            end.Cancel();
            return Encoding.UTF8.GetBytes(Story);
        }
    }

    [Fact]
    public void It_ends_in_the_middle_of_a_page()
    {
        using var end = new CancellationTokenSource();
        var reading = new Unpacking(new ArticleLimits { MaxPageLetters = 10_000_000, MaxTextLength = 10_000_000 }, end.Token);
        var page = Pdf.Of([Pdf.Page("4 0 R"), Pdf.Stream("", Encoding.ASCII.GetBytes($"BT /F1 9 Tf ({new string('a', 3_000_000)}) Tj ET"))]);
        var timer = new Thread(EndInASecond); // not one of the pool's, all of which may be busy with other tests
        timer.Start();
        var clock = Stopwatch.StartNew();

        Assert.Throws<OperationCanceledException>(() => PdfReader.Read(page, reading));

        // In full it takes two minutes.
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        timer.Join();

        void EndInASecond()
        {
            Thread.Sleep(TimeSpan.FromSeconds(1));
            end.Cancel();
        }
    }
}
