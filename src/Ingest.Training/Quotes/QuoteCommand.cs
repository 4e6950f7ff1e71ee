using System.CommandLine;
using System.Diagnostics;
using System.Text;
using Ingest.Text;
using Ingest.Text.Articles;
using Ingest.Text.Documents;
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
        var heldOut = new Option<DirectoryInfo?>("--held-out") { Description = "leave every fifth article out, and write what is found in it, and its text, to this folder" };
        var command = new Command("quotes", "Train the taggers of quotes.") { data, model, heldOut };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(data), parsed.GetRequiredValue(model), parsed.GetValue(heldOut)));
        return command;
    }

    private static void Run(FileInfo data, FileInfo model, DirectoryInfo? heldOut)
    {
        var clock = Stopwatch.StartNew();
        void Say(string line) => Console.WriteLine($"{clock.Elapsed.TotalSeconds,6:F1} s  {line}");
        var articles = LabelledArticle.Read(data.FullName).ToList();
        using (var file = model.Create())
            new QuoteTraining(heldOut is null ? articles : [.. articles.Where((_, a) => a % 5 != 4)], Say).Run(file);
        model.Refresh();
        Say($"{model.FullName}: {model.Length / 1024} KiB");
        if (heldOut is not null)
            Evaluate(articles, model, heldOut, Say);
    }

    private static void Evaluate(List<LabelledArticle> articles, FileInfo model, DirectoryInfo folder, Action<string> say)
    {
        folder.Create();
        using var input = model.OpenRead();
        var finder = new QuoteFinder(QuoteModel.Read(input));
        using var output = File.Create(Path.Combine(folder.FullName, "out.jsonl"));
        var clock = Stopwatch.StartNew();
        var tokens = 0;
        for (var a = 4; a < articles.Count; a += 5)
        {
            var doc = Document.Parse(articles[a].Text);
            tokens += doc.Tokens.Count;
            var name = $"{a:D5}";
            var article = ArticleReader.ReadVerbatim(Encoding.UTF8.GetBytes(articles[a].Text), name);
            output.Write(ExtractionJson.Serialize(new Extraction(name, article, [], finder.Find(doc, []))));
            output.WriteByte((byte)'\n');
        }

        say($"{tokens} tokens, {tokens / clock.Elapsed.TotalSeconds:F0} a second");
    }
}
