using Ingest.Text.Entities;

namespace Ingest.Tables;

/// <summary>
/// Names as they stand in the keys of entities: <c>anitha-reddy</c> in <c>person|anitha-reddy</c>. To ask for one is to ask for the name.
/// </summary>
internal static class NameKeys
{
    /// <summary>Names that hold the words, each once.</summary>
    public static IAsyncEnumerable<string> NamesWith(this IAsyncEnumerable<string> entityKeys, string words) =>
        entityKeys.Where(key => Holds(key, words)).Select(NameOf).Distinct();

    /// <summary>
    /// Whether the name holds the words, one after the other: "Reddy" and "Anitha" are in <c>anitha-reddy</c>, "Red" isn't.
    /// </summary>
    public static bool Holds(string entityKey, string words) =>
        NameOf(EntityKey.Of(EntityType.Person, words)) is var asked
        && asked != "-"
        && $"-{NameOf(entityKey)}-".Contains($"-{asked}-", StringComparison.Ordinal);

    private static string NameOf(string entityKey) => entityKey[(entityKey.IndexOf('|', StringComparison.Ordinal) + 1)..];
}
