using System.Diagnostics;
using System.Globalization;
using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Training.Corpora;

namespace Ingest.Training.Entities;

/// <summary>Precision, recall and F1 of exact spans and types, a line a set and a line a type, as the CoNLL measure counts them.</summary>
internal static class NameEvaluation
{
    private static readonly (string Title, string Path, LabelScheme Scheme, bool Hyphens, Func<string, string> Change)[] Sets =
    [
        ("CoNLL-2003 testa", "conll2003/eng.testa", LabelScheme.FourClasses, false, text => text),
        ("the same in small letters", "conll2003/eng.testa", LabelScheme.FourClasses, false, text => text.ToLowerInvariant()),
        ("the same in capitals", "conll2003/eng.testa", LabelScheme.FourClasses, false, text => text.ToUpperInvariant()),
        ("CleanCoNLL dev", "conll2003/cleanconll.dev", LabelScheme.FourClasses, false, text => text),
        ("Worldwide dev", "worldwide/worldwide.9class.dev.conll", LabelScheme.Worldwide, true, text => text),
        ("WNUT-17 dev", "wnut17/emerging.dev.conll", LabelScheme.Wnut, false, text => text),
        ("UNER EWT test", "uner-ewt/en_ewt-ud-test.iob2", LabelScheme.ThreeClasses, false, text => text),
        ("CrossNER politics test", "crossner-politics/test.txt", LabelScheme.Politics, false, text => text),
    ];

    public static void Print(string data, EntityRecognizer recognizer, bool types)
    {
        foreach (var (title, path, scheme, hyphens, change) in Sets)
        {
            var counts = new SortedDictionary<string, Count>(StringComparer.Ordinal);
            var clock = new Stopwatch();
            var tokens = 0;
            foreach (var text in ConllCorpus.Read($"{data}/ner/{path}", hyphens))
            {
                var doc = Document.Parse(change(text.Text));
                tokens += doc.Tokens.Count;
                clock.Start();
                var mentions = recognizer.Recognize(doc);
                clock.Stop();
                Add(counts, scheme, mentions, text.Labels);
            }

            Write(
                title, counts.Values.Aggregate(new Count(), (all, one) => all + one), $"{tokens / clock.Elapsed.TotalSeconds:N0} tokens/s");
            if (!types)
                continue;
            foreach (var (label, count) in counts)
                Write($"  {label}", count, "");
        }
    }

    private static void Add(
        SortedDictionary<string, Count> counts, LabelScheme scheme, IReadOnlyList<Mention> mentions, IReadOnlyList<LabelledSpan> labels)
    {
        var said = mentions.Select(mention => (mention.Span, Label: scheme.LabelOf(mention.Type)))
            .Where(claim => claim.Label is not null)
            .ToHashSet();
        var gold = labels.Select(label => (label.Span, Label: scheme.Widest(label.Label)))
            .Where(label => label.Label is not null)
            .ToHashSet();
        foreach (var (_, label) in said)
            counts[label!] = counts.GetValueOrDefault(label!) + new Count(0, 1, 0);
        foreach (var (span, label) in gold)
            counts[label!] = counts.GetValueOrDefault(label!) + new Count(said.Contains((span, label)) ? 1 : 0, 0, 1);
    }

    private static void Write(string title, Count count, string rest) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{title,-28} P {count.Right / Math.Max(1.0, count.Said):F4}  R {count.Right / Math.Max(1.0, count.Gold):F4}  "
        + $"F1 {2.0 * count.Right / Math.Max(1, count.Said + count.Gold):F4}  of {count.Gold,5}  {rest}"));

    private readonly record struct Count(int Right, int Said, int Gold)
    {
        public static Count operator +(Count a, Count b) => new(a.Right + b.Right, a.Said + b.Said, a.Gold + b.Gold);
    }
}
