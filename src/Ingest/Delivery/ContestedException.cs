namespace Ingest.Delivery;

/// <summary>
/// So many runs on other versions of a file may still write rows that the article's row can't name all of them and those of this version
/// too. The row is as it was: deliver the file again when the others are over.
/// </summary>
/// <param name="path">Container and name of the file.</param>
/// <param name="until">When the others are over.</param>
internal sealed class ContestedException(string path, DateTimeOffset until)
    : TimeoutException($"{path}: too many versions of so many rows came within minutes; runs on them may write until {until:u}.")
{
    /// <summary>When the others are over.</summary>
    public DateTimeOffset Until => until;
}
