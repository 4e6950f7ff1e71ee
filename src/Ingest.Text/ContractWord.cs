namespace Ingest.Text;

/// <summary>The words that stand for enumerations in JSON, keys and rows. A test pins each: stored rows hold them.</summary>
public static class ContractWord
{
    /// <summary>
    /// The member's name in lower case. Formats and origins whose words have hyphens are written by <see cref="ExtractionJson"/>.
    /// </summary>
    public static string ToContractWord<T>(this T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
