using System.Text;
using Ingest.Text.Documents;

namespace Ingest.Training.Corpora;

/// <summary>A text with the spans that its annotators labelled.</summary>
/// <param name="Text">Sentences divided by blank lines.</param>
/// <param name="Labels">In order, without overlap.</param>
internal sealed record LabelledText(string Text, IReadOnlyList<LabelledSpan> Labels);

/// <param name="Span">Where it stands in the text.</param>
/// <param name="Label">The data set's own label, in lower case.</param>
internal readonly record struct LabelledSpan(TextSpan Span, string Label);

/// <summary>
/// Reads CoNLL-style files (IOB1, IOB2 or BILOU) as texts that a person would have typed; how tokens are joined is what the referee
/// of the data does too, so that figures can be compared.
/// </summary>
internal static class ConllCorpus
{
    private static readonly HashSet<string> Closing =
        [",", ".", ";", ":", "!", "?", ")", "]", "}", "%", "''", "'", "'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "”", "..."];

    private static readonly HashSet<string> Opening = ["(", "[", "{", "$", "``", "“", "‘", "£", "€", "#"];
    private static readonly HashSet<string> AfterApostrophe = ["s", "t", "re", "ve", "ll", "d", "m"];
    private static readonly HashSet<string> BeforeApostrophe = ["O", "d", "D", "l", "L"];

    /// <summary>Sentences to a text where a file marks no documents.</summary>
    private const int SentencesPerText = 20;

    /// <param name="path">The file.</param>
    /// <param name="hyphens">Whether a lone hyphen between two words had no blanks around it.</param>
    public static IEnumerable<LabelledText> Read(string path, bool hyphens = false) =>
        Documents(path, columns => columns[^1]).Select(sentences => Join(sentences, hyphens));

    /// <summary>
    /// The texts of a file of CoNLL-2003, each word labelled with its part of speech and the kind of its chunk: "IN-SBAR", "VBD-VP", ".-O".
    /// </summary>
    public static IEnumerable<LabelledText> ReadWords(string path)
    {
        foreach (var sentences in Documents(
            path, columns => $"{columns[1]}-{columns[2][(columns[2].IndexOf('-', StringComparison.Ordinal) + 1)..]}"))
        {
            var text = new StringBuilder();
            var labels = new List<LabelledSpan>();
            foreach (var sentence in sentences)
            {
                var spans = Join(sentence, hyphens: false, text);
                labels.AddRange(sentence.Zip(spans, (word, span) => new LabelledSpan(span, word.Tag)));
                text.Append("\n\n");
            }

            yield return new LabelledText(text.ToString(), labels);
        }
    }

    private static List<List<List<(string Word, string Tag)>>> Documents(string path, Func<string[], string> tagOf)
    {
        var documents = new List<List<List<(string, string)>>>();
        var document = new List<List<(string, string)>>();
        var sentence = new List<(string, string)>();
        var universal = path.EndsWith(".iob2", StringComparison.Ordinal);
        foreach (var line in File.ReadLines(path).Append("-DOCSTART-"))
        {
            var starts = line.StartsWith("-DOCSTART-", StringComparison.Ordinal);
            if ((starts || string.IsNullOrWhiteSpace(line)) && sentence.Count > 0)
            {
                document.Add(sentence);
                sentence = [];
            }

            if (starts && document.Count > 0)
            {
                documents.Add(document);
                document = [];
            }

            if (starts || string.IsNullOrWhiteSpace(line) || (universal && line[0] == '#'))
                continue;
            var columns = line.Contains('\t') ? line.Split('\t') : line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            sentence.Add(universal ? (columns[1], columns[2]) : (columns[0], tagOf(columns)));
        }

        return documents is [{ Count: > 200 } only] ? [.. only.Chunk(SentencesPerText).Select(chunk => chunk.ToList())] : documents;
    }

    private static LabelledText Join(List<List<(string Word, string Tag)>> sentences, bool hyphens)
    {
        var text = new StringBuilder();
        var labels = new List<LabelledSpan>();
        foreach (var sentence in sentences)
        {
            var spans = Join(sentence, hyphens, text);
            AddLabels(sentence, spans, labels);
            text.Append("\n\n");
        }

        return new LabelledText(text.ToString(), labels);
    }

    private static List<TextSpan> Join(List<(string Word, string Tag)> sentence, bool hyphens, StringBuilder text)
    {
        var spans = new List<TextSpan>(sentence.Count);
        var start = text.Length;
        bool quoted = false, glue = true;
        for (var i = 0; i < sentence.Count; i++)
        {
            var word = sentence[i].Word;
            var before = i > 0 ? sentence[i - 1].Word : "";
            var after = i + 1 < sentence.Count ? sentence[i + 1].Word : "";
            var space = !glue;
            glue = false;
            if (word == "\"")
            {
                if (quoted)
                    space = false;
                else
                    glue = true;
                quoted = !quoted;
            }
            else if (word == "’" && (AfterApostrophe.Contains(after) || BeforeApostrophe.Contains(before)))
            {
                (space, glue) = (false, true);
            }
            else if (Closing.Contains(word.Replace('’', '\'')))
            {
                space = false;
            }
            else if (Opening.Contains(word))
            {
                glue = true;
            }
            else if (word == "-" && hyphens && before is not ("" or ")" or "-") && after != "-")
            {
                (space, glue) = (false, true);
            }

            if (space && text.Length > start)
                text.Append(' ');
            spans.Add(new TextSpan(text.Length, text.Length + word.Length));
            text.Append(word);
        }

        return spans;
    }

    private static void AddLabels(List<(string Word, string Tag)> sentence, List<TextSpan> spans, List<LabelledSpan> labels)
    {
        var (start, label) = (-1, "");
        for (var i = 0; i <= sentence.Count; i++)
        {
            var tag = i < sentence.Count ? sentence[i].Tag : "O";
            var dash = tag.IndexOf('-', StringComparison.Ordinal);
            var (prefix, name) = dash > 0 ? (tag[0], tag[(dash + 1)..].ToLowerInvariant()) : ('O', "");
            if (start >= 0 && !(prefix is 'I' or 'E' or 'L' && name == label))
            {
                labels.Add(new LabelledSpan(new TextSpan(spans[start].Start, spans[i - 1].End), label));
                start = -1;
            }

            if (prefix != 'O' && start < 0)
                (start, label) = (i, name);
        }
    }
}
