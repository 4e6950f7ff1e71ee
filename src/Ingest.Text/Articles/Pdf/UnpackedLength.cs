namespace Ingest.Text.Articles.Pdf;

/// <summary>How many bytes a packed stream gives, found without unpacking it.</summary>
internal static class UnpackedLength
{
    /// <summary>
    /// Of a RunLengthDecode stream: <c>n &lt; 128</c> and n + 1 bytes, or <c>n &gt; 128</c> and a byte that stands 257 − n times; 128 ends
    /// it.
    /// </summary>
    public static long OfRunLength(ReadOnlySpan<byte> packed)
    {
        const byte end = 128;
        var length = 0L;
        for (var i = 0; i < packed.Length && packed[i] != end; i += packed[i] < end ? packed[i] + 2 : 2)
            length += packed[i] < end ? packed[i] + 1 : 257 - packed[i];
        return length;
    }

    /// <summary>
    /// Of an LZWDecode stream, ISO 32000-1, 7.4.4: codes of 9 to 12 bits, each of a byte or of what an earlier code gave and one byte more.
    /// </summary>
    /// <param name="packed">The stream.</param>
    /// <param name="isEarly">Codes become longer one code earlier (EarlyChange).</param>
    /// <param name="most">Bytes past which it need not be known any more.</param>
    public static long OfLzw(ReadOnlySpan<byte> packed, bool isEarly, long most)
    {
        const int clear = 256, end = 257, first = 258, codes = 4096;
        Span<int> lengths = stackalloc int[codes];
        lengths[..clear].Fill(1);
        var (count, previous, length) = (first, -1, 0L);
        var (bits, held) = (0, 0);
        foreach (var next in packed)
        {
            bits = (bits << 8) | next;
            held += 8;
            var width = Width(count + (isEarly ? 1 : 0));
            if (held < width)
                continue;
            held -= width;
            var code = (bits >> held) & ((1 << width) - 1);
            bits &= (1 << held) - 1;
            if (code == end || length > most)
                break;
            if (code == clear)
            {
                (count, previous) = (first, -1);
                continue;
            }

            var given = code < count ? lengths[code] : previous < 0 ? 0 : lengths[previous] + 1;
            if (given == 0)
                break;
            length += given;
            if (previous >= 0 && count < codes)
                lengths[count++] = lengths[previous] + 1;
            if (code >= count)
                break;
            previous = code;
        }

        return length;
    }

    private static int Width(int count) => count switch { < 512 => 9, < 1024 => 10, < 2048 => 11, _ => 12 };
}
