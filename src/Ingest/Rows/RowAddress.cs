namespace Ingest.Rows;

/// <summary>Where a row stands.</summary>
internal readonly record struct RowAddress(IngestTable Table, string PartitionKey, string RowKey);

/// <summary>The tables; the name is the table's name, after the installation's prefix.</summary>
internal enum IngestTable : byte
{
    Articles,
    ArticlesByDay,
    MentionsByEntity,
    QuotesBySpeaker,
    Failures,
}
