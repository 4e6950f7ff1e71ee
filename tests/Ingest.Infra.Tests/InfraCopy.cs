namespace Ingest.Infra.Tests;

/// <summary>The templates in a folder of their own, where a test may change them or write beside them.</summary>
internal sealed class InfraCopy : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ingest-infra-");

    public InfraCopy()
    {
        foreach (var file in Directory.GetFiles(BicepCli.Infra, "*.bicep*"))
            File.Copy(file, PathOf(System.IO.Path.GetFileName(file)));
    }

    public string Path => _folder.FullName;

    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    public void Dispose() => _folder.Delete(recursive: true);
}
