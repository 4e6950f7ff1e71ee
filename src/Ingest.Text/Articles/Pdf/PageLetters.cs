using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Logging;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Text.Articles.Pdf;

/// <summary>The letters of a page, in the order in which it draws them. Lines, surfaces and pictures are not kept.</summary>
internal sealed record PageLetters(IReadOnlyList<Letter> Letters)
{
    /// <summary>
    /// Reads pages within <see cref="PdfBounds"/>. The library joins and parses all content of a page in one call; here the limits are
    /// looked at before each.
    /// </summary>
    internal sealed class Factory : BasePageFactory<PageLetters>, IPageFactory<PageLetters>
    {
        private readonly PdfBounds _bounds;
        private ReadOnlyMemory<byte> _content;

        /// <summary>The library calls it with these parameters and no others, so the bounds come with the options.</summary>
        public Factory(
            IPdfTokenScanner pdfScanner,
            IResourceStore resourceStore,
            ILookupFilterProvider filterProvider,
            IPageContentParser pageContentParser,
            ParsingOptions parsingOptions)
            : base(
                pdfScanner,
                resourceStore,
                filterProvider,
                new BoundedParser(pageContentParser, BoundsOf(parsingOptions)),
                parsingOptions) =>
            _bounds = BoundsOf(parsingOptions);

        PageLetters IPageFactory<PageLetters>.Create(
            int number, DictionaryToken dictionary, PageTreeMembers pageTreeMembers, NamedDestinations namedDestinations)
        {
            _bounds.ThrowIfOver();
            _bounds.BeginPage();
            _content = ContentOf(dictionary);
            return Create(number, dictionary.Without(NameToken.Contents), pageTreeMembers, namedDestinations);
        }

        protected override PageLetters ProcessPage(
            int pageNumber,
            DictionaryToken dictionary,
            NamedDestinations namedDestinations,
            MediaBox mediaBox,
            CropBox cropBox,
            UserSpaceUnit userSpaceUnit,
            PageRotationDegrees rotation,
            TransformationMatrix initialMatrix,
            IReadOnlyList<IGraphicsStateOperation> operations)
        {
            var drawn = PageContentParser.Parse(pageNumber, new MemoryInputBytes(_content), ParsingOptions.Logger);
            return new(new LetterReader(
                _bounds,
                pageNumber,
                ResourceStore,
                PdfScanner,
                PageContentParser,
                FilterProvider,
                cropBox,
                userSpaceUnit,
                rotation,
                initialMatrix,
                ParsingOptions).Process(pageNumber, drawn));
        }

        private static PdfBounds BoundsOf(ParsingOptions options) => ((BoundedFilters)options.FilterProvider!).Bounds;

        private ReadOnlyMemory<byte> ContentOf(DictionaryToken page)
        {
            if (!page.TryGet(NameToken.Contents, out var contents))
                return default;
            contents = Resolved(contents);
            if (contents is StreamToken stream)
                return stream.Decode(FilterProvider, PdfScanner);
            var joined = new MemoryStream();
            foreach (var part in (contents as ArrayToken)?.Data.Select(Resolved).OfType<StreamToken>() ?? [])
            {
                _bounds.ThrowIfOver();
                joined.Write(part.Decode(FilterProvider, PdfScanner).Span);
                joined.WriteByte((byte)'\n');
                if (joined.Length > _bounds.Limits.MaxPageBytes)
                    break;
            }

            return joined.GetBuffer().AsMemory(0, (int)joined.Length);
        }

        private IToken? Resolved(IToken? token) => token is IndirectReferenceToken reference ? PdfScanner.Get(reference.Data)?.Data : token;
    }

    /// <summary>Counts what a page draws before it is parsed: an operator takes some fifty times its bytes.</summary>
    private sealed class BoundedParser(IPageContentParser parser, PdfBounds bounds) : IPageContentParser
    {
        public IReadOnlyList<IGraphicsStateOperation> Parse(int pageNumber, IInputBytes inputBytes, ILog log)
        {
            bounds.ThrowIfOver();
            bounds.CountContent(inputBytes.Length);
            return parser.Parse(pageNumber, inputBytes, log);
        }
    }
}
