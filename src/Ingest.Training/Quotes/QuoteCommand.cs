using System.CommandLine;
using System.Diagnostics;
using System.Text;
using Ingest.Text;
using Ingest.Text.Articles;
using Ingest.Text.Entities;
using Ingest.Text.Quotes;
using Ingest.Text.Quotes.Tagging;

namespace Ingest.Training.Quotes;

/// <summary><c>quotes DATA MODEL</c>: from PolNeAR's training part to the embedded file.</summary>
internal static class QuoteCommand
{
    public static Command Create()
    {
        var data = new Argument<FileInfo>("data") { Description = "PolNeAR's training part, JSON Lines compressed by xz" };
        var model = new Argument<FileInfo>("model") { Description = "where the model goes" };
        var words =
            new Option<DirectoryInfo?>("--words")
            {
                Description = "folder of CoNLL-2003's eng.train and eng.testa; beside the data in "
                + "../../ner/conll2003 unless told"
            };
        var unseen =
            new Option<DirectoryInfo?>("--unseen")
            {
                Description = "write what is found in each article by a model that did not learn from "
                + "it to this folder"
            };
        var kept = new Option<DirectoryInfo?>("--keep")
        {
            Description =
                "folder of the chains and networks, which take all but a minute: taken from there where a run before has written them, "
                + "written to it else",
        };
        var command = new Command("quotes", "Train the taggers of quotes.") { data, model, words, unseen, kept };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(data),
            parsed.GetRequiredValue(model),
            parsed.GetValue(words),
            parsed.GetValue(unseen),
            parsed.GetValue(kept)));
        return command;
    }

    private static void Run(FileInfo data, FileInfo model, DirectoryInfo? words, DirectoryInfo? unseen, DirectoryInfo? kept)
    {
        var clock = Stopwatch.StartNew();
        void Say(string line) => Console.WriteLine($"{clock.Elapsed.TotalSeconds,6:F1} s  {line}");
        var folder = words?.FullName ?? Path.Combine(data.DirectoryName!, "../../ner/conll2003");
        var tagger = WordTraining.Train(Path.Combine(folder, "eng.train"), Path.Combine(folder, "eng.testa"), Say);
        var articles = Read(data.FullName);
        QuoteModel[] folds;
        using (var file = model.Create())
            folds = new QuoteTraining(articles, tagger, Say).Run(file, kept is null ? null : new KeptStages(kept));
        model.Refresh();
        Say($"{model.FullName}: {model.Length / 1024} KiB");
        if (unseen is not null)
            Extract(articles, Array.ConvertAll(folds, fold => new QuoteFinder(fold)), unseen);
    }

    private static List<ReadArticle> Read(string path)
    {
        var (recognizer, linker) = (new EntityRecognizer(), new EntityLinker());
        return [.. LabelledArticle.Read(path).Select(article => ReadArticle.Of(article, recognizer, linker))];
    }

    private static void Extract(List<ReadArticle> articles, QuoteFinder[] finders, DirectoryInfo folder)
    {
        folder.Create();
        using var output = File.Create(Path.Combine(folder.FullName, "out.jsonl"));
        for (var a = 0; a < articles.Count; a++)
        {
            var name = $"{a:D5}";
            var article = ArticleReader.ReadVerbatim(Encoding.UTF8.GetBytes(articles[a].Doc.Text), name);
            output.Write(ExtractionJson.Serialize(new Extraction(
                name, article, [], finders[a % finders.Length].Find(articles[a].Doc, articles[a].Entities))));
            output.WriteByte((byte)'\n');
        }
    }
}
