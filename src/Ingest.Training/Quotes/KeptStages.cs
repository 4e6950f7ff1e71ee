using Ingest.Text.Quotes.Tagging;
using Ingest.Text.Quotes.Tagging.Network;

namespace Ingest.Training.Quotes;

/// <summary>
/// The chains of cues and the networks, which take all but a minute of the training: one file for each fold and one for all articles,
/// models without rankers. What changes names or rules, and not what the networks learn from, asks only for rankers and a confidence that
/// are learnt anew beside them. Nothing tells of which articles they are: a folder is for one set of data.
/// </summary>
internal sealed class KeptStages(DirectoryInfo folder)
{
    /// <summary>Those of each fold and, last, of all articles; null where the folder doesn't hold them all.</summary>
    /// <exception cref="InvalidDataException">A file is no model.</exception>
    public (PassageNetworks[] Networks, TagRows[] Cues)? Read()
    {
        var paths = Paths();
        if (!paths.All(File.Exists))
            return null;
        var models = Array.ConvertAll(paths, Open);
        return (Array.ConvertAll(models, model => model.Networks), Array.ConvertAll(models, model => model.Cues.Learnt));
    }

    private static QuoteModel Open(string path)
    {
        using var file = File.OpenRead(path);
        try
        {
            return QuoteModel.Read(file);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException)
        {
            throw new InvalidDataException($"{path} holds no stages of a training: delete it, and the next run writes it anew.", e);
        }
    }

    public void Write(TagRows words, PassageNetworks[] networks, TagRows[] cues)
    {
        folder.Create();
        var none = new Ranker(new sbyte[Ranker.Size], 1);
        foreach (var (fold, path) in Paths().Index())
        {
            // Whole or not at all: a run that is killed leaves nothing that the next one would take for a model.
            var unfinished = path + ".new";
            using (var file = File.Create(unfinished))
                Model(fold).Write(file);
            File.Move(unfinished, path, overwrite: true);
        }

        QuoteModel Model(int fold) =>
            new(
                new TagWeights(words),
                new TagWeights(cues[fold]),
                networks[fold],
                none,
                none,
                new Calibration(new float[Calibration.Count]));
    }

    private string[] Paths() =>
        [.. Enumerable.Range(0, QuoteTraining.Folds + 1).Select(fold => Path.Combine(folder.FullName, NameOf(fold)))];

    private static string NameOf(int fold) => fold == QuoteTraining.Folds ? "all.model" : $"without-{fold + 1}.model";
}
