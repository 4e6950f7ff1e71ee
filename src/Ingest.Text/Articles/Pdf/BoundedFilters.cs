using System.IO.Compression;
using System.Runtime.InteropServices;
using Ingest.Text.Articles.Archives;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Text.Articles.Pdf;

/// <summary>
/// The filters that unpack a PDF's streams, held to what a file may unpack to. The library, lenient, reads on past a stream that fails;
/// <see cref="Fault"/> stays.
/// </summary>
internal sealed class BoundedFilters(Unpacking unpacking) : IFilterProvider
{
    /// <summary>The most bytes that one packed byte may become: LZW's longest entry, 4,096 of them in twelve bits.</summary>
    private const int MostOfLzw = 4096 * 8 / 12;

    private readonly IFilterProvider _filters = DefaultFilterProvider.Instance;

    /// <summary>The limit that a stream has exceeded; null where all are within.</summary>
    public ArticleFormatException? Fault { get; private set; }

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(_filters.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(_filters.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(_filters.GetAllFilters());

    private IReadOnlyList<IFilter> Bounded(IReadOnlyList<IFilter> filters) =>
        [.. filters.Select(filter => new BoundedFilter(filter, this))];

    private void Check(IFilter filter, Memory<byte> input)
    {
        const int head = 2;   // of zlib
        if (Fault is not null)
            throw Fault;
        try
        {
            if (filter is FlateFilter && input.Length > head)
                unpacking.Unpack(new DeflateStream(StreamOf(input[head..]), CompressionMode.Decompress), input.Length, out _);
            else if (filter is LzwFilter or RunLengthFilter && (long)input.Length * MostOfLzw > unpacking.Limits.MaxUnpackedBytes)
                throw new ArticleFormatException(
                    ArticleFormatCodes.TooLarge,
                    $"A stream of {input.Length} bytes may unpack to more than {unpacking.Limits.MaxUnpackedBytes} (MaxUnpackedBytes).");
        }
        catch (ArticleFormatException e)
        {
            Fault = e;
            throw;
        }
    }

    private static MemoryStream StreamOf(Memory<byte> bytes) =>
        MemoryMarshal.TryGetArray<byte>(bytes, out var array) ? new(array.Array!, array.Offset, array.Count) : new(bytes.ToArray());

    private sealed class BoundedFilter(IFilter filter, BoundedFilters bounds) : IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            bounds.Check(filter, input);
            return filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        }
    }
}
