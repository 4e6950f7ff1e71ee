namespace Ingest.Cli.Export;

internal enum ExportFormat : byte
{
    Jsonl,
    Csv,
    Parquet,
}
