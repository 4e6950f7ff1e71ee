using Azure.Data.Tables;
using Ingest.Rows;
using Ingest.Text.Entities;

namespace Ingest.Tables;

public sealed class QuotesBySpeakerTable : ViewTable
{
    internal QuotesBySpeakerTable(TableClient client)
        : base(client)
    {
    }

    /// <summary>Names of speakers that hold these words and others, as they stand in keys. Looks at every speaker there is.</summary>
    public IAsyncEnumerable<string> NamesWithAsync(string words, CancellationToken cancellationToken) =>
        PartitionKeysAsync(cancellationToken).Where(key => !key.StartsWith(SpokenRow.NobodyKnown, StringComparison.Ordinal)).NamesWith(words);

    /// <summary>
    /// What the named speaker said, newest first. Without a speaker: all quotes, each once, by speaker. Spelling may differ in case and accents.
    /// </summary>
    /// <param name="speaker">Null for all.</param>
    /// <param name="about">Words that the quote must hold, case aside; null for any. Every quote of the speaker is read for it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<SpokenRow> FindAsync(string? speaker, string? about, CancellationToken cancellationToken)
    {
        IAsyncEnumerable<TableEntity> rows = speaker is null
            ? Client.QueryAsync<TableEntity>(cancellationToken: cancellationToken).Where(row => !SpokenRow.IsRepeat(row))
            : Enum.GetValues<EntityType>()
                .ToAsyncEnumerable()
                .SelectMany(type => Partition(TableKey.Encode(EntityKey.Of(type, speaker)), cancellationToken))
                .OrderBy(row => row.RowKey, StringComparer.Ordinal);
        return rows
            .Select(SpokenRow.Of)
            .Where(spoken => spoken.IsAbout(about));
    }
}
