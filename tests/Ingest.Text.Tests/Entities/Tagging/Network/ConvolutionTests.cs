using Ingest.Text.Entities.Tagging.Network;

namespace Ingest.Text.Tests.Entities.Tagging.Network;

public sealed class ConvolutionTests
{
    private const int Width = EncoderWeights.Width, Window = EncoderWeights.Window;

    [Theory]
    [InlineData(1, "-ab", "abc", "bcd", "cd-")]
    [InlineData(2, "-ac", "-bd", "ac-", "bd-")]
    [InlineData(9, "-a-", "-b-", "-c-", "-d-")]
    public void A_window_holds_the_rows_so_far_apart_and_zeros_beyond_the_ends(int apart, params string[] expected)
    {
        var rows = RowsOf("abcd");
        var windows = new float[rows.Length * Window];
        windows.AsSpan().Fill(-1);

        Convolution.Gather(rows, apart, windows);

        Assert.Equal(RowsOf(string.Concat(expected)), windows);
    }

    [Fact]
    public void What_is_scattered_comes_back_to_where_it_was_gathered()
    {
        var (rows, windows) = (new float[4 * Width], RowsOf("abcdefghijkl"));

        Convolution.Scatter(windows, 1, rows);

        // Row 0 stands in the middle of window 0 and before window 1, and so on.
        Assert.Equal([2 + 4, 3 + 5 + 7, 6 + 8 + 10, 9 + 11], Enumerable.Range(0, 4).Select(i => (int)rows[i * Width]));
    }

    /// <summary>A row for each letter, '-' being zero.</summary>
    private static float[] RowsOf(string letters) => [.. letters.SelectMany(letter => Enumerable.Repeat(letter == '-' ? 0f : letter - 'a' + 1, Width))];
}
