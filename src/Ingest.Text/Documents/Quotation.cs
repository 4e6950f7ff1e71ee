namespace Ingest.Text.Documents;

/// <summary>A stretch between two quotation marks, or up to the end of the paragraph where the closing one is missing.</summary>
/// <param name="Outer">With its marks.</param>
/// <param name="Inner">Without them, and without the white space inside them.</param>
/// <param name="IsClosed">Whether the closing mark is there.</param>
/// <param name="IsReopened">Whether it goes on with the quotation before it, which the end of the paragraph left open.</param>
internal sealed record Quotation(TextSpan Outer, TextSpan Inner, bool IsClosed, bool IsReopened);
