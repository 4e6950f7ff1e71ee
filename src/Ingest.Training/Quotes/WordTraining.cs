using Ingest.Text.Documents;
using Ingest.Text.Quotes;
using Ingest.Text.Quotes.Tagging;
using Ingest.Training.Corpora;

namespace Ingest.Training.Quotes;

/// <summary>Trains the tagger of parts of speech on a file of CoNLL-2003, passage by passage as the flow cuts them.</summary>
internal static class WordTraining
{
    private const int MinCount = 2, Epochs = 5, Rows = 14_000;
    private const float Dropout = 0.3f;

    /// <param name="path">The file to learn from.</param>
    /// <param name="test">The file to measure on; nothing is measured where it is absent.</param>
    /// <param name="say">Told of the progress.</param>
    public static TagRows Train(string path, string test, Action<string> say)
    {
        var passages = Read(path).ToArray();
        var features = Array.ConvertAll(passages, passage => QuoteTraining.FeaturesOf(passage.View, WordTagFeatures.Extract));
        var index = new FeatureIndex(features, MinCount);
        var sequences = passages
            .Select((passage, p) => new Sequence(index.RowsOf(features[p]), [.. passage.Tags.Select(_ => ushort.MaxValue)], passage.Tags))
            .ToArray();
        var crf = new ChainCrf(index.Count, (_, _) => true);
        crf.Train(sequences, Epochs, Dropout, seed: 11, line => say($"words, {line}"));
        var rows = index.Quantize(crf.Weights, crf.Moves, Rows);
        if (File.Exists(test))
            say($"words: {index.Count} features; of those of {Path.GetFileName(test)} {Accuracy(test, new TagWeights(rows)):P1} right");
        return rows;
    }

    private static double Accuracy(string path, TagWeights weights)
    {
        var (right, all) = (0, 0);
        foreach (var (view, tags) in Read(path))
        {
            var found = PassageView.Of(view.Passage, new NameMap([]), weights);
            for (var i = 0; i < tags.Length; i++)
            {
                if (view.Passage.KindAt(i) is not (PieceKind.Word or PieceKind.Number))
                    continue;
                all++;
                right += found[i].Tag == tags[i] ? 1 : 0;
            }
        }

        return right / (double)all;
    }

    private static IEnumerable<(PassageView View, byte[] Tags)> Read(string path)
    {
        foreach (var text in ConllCorpus.ReadWords(path))
        {
            var next = 0;
            foreach (var passage in PassageSplitter.Split(Document.Parse(text.Text)))
            {
                var tags = new byte[passage.Count];
                for (var i = 0; i < passage.Count; i++)
                {
                    while (next < text.Labels.Count && text.Labels[next].Span.End <= passage[i].Span.Start)
                        next++;
                    if (next < text.Labels.Count && passage.KindAt(i) != PieceKind.Quotation)
                        tags[i] = (byte)TagOf(text.Labels[next].Label);
                }

                yield return (PassageView.Of(passage, new NameMap([]), words: null), tags);
            }
        }
    }

    private static WordTag TagOf(string label) => label switch
    {
        "IN-SBAR" => WordTag.Conjunction,
        "TO-VP" => WordTag.Modal,
        _ => label[..label.IndexOf('-', StringComparison.Ordinal)] switch
        {
            "DT" or "PDT" or "PRP$" or "POS" => WordTag.Determiner,
            "JJ" or "JJR" or "JJS" or "CD" => WordTag.Adjective,
            "NN" or "NNS" => WordTag.Noun,
            "NNP" or "NNPS" => WordTag.Name,
            "PRP" or "EX" => WordTag.Pronoun,
            "IN" or "TO" => WordTag.Preposition,
            "WDT" or "WP" or "WP$" or "WRB" => WordTag.Wh,
            "RB" or "RBR" or "RBS" or "RP" => WordTag.Adverb,
            "MD" => WordTag.Modal,
            "VB" => WordTag.Base,
            "VBZ" or "VBP" => WordTag.Present,
            "VBD" => WordTag.Past,
            "VBN" => WordTag.Participle,
            "VBG" => WordTag.Ing,
            _ => WordTag.Other,
        },
    };
}
