using System.CommandLine;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Tagging;
using Ingest.Training;
using Ingest.Training.Clusters;
using Ingest.Training.Corpora;
using Ingest.Training.Entities;
using Ingest.Training.Lines;
using Ingest.Training.Quotes;

var data = new Option<string>("--data") { Description = "Folder of the labelled data.", DefaultValueFactory = _ => "../shared/data" };
var model =
    new Option<string>("--model") { Description = "File of the model.", DefaultValueFactory = _ => "src/Ingest.Text/Entities/en.model" };
var types = new Option<bool>("--types") { Description = "A line for each type as well." };
var epochs = new Option<int>("--epochs") { Description = "Times that each sentence is seen.", DefaultValueFactory = _ => 6 };
var dropout =
    new Option<double>("--dropout") { Description = "Share of a token's features left out at each step.", DefaultValueFactory = _ => 0.4 };
var rows = new Option<int>("--rows") { Description = "Features that are kept.", DefaultValueFactory = _ => 175_000 };
var beside = new Option<string?>("--beside")
{
    Description = "File of a model whose clusters and chain are kept, so that only the network is learnt and the model of quotes, "
        + "which knows the clusters by number, still fits.",
};
var minCount =
    new Option<int>("--min-count") { Description = "Occurrences under which a feature isn't learnt.", DefaultValueFactory = _ => 3 };

var entities =
    new Command("entities", "Train the recogniser of names and write its model.") { data, model, beside, epochs, dropout, rows, minCount };
entities.SetAction(options =>
{
    var progress = new Progress();
    var folder = options.GetRequiredValue(data);
    var texts = EntityCorpora.Train(folder).ToList();
    var trainer = new NameTrainer(options.GetValue(epochs), options.GetValue(dropout), options.GetValue(rows), options.GetValue(minCount));
    var trained = options.GetValue(beside) is { } before
        ? trainer.TrainNetwork(texts, Load(before), progress)
        : trainer.Train(
            texts, ClusterTrainer.Train(RawTexts.Read($"{folder}/text").Concat(texts.Select(text => text.Doc.Text)), progress), progress);
    using (var file = File.Create(options.GetRequiredValue(model)))
        trained.Save(file);
    progress.Say($"{options.GetRequiredValue(model)}: {new FileInfo(options.GetRequiredValue(model)).Length:N0} bytes");
    NameEvaluation.Print(folder, new EntityRecognizer(new NameTagger(trained, Gazetteer.Default)), types: false);
});

var evaluate = new Command("evaluate", "Print precision, recall and F1 of a model on the development sets.") { data, model, types };
evaluate.SetAction(options =>
{
    var tagger = new NameTagger(Load(options.GetRequiredValue(model)), Gazetteer.Default);
    NameEvaluation.Print(options.GetRequiredValue(data), new EntityRecognizer(tagger), options.GetValue(types));
});

var lists = new Command("lists", "Pack the lists of names; to be said after every change of one.");
lists.SetAction(_ =>
{
    const string Folder = "src/Ingest.Text/Entities";
    using var file = File.Create($"{Folder}/en.lists");
    ListPacker.Pack(name => File.ReadAllText($"{Folder}/Data/{name}.txt"), file);
    new Progress().Say($"{file.Name}: {file.Length:N0} bytes");
});

var firstNames = new Command("first-names", "Learn what the letters of a first name tell of gender.") { data };
firstNames.SetAction(options =>
{
    var weights = FirstNameTrainer.Train($"{options.GetRequiredValue(data)}/lists", new Progress());
    File.WriteAllBytes("src/Ingest.Text/Entities/first-names.model", Array.ConvertAll(weights, weight => (byte)weight));
});

var root = new RootCommand("Trains and evaluates the models that Ingest.Text embeds.")
{
    entities, QuoteCommand.Create(), LineCommand.Create(data), firstNames, evaluate, lists,
};
return root.Parse(args).Invoke();

static NameModel Load(string path)
{
    using var file = File.OpenRead(path);
    return NameModel.Load(file);
}
