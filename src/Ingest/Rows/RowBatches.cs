using Azure.Data.Tables;

namespace Ingest.Rows;

/// <summary>Divides writes to one partition into as few batches as the service takes.</summary>
internal static class RowBatches
{
    /// <param name="actions">Of one partition, no row twice; in order.</param>
    /// <param name="reservedRows">Rows that the caller adds to each batch.</param>
    /// <param name="reservedBytes">What those take.</param>
    public static List<List<TableTransactionAction>> Divide(
        IEnumerable<TableTransactionAction> actions, int reservedRows = 0, int reservedBytes = 0)
    {
        var batches = new List<List<TableTransactionAction>>();
        var batchBytes = 0;
        foreach (var action in actions)
        {
            var bytes = RowLimits.BodySizeOf((TableEntity)action.Entity);
            if (batches.Count == 0
                || batches[^1].Count + reservedRows >= RowLimits.MaxBatchRows
                || batchBytes + bytes + reservedBytes > RowLimits.MaxBatchBytes)
            {
                batches.Add([]);
                batchBytes = 0;
            }

            batches[^1].Add(action);
            batchBytes += bytes;
        }

        return batches;
    }
}
