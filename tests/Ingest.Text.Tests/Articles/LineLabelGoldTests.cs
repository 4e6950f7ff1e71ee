using Ingest.Text.Articles.PlainText;

namespace Ingest.Text.Tests.Articles;

/// <summary>Copies of pages as plain text, with the label of every line: <c>gold/lines/*/expected.txt</c> holds <c>label TAB line</c>.</summary>
public sealed class LineLabelGoldTests
{
    private static readonly string Folder = Path.Combine(Tree.Root, "tests/Ingest.Text.Tests/gold/lines");

    public static TheoryData<string> Cases => [.. Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_line_is_what_a_careful_reader_would_call_it(string name)
    {
        var labelled = LineLabeller.Label(LineSplitter.Split(File.ReadAllText(Path.Combine(Folder, name, "source.txt"))));

        Assert.Equal(
            File.ReadAllLines(Path.Combine(Folder, name, "expected.txt")),
            labelled.Lines.Select((line, i) => $"{labelled.Labels[i].ToString().ToLowerInvariant()}\t{line.Text}"));
    }
}
