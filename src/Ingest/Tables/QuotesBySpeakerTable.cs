using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Ingest.Rows;
using Ingest.Text.Entities;

namespace Ingest.Tables;

/// <summary>
/// The view by speaker: a row for each quote and each of those who say it. All of a speaker is one partition, a request for a thousand
/// rows; whatever asks for a part of a name, or for all quotes, looks at the whole table.
/// </summary>
public sealed class QuotesBySpeakerTable : ViewTable
{
    internal QuotesBySpeakerTable(TableClient client)
        : base(client)
    {
    }

    /// <summary>Names of speakers that hold these words and others, as they stand in keys. Looks at every speaker there is.</summary>
    public IAsyncEnumerable<string> NamesWithAsync(string words, CancellationToken cancellationToken) =>
        PartitionKeysAsync(cancellationToken).Where(key => !key.StartsWith(SpokenRow.NobodyKnown, StringComparison.Ordinal))
            .NamesWith(words);

    /// <summary>
    /// What the named speaker said, newest first. Without a speaker: all quotes, each once, by speaker. Spelling may differ in case and
    /// accents.
    /// </summary>
    /// <param name="speaker">Null for all.</param>
    /// <param name="about">Words that the quote must hold, case aside; null for any. Every quote of the speaker is read for it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<SpokenRow> FindAsync(string? speaker, string? about, CancellationToken cancellationToken) =>
        FindAsync(speaker, about, default, cancellationToken);

    /// <summary>Those of that time.</summary>
    public IAsyncEnumerable<SpokenRow> FindAsync(string? speaker, string? about, TimeRange range, CancellationToken cancellationToken)
    {
        IAsyncEnumerable<TableEntity> rows = speaker is null
            ? Client.QueryAsync<TableEntity>(range.Filter(), cancellationToken: cancellationToken).Where(row => !SpokenRow.IsRepeat(row))
            : Enum.GetValues<EntityType>()
                .ToAsyncEnumerable()
                .SelectMany(type => Partition(TableKey.Encode(EntityKey.Of(type, speaker)), range, cancellationToken))
                .OrderBy(row => row.RowKey, StringComparer.Ordinal);
        return rows
            .Select(SpokenRow.Of)
            .Where(spoken => spoken.IsAbout(about));
    }

    /// <summary>
    /// Of all quotes that are wanted, wherever they may stand, the newest, each once, newest first. Reads every quote there is, and keeps
    /// as many as it gives.
    /// </summary>
    /// <param name="count">How many, at most.</param>
    /// <param name="isWanted">Whether a quote is looked for.</param>
    /// <param name="range">Of which time.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<SpokenRow> NewestAsync(
        int count, Func<SpokenRow, bool> isWanted, TimeRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The oldest is the first to go; keys of rows begin with their time.
        var newest = new PriorityQueue<SpokenRow, string>(Comparer<string>.Create((one, other) => string.CompareOrdinal(other, one)));
        await foreach (var row in Client.QueryAsync<TableEntity>(range.Filter(), cancellationToken: cancellationToken))
        {
            if (SpokenRow.IsRepeat(row) || SpokenRow.Of(row) is var spoken && !isWanted(spoken))
                continue;
            if (newest.Count < count)
                newest.Enqueue(spoken, row.RowKey);
            else
                newest.EnqueueDequeue(spoken, row.RowKey);
        }

        var shown = new Stack<SpokenRow>(newest.Count);
        while (newest.TryDequeue(out var spoken, out _))
            shown.Push(spoken);
        foreach (var spoken in shown)
            yield return spoken;
    }
}
