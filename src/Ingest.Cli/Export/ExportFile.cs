using Ingest.Cli.Files;

namespace Ingest.Cli.Export;

/// <summary>
/// The file of an export. It is written beside its place, under a name that nobody else has, and moved there when it is whole. A pipe or
/// a device has no place beside it and keeps nothing: it is written to directly.
/// </summary>
internal sealed class ExportFile : IAsyncDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly string _path;
    private string? _part;

    private ExportFile(string path, string? part, FileStream stream) => (_path, _part, Stream) = (path, part, stream);

    public Stream Stream { get; }

    /// <param name="path">Where to. Of a link, the file that it leads to is written.</param>
    /// <exception cref="IOException">It can't be written there.</exception>
    public static ExportFile Create(string path)
    {
        if (SpecialFile.KindOf(path) is not null)
            return new(path, part: null, Open(path, FileMode.Open, FileShare.ReadWrite));
        var file = new FileInfo(path);
        var target = file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        var part = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
        return new(target, part, Open(part, FileMode.CreateNew, FileShare.None));
    }

    /// <summary>It is whole.</summary>
    public async Task CompleteAsync()
    {
        await Stream.DisposeAsync();
        if (_part is null)
            return;
        File.Move(_part, _path, overwrite: true);
        _part = null;
    }

    /// <summary>What isn't whole goes.</summary>
    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        if (_part is not null)
            File.Delete(_part);
    }

    private static FileStream Open(string path, FileMode mode, FileShare share) =>
        new(path, mode, FileAccess.Write, share, BufferSize, useAsync: true);
}
