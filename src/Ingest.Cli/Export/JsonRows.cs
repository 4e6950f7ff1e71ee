using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ingest.Cli.Export;

/// <summary>One JSON object a line, in UTF-8; absent values are left out.</summary>
internal sealed class JsonRows(Stream output, IReadOnlyList<ExportColumn> columns) : IRowWriter, IDisposable
{
    private readonly Utf8JsonWriter _json = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public async ValueTask WriteAsync(object?[] values, CancellationToken cancellationToken)
    {
        _json.WriteStartObject();
        foreach (var (column, value) in columns.Zip(values))
        {
            switch (value)
            {
                case string text:
                    _json.WriteString(column.Name, text);
                    break;
                case int number:
                    _json.WriteNumber(column.Name, number);
                    break;
                case double number:
                    _json.WriteNumber(column.Name, number);
                    break;
                case DateTimeOffset time:
                    _json.WriteString(column.Name, time);
                    break;
            }
        }

        _json.WriteEndObject();
        await _json.FlushAsync(cancellationToken);
        _json.Reset();
        output.WriteByte((byte)'\n');
    }

    public async ValueTask CompleteAsync(CancellationToken cancellationToken) => await output.FlushAsync(cancellationToken);

    public void Dispose() => _json.Dispose();
}
