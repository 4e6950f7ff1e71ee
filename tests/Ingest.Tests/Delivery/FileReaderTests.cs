using System.Text;
using Ingest.Blobs;
using Ingest.Delivery;
using Ingest.Rows;
using Ingest.Text.Articles;
using Microsoft.Extensions.Time.Testing;

namespace Ingest.Tests.Delivery;

/// <summary>What a fetched file takes of the room, and of the time.</summary>
public sealed class FileReaderTests
{
    private static readonly FetchedBlob.Content Story = new(
        new BlobVersion("articles", "flood.txt", "\"1\"", default, null), "Flood"u8.ToArray());

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Text_work_that_takes_too_long_is_recorded_at_once()
    {
        var (articles, outcome) = Reader(FileReader.MaxTextWork).Read(Story, CancellationToken.None);

        Assert.Equal(FailureRow.TooSlow, Assert.IsType<IngestOutcome.Unreadable>(outcome).Code);
        var row = articles[0].Article;
        Assert.Equal(("read", FailureRow.TooSlow, 1), (row.Stage, row.Reason, row.Attempts));
    }

    [Fact]
    public void Text_work_that_takes_less_is_none_of_its_business()
    {
        var (_, outcome) = Reader(FileReader.MaxTextWork - TimeSpan.FromSeconds(1)).Read(Story, CancellationToken.None);

        Assert.Equal(ArticleFormatCodes.NoArticle, Assert.IsType<IngestOutcome.Unreadable>(outcome).Code);
    }

    [Fact]
    public void A_run_that_is_called_off_says_nothing_of_the_file() => Assert.Throws<OperationCanceledException>(
        () => Reader(FileReader.MaxTextWork).Read(Story, new CancellationToken(canceled: true)));

    [Fact]
    public void The_row_is_written_in_what_is_left_of_the_run() =>
        Assert.InRange(FileReader.MaxTextWork, TimeSpan.Zero, RunRegister.Life - TimeSpan.FromMinutes(1));

    [Theory]
    [InlineData("PK\u0003\u0004", 1000, 200_000)]
    [InlineData("%PDF-1.7", 1000, 200_000)]
    [InlineData("From: a@acme.example\nSubject: Flood\nDate: Mon, 1 Jan 2024 10:00:00 +0000\n\n", 1000, 200_000)]
    [InlineData("PK\u0003\u0004", 3_000_000, 268_435_456)]
    [InlineData("<html><body>", 1000, 1000)]
    public void What_may_unpack_counts_with_what_it_may_unpack_to(string head, int length, long expected)
    {
        var bytes = new byte[length];
        Encoding.ASCII.GetBytes(head, bytes);

        Assert.Equal(expected, Reader(TimeSpan.Zero).BytesInWork(bytes));
    }

    private FileReader Reader(TimeSpan work) => new(
        (_, _, _, cancellationToken) =>
        {
            _clock.Advance(work);
            cancellationToken.ThrowIfCancellationRequested();
            throw new ArticleFormatException(ArticleFormatCodes.NoArticle, "None.");
        },
        new IngestOptions(),
        _clock);
}
