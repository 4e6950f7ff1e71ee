using Ingest.Text.Quotes.Tagging;
using Ingest.Text.Quotes.Tagging.Network;
using Ingest.Training.Quotes;

namespace Ingest.Training.Tests;

public sealed class KeptStagesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stages");

    [Fact]
    public void What_is_kept_comes_back_each_in_its_place()
    {
        var stages = Enumerable.Range(1, QuoteTraining.Folds + 1).ToArray();
        var networks = Array.ConvertAll(stages, stage => new PassageNetworks([PassageTrainingTests.Network(seed: (uint)stage)]));
        var cues = Array.ConvertAll(stages, stage => Rows(stage));

        new KeptStages(_folder).Write(Rows(100), networks, cues);
        var read = new KeptStages(_folder).Read();

        Assert.NotNull(read);
        Assert.Equal(networks.Select(Bytes), read.Value.Networks.Select(Bytes));
        Assert.Equivalent(cues, read.Value.Cues, strict: true);
    }

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

        Assert.Contains(
            "without-1.model", Assert.Throws<InvalidDataException>(() => new KeptStages(_folder).Read()).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Fill(params string[] names)
    {
        foreach (var name in names)
            File.WriteAllText(Path.Combine(_folder.FullName, name), "no model");
    }

    /// <summary>Two rows that no other number has.</summary>
    private static TagRows Rows(int number) => new(
        [(uint)number, (uint)(1000 + number)],
        [.. Enumerable.Range(0, 2 * Chain.Stride).Select(i => (sbyte)(i - number))],
        Unit: 1f / number,
        [.. Enumerable.Range(0, (Chain.Stride + 1) * Chain.Stride).Select(i => i * 0.5f - number)]);

    private static byte[] Bytes(PassageNetworks networks)
    {
        using var file = new MemoryStream();
        using (var writer = new BinaryWriter(file))
            networks.Write(writer);
        return file.ToArray();
    }
}
