using Parquet;
using Parquet.Schema;

namespace Ingest.Cli.Export;

/// <summary>Apache Parquet, compressed with Snappy, in row groups of some thousand rows; a group is what is in memory.</summary>
internal sealed class ParquetRows(Stream output, IReadOnlyList<ExportColumn> columns) : IRowWriter, IAsyncDisposable
{
    private const int MaxGroupRows = 8192;

    /// <summary>UTF-16 units of all texts of a group.</summary>
    private const int MaxGroupLength = 8 * 1024 * 1024;

    private readonly DataField[] _fields = [.. columns.Select(FieldOf)];
    private readonly List<object?[]> _group = [];
    private ParquetWriter? _writer;
    private int _groupLength;

    public async ValueTask WriteAsync(object?[] values, CancellationToken cancellationToken)
    {
        _group.Add(values);
        _groupLength += values.Sum(value => (value as string)?.Length ?? 0);
        if (_group.Count == MaxGroupRows || _groupLength > MaxGroupLength)
            await WriteGroupAsync(cancellationToken);
    }

    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        if (_group.Count > 0 || _writer is null)
            await WriteGroupAsync(cancellationToken);
        await DisposeAsync();   // writes the end of the file
        await output.FlushAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_writer is not null)
            await _writer.DisposeAsync();
        _writer = null;
    }

    private async Task WriteGroupAsync(CancellationToken cancellationToken)
    {
        _writer ??= await ParquetWriter.CreateAsync(new ParquetSchema(_fields), output, cancellationToken: cancellationToken);
        using var group = _writer.CreateRowGroup();
        foreach (var (i, field) in _fields.Index())
        {
            if (columns[i].Type == typeof(string))
                await group.WriteAsync(field, [.. _group.Select(row => (string?)row[i])]);
            else if (columns[i].Type == typeof(int))
                await group.WriteAsync<int>(field, _group.Select(row => (int)row[i]!).ToArray(), cancellationToken: cancellationToken);
            else if (columns[i].Type == typeof(double))
                await group.WriteAsync<double>(
                    field, _group.Select(row => (double)row[i]!).ToArray(), cancellationToken: cancellationToken);
            else
                await group.WriteAsync<DateTime>(
                    field, _group.Select(row => ((DateTimeOffset)row[i]!).UtcDateTime).ToArray(), cancellationToken: cancellationToken);
        }

        group.CompleteValidate();
        _group.Clear();
        _groupLength = 0;
    }

    private static DataField FieldOf(ExportColumn column) => column.Type == typeof(string)
        ? new DataField<string>(column.Name)
        : column.Type == typeof(DateTimeOffset)
            ? new DateTimeDataField(column.Name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, unit: DateTimeTimeUnit.Micros)
            : new DataField(column.Name, column.Type);
}
