namespace Ingest.Cli.Export;

/// <summary>Writes rows in one of the formats, as they come. Nothing is kept but what the format must have together.</summary>
internal interface IRowWriter
{
    /// <param name="values">In the order of the columns.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    ValueTask WriteAsync(object?[] values, CancellationToken cancellationToken);

    /// <summary>After the last row.</summary>
    ValueTask CompleteAsync(CancellationToken cancellationToken);
}
