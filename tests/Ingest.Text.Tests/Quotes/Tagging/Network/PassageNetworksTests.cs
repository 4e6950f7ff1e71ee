using Ingest.Text.Documents;
using Ingest.Text.Quotes;
using Ingest.Text.Quotes.Tagging;
using Ingest.Text.Quotes.Tagging.Network;

namespace Ingest.Text.Tests.Quotes.Tagging.Network;

public sealed class PassageNetworksTests
{
    private static readonly PassageNetworks Networks = QuoteModel.Default.Networks;

    private static readonly PassageView View =
        PassageView.Of(PassageSplitter.Split(Document.Parse("The bridge is safe, the mayor told the council on Monday."))[0], new NameMap([]), QuoteModel.Default.Words);

    [Fact]
    public void Their_scores_are_the_mean_of_those_of_each()
    {
        var (together, each) = (Networks.Read(View), Networks.Members.Select(member => member.Read(View)).ToList());
        var cue = new FoundCue(6, 7, 1);

        Assert.True(each.Count > 1);
        AssertMean(each.ConvertAll(reading => Scores(reading.Cues)), Scores(together.Cues));
        AssertMean(each.ConvertAll(reading => Scores(own => reading.RolesOf(cue, own))), Scores(own => together.RolesOf(cue, own)));
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        using var file = new MemoryStream();
        using (var writer = new BinaryWriter(file, System.Text.Encoding.UTF8, leaveOpen: true))
            Networks.Write(writer);
        file.Position = 0;
        using var reader = new BinaryReader(file);

        Assert.Equal(Scores(Networks.Read(View).Cues), Scores(PassageNetworks.Read(reader).Read(View).Cues));
        Assert.Equal(file.Length, file.Position);
    }

    [Fact]
    public void Rounded_they_say_nearly_the_same()
    {
        var network = Networks.Members[0];
        var (exact, rounded) = (Scores(network.Read(View).Cues), Scores(network.Rounded(7).Read(View).Cues));

        Assert.Equal(exact, Scores(network.Rounded(sbyte.MaxValue).Read(View).Cues));
        Assert.NotEqual(exact, rounded);
        Assert.All(exact.Zip(rounded), pair => Assert.InRange(pair.Second, pair.First - 1, pair.First + 1));
    }

    private delegate void Fill(Span<float> scores);

    private static float[] Scores(Fill fill)
    {
        var scores = new float[View.Count * Chain.Stride];
        fill(scores);
        return scores;
    }

    private static void AssertMean(List<float[]> each, float[] mean)
    {
        Assert.NotEmpty(mean);
        for (var i = 0; i < mean.Length; i++)
            Assert.Equal(each.Average(scores => scores[i]), mean[i], 1e-4f);
    }
}
