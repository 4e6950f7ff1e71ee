using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ingest.Cli.Views;

/// <summary>Rows for a program: one JSON object a line on standard output, absent values left out.</summary>
internal sealed class JsonLines
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly Stream _output = StandardOutput.Open();

    public void WriteJson(BinaryData json) => WriteJson(json.ToMemory().Span);

    public void WriteRow<T>(T row) => WriteJson(JsonSerializer.SerializeToUtf8Bytes(row, Options));

    /// <param name="json">One object on one line, in UTF-8.</param>
    public void WriteJson(ReadOnlySpan<byte> json)
    {
        _output.Write(json);
        _output.Write("\n"u8);
    }
}
