using System.Globalization;
using Ingest.Text.Quotes;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Ingest.Cli.Views;

/// <summary>The styles of what the commands print, and the cells of their tables.</summary>
internal static class TerminalStyles
{
    // What is more likely wrong than right is there to be looked up, not to be relied on.
    private const double MinSure = 0.5;

    // Some describe a speaker in a sentence of its own.
    private const int MaxSpeakerLength = 60;

    public static readonly Style Title = new(decoration: Decoration.Bold);
    public static readonly Style Name = new(Color.Teal);
    public static readonly Style Faint = new(Color.Grey);
    public static readonly Style Warning = new(Color.Olive);

    /// <summary>Words with the line's end.</summary>
    public static IRenderable Line(string text, Style style) => new Spectre.Console.Rows(Words(text, style));

    public static Paragraph Words(string? text, Style? style = null) => new(TerminalText.Line(text ?? ""), style);

    public static Paragraph Speaker(QuoteLine quote) => quote switch
    {
        { Speaker: null } => new("—", Faint),
        { IsKnown: true } => new(TerminalText.Line(quote.Speaker, MaxSpeakerLength), Name),
        _ => new(TerminalText.Line(quote.Speaker, MaxSpeakerLength), Faint),
    };

    /// <summary>As <c>--confidence</c> takes it.</summary>
    public static Paragraph Confidence(QuoteLine quote) => new(quote.Confidence.ToString("0.00", CultureInfo.InvariantCulture), Faint);

    /// <summary>Direct speech stands in marks; reported speech brings its own. Faint where it is more likely wrong than right.</summary>
    public static Paragraph Quote(QuoteLine quote, int maxLength)
    {
        var text = TerminalText.Line(quote.Text.TrimEnd(','), maxLength);
        return new(quote.Kind == QuoteKind.Direct ? $"“{text}”" : text, quote.Confidence < MinSure ? Faint : Style.Plain);
    }
}
