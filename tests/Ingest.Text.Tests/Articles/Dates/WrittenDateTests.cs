using Ingest.Text.Articles.Dates;

namespace Ingest.Text.Tests.Articles.Dates;

public sealed class WrittenDateTests
{
    [Theory]
    [InlineData("2025-09-17T06:15:00-05:00", "2025-09-17T06:15:00-05:00")]
    [InlineData("2025-09-17T06:15:00.123Z", "2025-09-17T06:15:00Z")]
    [InlineData("2025-09-17T06:15+0530", "2025-09-17T06:15:00+05:30")]
    [InlineData("2025-09-17T06:15+14:00", "2025-09-17T06:15:00+14:00")]
    [InlineData("2025-09-17T06:15+14:30", "2025-09-17T06:15:00")]
    [InlineData("2025-09-17 06:15:00", "2025-09-17T06:15:00")]
    [InlineData("2025-09-17", "2025-09-17")]
    [InlineData("https://lake.example/2025/09/17/ferry", "2025-09-17")]
    [InlineData("Stand: 17.9.2025", "2025-09-17")]
    [InlineData("12/22/2023 6:05 pm", "2023-12-22")]
    [InlineData("22/12/2023", "2023-12-22")]
    [InlineData("Published 14 March 2025 at 18:42 GMT", "2025-03-14T18:42:00Z")]
    [InlineData("Posted Nov. 8, 2003", "2003-11-08")]
    [InlineData("Tuesday, 3rd of June, 2025", "2025-06-03")]
    [InlineData("Sept. 4, 2023, 6:05 p.m. EDT", "2023-09-04T18:05:00-04:00")]
    [InlineData("March 14, 2025 12:30 am", "2025-03-14T00:30:00")]
    [InlineData("Updated March 14, 2025 | 3 min read", "2025-03-14")]
    [InlineData("May 5, 2024 7pm ET", "2024-05-05T19:00:00")]
    public void It_holds_what_is_said_and_no_more(string text, string date) =>
        Assert.Equal(date, WrittenDate.Find(text)?.ToString());

    [Theory]
    [InlineData("March 3")]
    [InlineData("31 February 2025")]
    [InlineData("2025-13-01")]
    [InlineData("9/10/2025")]
    [InlineData("in 2024 she may run")]
    [InlineData("Room 14, Marchmont 2025")]
    public void Half_a_date_is_none(string text) => Assert.Null(WrittenDate.Find(text));
}
