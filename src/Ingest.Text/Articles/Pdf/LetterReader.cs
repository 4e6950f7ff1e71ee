using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.Util;

namespace Ingest.Text.Articles.Pdf;

/// <summary>
/// Runs a page's operators for the letters they draw, as the library's own processor does, but within <see cref="PdfBounds"/>: it stops
/// at the first letter too many, and when the work is ended.
/// </summary>
internal sealed class LetterReader(
    PdfBounds bounds,
    int pageNumber,
    IResourceStore resourceStore,
    IPdfTokenScanner pdfScanner,
    IPageContentParser pageContentParser,
    ILookupFilterProvider filterProvider,
    CropBox cropBox,
    UserSpaceUnit userSpaceUnit,
    PageRotationDegrees rotation,
    TransformationMatrix initialMatrix,
    ParsingOptions parsingOptions)
    : BaseStreamProcessor<IReadOnlyList<Letter>>(
        pageNumber,
        resourceStore,
        pdfScanner,
        pageContentParser,
        filterProvider,
        cropBox,
        userSpaceUnit,
        rotation,
        initialMatrix,
        parsingOptions)
{
    private readonly List<Letter> _letters = [];

    public override IReadOnlyList<Letter> Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        PageNumber = pageNumberCurrent;
        CloneAllStates();
        ProcessOperations(operations);
        return _letters;
    }

    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        bounds.CountLetter(isBlank: string.IsNullOrWhiteSpace(unicode));
        if (currentOffset > 0
            && Diacritics.IsInCombiningDiacriticRange(unicode)
            && _letters is [.., var last]
            && last.TextSequence == TextSequence
            && Diacritics.TryCombineDiacriticWithPreviousLetter(unicode, last.Value, out var combined))
        {
            _letters[^1] = Accented(last, combined);
            return;
        }

        var glyph = PerformantRectangleTransformer.Transform(
            renderingMatrix, textMatrix, transformationMatrix, characterBoundingBox.GlyphBounds);
        var line = PerformantRectangleTransformer.Transform(
            renderingMatrix,
            textMatrix,
            transformationMatrix,
            new PdfRectangle(0, 0, characterBoundingBox.Width, UserSpaceUnit.PointMultiples));
        var loose = PerformantRectangleTransformer.Transform(
            renderingMatrix,
            textMatrix,
            transformationMatrix,
            new PdfRectangle(0, font.GetDescent(), characterBoundingBox.Width, font.GetAscent()));
        _letters.Add(new Letter(
            unicode,
            glyph.Width > double.Epsilon || glyph.Height > double.Epsilon ? glyph : line,
            loose,
            line.BottomLeft,
            line.BottomRight,
            line.Width,
            fontSize,
            font,
            currentState.FontState.TextRenderingMode,
            currentState.CurrentStrokingColor!,
            currentState.CurrentNonStrokingColor!,
            pointSize,
            TextSequence));
    }

    // What is drawn besides letters.
    public override void BeginSubpath() { }

    public override PdfPoint? CloseSubpath() => null;

    public override void StrokePath(bool close) { }

    public override void FillPath(FillingRule fillingRule, bool close) { }

    public override void FillStrokePath(FillingRule fillingRule, bool close) { }

    public override void MoveTo(double x, double y) { }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3) { }

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3) { }

    public override void LineTo(double x, double y) { }

    public override void Rectangle(double x, double y, double width, double height) { }

    public override void EndPath() { }

    public override void ClosePath() { }

    public override void ModifyClippingIntersect(FillingRule clippingRule) { }

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties) { }

    public override void EndMarkedContent() { }

    public override void PaintShading(NameToken shadingName) { }

    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        bounds.CountOperators(operations.Count);
        base.ProcessOperations(operations);
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) { }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule) { }

    protected override void RenderInlineImage(InlineImage inlineImage) { }

    private static Letter Accented(Letter letter, string text) => new(
        text,
        letter.BoundingBox,
        letter.GlyphRectangleLoose,
        letter.StartBaseLine,
        letter.EndBaseLine,
        letter.Width,
        letter.FontSize,
        letter.GetFont()!,
        letter.RenderingMode,
        letter.StrokeColor,
        letter.FillColor,
        letter.PointSize,
        letter.TextSequence);
}
