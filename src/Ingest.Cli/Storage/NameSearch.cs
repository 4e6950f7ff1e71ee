using System.Runtime.CompilerServices;
using Ingest.Cli.Views;

namespace Ingest.Cli.Storage;

/// <summary>Finds what stands under a name, whether it is asked for in full or by a part of it.</summary>
internal static class NameSearch
{
    private const int MaxShown = 10;

    /// <summary>
    /// The rows of the name, one request. Where it is one word, who else has it is told on standard error; where there are none, the names
    /// that hold it are looked for, in all that there are; and if that is one, its rows are found.
    /// </summary>
    /// <param name="asked">A name, or words of it.</param>
    /// <param name="ofName">The rows of a full name that are asked for.</param>
    /// <param name="isName">Whether a full name has any rows, those that aren't asked for among them.</param>
    /// <param name="namesWith">Names that hold the words, as they stand in keys.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="CommandException">Several names hold the words.</exception>
    public static async IAsyncEnumerable<T> FindAsync<T>(
        string asked,
        Func<string, IAsyncEnumerable<T>> ofName,
        Func<string, ValueTask<bool>> isName,
        Func<string, CancellationToken, IAsyncEnumerable<string>> namesWith,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isThere = false;
        await foreach (var row in ofName(asked).WithCancellation(cancellationToken))
        {
            isThere = true;
            yield return row;
        }

        isThere = isThere || await isName(asked);
        // Of a name in full there is no more to find; a surname stands alone in some articles, and in others with the first name.
        if (isThere && asked.Trim().Contains(' '))
            yield break;
        var names = await namesWith(asked, cancellationToken).Select(InWords)
            .Where(name => !isThere || name.Contains(' '))
            .Take(MaxShown + 1)
            .ToListAsync(cancellationToken);
        var shown = string.Join(", ", names.Take(MaxShown)) + (names.Count > MaxShown ? ", …" : ".");
        if (isThere)
        {
            if (names.Count > 0)
                StandardError.Say($"'{asked}' is part of other names too: {shown}");
            yield break;
        }

        if (names.Count > 1)
            throw new CommandException($"'{asked}' is part of several names; ask for one of them: {shown}");
        if (names is not [var name])
            yield break;
        StandardError.Say($"nothing is called just '{asked}'; this is {name}");
        await foreach (var row in ofName(name).WithCancellation(cancellationToken))
            yield return row;
    }

    private static string InWords(string key) => key.Replace('-', ' ');
}
