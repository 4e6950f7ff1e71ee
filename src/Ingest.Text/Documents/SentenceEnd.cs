namespace Ingest.Text.Documents;

/// <summary>Whether words end like a sentence.</summary>
internal static class SentenceEnd
{
    /// <summary>Marks and brackets behind the last point apart.</summary>
    public static bool Closes(ReadOnlySpan<char> text) => text.TrimEnd("\"”’'»)]") is [.., '.' or '?' or '!' or '…'];
}
