using Ingest.Training.Quotes;

namespace Ingest.Training.Tests;

public sealed class KeptStagesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stages");

    [Fact]
    public void A_folder_without_one_of_them_holds_none()
    {
        Fill("without-1.model", "without-2.model", "without-3.model", "without-4.model", "without-5.model");

        Assert.Null(new KeptStages(_folder).Read());
    }

    [Fact]
    public void A_file_that_is_no_model_is_refused()
    {
        Fill("without-1.model", "without-2.model", "without-3.model", "without-4.model", "without-5.model", "all.model");

        Assert.Contains("without-1.model", Assert.Throws<InvalidDataException>(() => new KeptStages(_folder).Read()).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Fill(params string[] names)
    {
        foreach (var name in names)
            File.WriteAllText(Path.Combine(_folder.FullName, name), "no model");
    }
}
