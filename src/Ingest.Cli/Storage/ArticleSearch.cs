using System.Globalization;
using Ingest.Rows;

namespace Ingest.Cli.Storage;

/// <summary>Finds an article by what a person calls it.</summary>
internal static class ArticleSearch
{
    /// <summary>The id of the article; null when there is none.</summary>
    /// <param name="storage">Where to look.</param>
    /// <param name="asked">Name of its blob, with <c>#2</c> for the second article of a file; its id, or the id's first digits.</param>
    /// <param name="leastDigits">How many digits of an id are needed; fewer find nothing.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="CommandException">More than one id begins with the digits.</exception>
    public static async Task<string?> FindIdAsync(IngestStorage storage, string asked, int leastDigits, CancellationToken cancellationToken)
    {
        foreach (var id in IdsOf(storage.Container.Name, asked))
        {
            if (await storage.Articles.ReadAsync(id, cancellationToken) is not null)
                return id;
        }

        if (asked.Length < leastDigits || !asked.All(char.IsAsciiHexDigit))
            return null;
        var ids = await storage.Articles.FindIdsAsync(asked.ToLowerInvariant(), cancellationToken).Take(2).ToListAsync(cancellationToken);
        return ids.Count < 2
            ? ids.FirstOrDefault()
            : throw new CommandException($"More than one article's id begins with '{asked}'; give more digits.");
    }

    private static IEnumerable<string> IdsOf(string container, string asked)
    {
        yield return ArticleId.Of(container, asked);
        if (asked.LastIndexOf('#') is > 0 and var at
            && int.TryParse(asked.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 1)
            yield return ArticleId.Of(container, asked[..at], number);
    }
}
