using System.IO.Compression;
using System.Runtime.InteropServices;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Text.Articles.Pdf;

/// <summary>
/// The filters that unpack a PDF's streams, limited by <see cref="PdfBounds"/>. The filters of pictures give nothing: no text is packed
/// with them, and they allocate what the stream declares, not what it contains.
/// </summary>
internal sealed class BoundedFilters(PdfBounds bounds) : IFilterProvider
{
    private readonly IFilterProvider _filters = DefaultFilterProvider.Instance;

    public PdfBounds Bounds { get; } = bounds;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(_filters.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(_filters.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(_filters.GetAllFilters());

    private IReadOnlyList<IFilter> Bounded(IReadOnlyList<IFilter> filters) =>
        [.. filters.Select(filter => new BoundedFilter(filter, Bounds))];

    private sealed class BoundedFilter(IFilter filter, PdfBounds bounds) : IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            bounds.ThrowIfOver();
            switch (filter)
            {
                case FlateFilter:
                    CountRows(DecodeParameterResolver.GetFilterParameters(streamDictionary, filterIndex));
                    CountFlate(input);
                    break;
                case LzwFilter:
                    var parameters = DecodeParameterResolver.GetFilterParameters(streamDictionary, filterIndex);
                    CountRows(parameters);
                    bounds.CountUnpacked(
                        UnpackedLength.OfLzw(input.Span, IntOf(parameters, NameToken.EarlyChange, 1) == 1, bounds.Limits.MaxBytes),
                        input.Length);
                    break;
                case RunLengthFilter:
                    bounds.CountUnpacked(UnpackedLength.OfRunLength(input.Span), input.Length);
                    break;
                case AsciiHexDecodeFilter or Ascii85Filter:
                    bounds.CountUnpacked(input.Length, input.Length);
                    break;
                default:
                    return Memory<byte>.Empty;
            }

            return filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        private void CountFlate(Memory<byte> input)
        {
            const int head = 2;   // of zlib
            if (input.Length > head)
                bounds.CountUnpacked(new DeflateStream(StreamOf(input[head..]), CompressionMode.Decompress), input.Length);
        }

        /// <summary>A predictor keeps two rows, as long as the stream declares them.</summary>
        private void CountRows(DictionaryToken parameters)
        {
            const int predictorOfNone = 1;
            if (IntOf(parameters, NameToken.Predictor, predictorOfNone) <= predictorOfNone)
                return;
            var bits = (double)IntOf(parameters, NameToken.Colors, 1)
                * IntOf(parameters, NameToken.BitsPerComponent, 8)
                * IntOf(parameters, NameToken.Columns, 1);
            var bytes = (long)Math.Min(bits / 4, long.MaxValue / 2);   // Two rows of eight bits a byte.
            bounds.CountUnpacked(bytes, packedBytes: bytes);
        }

        private static int IntOf(DictionaryToken parameters, NameToken name, int otherwise) =>
            parameters.TryGet(name, out var token) && token is NumericToken number ? number.Int : otherwise;

        private static MemoryStream StreamOf(Memory<byte> bytes) =>
            MemoryMarshal.TryGetArray<byte>(bytes, out var array) ? new(array.Array!, array.Offset, array.Count) : new(bytes.ToArray());
    }
}
