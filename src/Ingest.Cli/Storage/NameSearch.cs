using System.Runtime.CompilerServices;
using Ingest.Cli.Views;

namespace Ingest.Cli.Storage;

/// <summary>Finds what stands under a name, whether it is asked for in full or by a part of it.</summary>
internal static class NameSearch
{
    private const int MaxShown = 10;

    /// <summary>
    /// The rows of the name, one request. Where there are none, the names that hold it are looked for, in all that there are; and if that is
    /// one, its rows are found.
    /// </summary>
    /// <param name="asked">A name, or words of it.</param>
    /// <param name="ofName">The rows of a full name.</param>
    /// <param name="namesWith">Names that hold the words, as they stand in keys.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="CommandException">Several names hold the words.</exception>
    public static async IAsyncEnumerable<T> FindAsync<T>(
        string asked,
        Func<string, IAsyncEnumerable<T>> ofName,
        Func<string, CancellationToken, IAsyncEnumerable<string>> namesWith,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isThere = false;
        await foreach (var row in ofName(asked).WithCancellation(cancellationToken))
        {
            isThere = true;
            yield return row;
        }

        if (isThere)
            yield break;
        var names = await namesWith(asked, cancellationToken).Take(MaxShown + 1).Select(InWords).ToListAsync(cancellationToken);
        if (names.Count > 1)
        {
            var shown = string.Join(", ", names.Take(MaxShown));
            throw new CommandException($"'{asked}' is part of several names; ask for one of them: {shown}{(names.Count > MaxShown ? ", …" : ".")}");
        }

        if (names is not [var name])
            yield break;
        StandardError.Say($"nothing is called just '{asked}'; this is {name}");
        await foreach (var row in ofName(name).WithCancellation(cancellationToken))
            yield return row;
    }

    private static string InWords(string key) => key.Replace('-', ' ');
}
