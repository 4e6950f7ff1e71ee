using Spectre.Console;

namespace Ingest.Cli.Views;

/// <summary>The last line of a terminal, which says how far the work is; elsewhere nothing.</summary>
internal sealed class ProgressLine(IAnsiConsole terminal)
{
    private const string ToStartAndErase = "\r\u001b[2K";

    private readonly bool _isThere = terminal.Profile.Capabilities.Ansi;
    private bool _isShown;

    public void Show(string text)
    {
        if (!_isThere)
            return;
        Clear();
        // A line that wraps could not be erased.
        terminal.Write(new Paragraph(TerminalText.Line(text, terminal.Profile.Width - 1), TerminalStyles.Faint));
        _isShown = true;
    }

    /// <summary>Makes room for what stays.</summary>
    public void Clear()
    {
        if (_isShown)
            terminal.Write(new ControlCode(ToStartAndErase));
        _isShown = false;
    }
}
