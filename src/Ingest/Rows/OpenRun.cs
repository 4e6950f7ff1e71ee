using System.Globalization;
using Azure.Data.Tables;

namespace Ingest.Rows;

/// <summary>A run that said it would write rows of a file and hasn't said since that it is done: it was cut off, or it is slow.</summary>
/// <param name="Id">Nobody else has it.</param>
/// <param name="Version">What it writes.</param>
/// <param name="Until">When its last request is over, whatever became of it.</param>
internal sealed record OpenRun(string Id, RowsVersion Version, DateTimeOffset Until)
{
    private const string Column = "Runs";

    public static IReadOnlyList<OpenRun> Read(TableEntity row) =>
        row.GetString(Column) is { } lines ? [.. lines.Split('\n').Select(Parse)] : [];

    public static void Write(TableEntity row, IReadOnlyList<OpenRun> runs)
    {
        if (runs.Count > 0)
            row[Column] = string.Join('\n', runs.Select(Format));
    }

    // An ETag is printable, so tab and line feed divide them.
    private static string Format(OpenRun run) => string.Create(
        CultureInfo.InvariantCulture, $"{run.Id}\t{run.Until.ToUnixTimeMilliseconds()}\t{run.Version.Engine}\t{run.Version.BlobETag}");

    private static OpenRun Parse(string line)
    {
        var parts = line.Split('\t');
        var until = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[1], CultureInfo.InvariantCulture));
        return new OpenRun(parts[0], new RowsVersion(parts[3], parts[2]), until);
    }
}

/// <summary>What a file's rows follow from: runs of one version write the same rows.</summary>
/// <param name="BlobETag">The blob's version.</param>
/// <param name="Engine">What reads it, and whether it is only recorded as given up.</param>
internal readonly record struct RowsVersion(string BlobETag, string Engine)
{
    /// <summary>Of a blob that is gone: no rows.</summary>
    public static RowsVersion None { get; } = new("-", "-");
}
