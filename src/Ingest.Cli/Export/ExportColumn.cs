namespace Ingest.Cli.Export;

/// <param name="Name">As in the JSON contract.</param>
/// <param name="Type">Of its values: string, which alone may be null, int, double or DateTimeOffset.</param>
internal sealed record ExportColumn(string Name, Type Type)
{
    public static ExportColumn Text(string name) => new(name, typeof(string));

    public static ExportColumn Number(string name) => new(name, typeof(int));

    public static ExportColumn Share(string name) => new(name, typeof(double));

    public static ExportColumn Time(string name) => new(name, typeof(DateTimeOffset));
}
