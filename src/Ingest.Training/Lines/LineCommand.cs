using System.CommandLine;

namespace Ingest.Training.Lines;

/// <summary><c>lines</c>: from the labelled pages, copied as plain text, to the embedded weights.</summary>
internal static class LineCommand
{
    public static Command Create(Option<string> data)
    {
        var model = new Option<string>("--model")
        {
            Description = "File of the weights.",
            DefaultValueFactory = _ => "src/Ingest.Text/Articles/PlainText/lines.model",
        };
        var only =
            new Option<FileInfo?>("--only")
            {
                Description = "A file that names the pages to learn from, one a line; all of them where it "
                + "is absent."
            };
        var command = new Command("lines", "Train the classifier of the lines of copied pages.") { data, model, only };
        command.SetAction(options =>
        {
            var progress = new Progress();
            var names = options.GetValue(only) is { } list ? File.ReadAllLines(list.FullName).ToHashSet() : null;
            var examples = new LineExamples();
            var random = new Random(11);
            foreach (var page in LabelledPage.Read(options.GetRequiredValue(data)).Where(page => names?.Contains(page.Name) != false))
                examples.Add(page, random);
            progress.Say($"{examples.Features.Count} lines, "
                + $"{string.Join(", ", examples.Classes.CountBy(label => label).OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} "
                + $"{pair.Value}"))}");
            var path = options.GetRequiredValue(model);
            using (var file = File.Create(path))
                LineTrainer.Train(examples, progress).Save(file);
            progress.Say($"{path}: {new FileInfo(path).Length:N0} bytes");
        });
        return command;
    }
}
