using Ingest.Delivery;
using Ingest.Text;
using Ingest.Text.Articles;

namespace Ingest.Cli.Files;

/// <summary>Reads files side by side, and large ones only as far as the memory goes that the settings allow (MaxBytesAtOnce).</summary>
/// <param name="extract">The text work on a file's bytes.</param>
/// <param name="limits">What a file may cost.</param>
/// <param name="gate">The memory for all of them.</param>
internal sealed class FileExtraction(
    Func<ReadOnlyMemory<byte>, string, CancellationToken, FileContents<Extraction>> extract, ArticleLimits limits, MemoryGate gate)
{
    public async Task<FileContents<Extraction>> ReadAsync(ArticleFile file, CancellationToken cancellationToken)
    {
        using var lease = gate.Enter();
        await lease.TakeAsync(Math.Min(file.Length, limits.MaxBytes), file.Path, cancellationToken);
        var bytes = await file.ReadAsync(limits.MaxBytes, cancellationToken);
        // Only the bytes tell that a file is packed, and what a pipe holds. Standard input can't be read again, so they are kept meanwhile.
        await lease.TakeAsync(MemoryGate.BytesInWork(bytes, limits), file.Path, cancellationToken);
        return extract(bytes, file.Path, cancellationToken);
    }
}
