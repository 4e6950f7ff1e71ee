using System.CommandLine;
using Ingest.Cli.Export;

namespace Ingest.Cli.Commands;

/// <summary>Takes everything out, for other programs.</summary>
internal sealed class ExportCommand : Command, IExamples
{
    public ExportCommand()
        : base("export", "Write all articles, entities or quotes to a file or to standard output, the newest article first.")
    {
        foreach (var table in ExportTable.All)
            Add(new ExportTableCommand(table));
    }

    public string Examples =>
        """
        ingest export quotes > quotes.jsonl
        ingest export quotes --out quotes.parquet         the format follows from the name
        ingest export entities --format csv --since 2026-11-01 --until 2026-11-30 > november.csv
        """;
}
