namespace Ingest.Text.Articles.PlainText;

/// <summary>A line as it stands in the file.</summary>
/// <param name="Text">Without white space at its ends; empty for a blank line.</param>
/// <param name="Indent">Signs of white space before it.</param>
internal readonly record struct RawLine(string Text, int Indent)
{
    public bool IsBlank => Text.Length == 0;
}
