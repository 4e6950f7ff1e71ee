using Ingest.Rows;

namespace Ingest.Cli.Storage;

/// <summary>Finds an article by what a person calls it.</summary>
internal static class ArticleSearch
{
    /// <summary>The id of the article; null when there is none.</summary>
    /// <param name="storage">Where to look.</param>
    /// <param name="asked">Name of its blob, its id, or the id's first digits.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="CommandException">More than one id begins with the digits.</exception>
    public static async Task<string?> FindIdAsync(IngestStorage storage, string asked, CancellationToken cancellationToken)
    {
        var ofBlob = ArticleId.Of(storage.Container.Name, asked);
        if (await storage.Articles.ReadAsync(ofBlob, cancellationToken) is not null)
            return ofBlob;
        if (!asked.All(char.IsAsciiHexDigit))
            return null;
        var ids = await storage.Articles.FindIdsAsync(asked.ToLowerInvariant(), cancellationToken).Take(2).ToListAsync(cancellationToken);
        return ids.Count < 2 ? ids.FirstOrDefault() : throw new CommandException($"More than one article's id begins with '{asked}'; give more digits.");
    }
}
