using System.Buffers;
using System.Globalization;
using System.Text;

namespace Ingest.Cli.Export;

/// <summary>
/// CSV after RFC 4180 as spreadsheets like it: a line of names, commas, lines that end with CR LF, UTF-8 with its mark at the start,
/// without which Excel takes the text for another encoding. Titles and quotes come from whoever wrote the file, and a spreadsheet runs what
/// begins like a formula; so such a text has an apostrophe before it (https://owasp.org/www-community/attacks/CSV_Injection). The other
/// formats have every text as it is.
/// </summary>
internal sealed class CsvRows : IRowWriter
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r＝＋－＠");

    private readonly Stream _output;
    private readonly StringBuilder _line = new();

    public CsvRows(Stream output, IReadOnlyList<ExportColumn> columns)
    {
        _output = output;
        _line.Append('\ufeff').AppendJoin(',', columns.Select(column => column.Name)).Append("\r\n");
    }

    public async ValueTask WriteAsync(object?[] values, CancellationToken cancellationToken)
    {
        foreach (var (i, value) in values.Index())
        {
            if (i > 0)
                _line.Append(',');
            _ = value switch
            {
                string text => Append(text),
                DateTimeOffset time => _line.Append(time.ToString("O", CultureInfo.InvariantCulture)),
                IFormattable number => _line.Append(number.ToString(null, CultureInfo.InvariantCulture)),
                _ => _line,
            };
        }

        _line.Append("\r\n");
        await WriteLineAsync(cancellationToken);
    }

    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        await WriteLineAsync(cancellationToken);   // of names, when there was no row
        await _output.FlushAsync(cancellationToken);
    }

    private StringBuilder Append(string text)
    {
        if (text.Length > 0 && Formula.Contains(text[0]))
            text = "'" + text;
        return text.AsSpan().ContainsAny(Quoted)
            ? _line.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"')
            : _line.Append(text);
    }

    private async ValueTask WriteLineAsync(CancellationToken cancellationToken)
    {
        await _output.WriteAsync(Encoding.UTF8.GetBytes(_line.ToString()), cancellationToken);
        _line.Clear();
    }
}
