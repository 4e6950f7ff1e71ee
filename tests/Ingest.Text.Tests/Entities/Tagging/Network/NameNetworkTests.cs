using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Tagging;
using Ingest.Text.Entities.Tagging.Network;

namespace Ingest.Text.Tests.Entities.Tagging.Network;

public sealed class NameNetworkTests
{
    [Fact]
    public void Its_scores_are_rounded_and_added_to_those_that_are_there()
    {
        var doc = Document.Parse("Ann met Bob. Nobody else came.");
        using var features = new NameFeatures(doc, new WordClusters([], []), Gazetteer.Default);
        var head = new Layer(EncoderWeights.Width, Tags.Stride);
        for (var tag = 0; tag < Tags.Stride; tag++)
            head.Bias[tag] = tag * 100.6f - 2400;
        var (_, first, end, _) = doc.Sentences[1];
        var emissions = Enumerable.Range(0, (end - first) * Tags.Stride).Select(i => (short)i).ToArray();

        new NameNetwork(new Encoder([], [], unit: 1, new EncoderWeights(features: 0)), head).Add(features, 1, first, emissions);

        Assert.Equal(Enumerable.Range(0, emissions.Length).Select(i => (short)(i + MathF.Round(head.Bias[i % Tags.Stride]))), emissions);
    }

    [Fact]
    public void What_it_says_of_a_word_hangs_on_the_words_around_it()
    {
        var network = Networks.Of([.. HashesOf("Ann met Bob.").Order()], row: place => (sbyte)(place % 7 - 3));

        Assert.NotEqual(ScoresOfFirst(network, "Ann met Bob."), ScoresOfFirst(network, "Ann met."));
    }

    [Fact]
    public void Rows_of_more_weights_than_four_bits_tell_apart_are_refused()
    {
        using var writer = new BinaryWriter(new MemoryStream());

        Assert.Throws<ArgumentException>(() => Networks.Of([1], row: place => (sbyte)(place % 17)).Write(writer));
    }

    private static short[] ScoresOfFirst(NameNetwork network, string text)
    {
        var doc = Document.Parse(text);
        using var features = new NameFeatures(doc, new WordClusters([], []), Gazetteer.Default);
        var scores = new short[doc.Tokens.Count * Tags.Stride];
        network.Add(features, 0, 0, scores);
        return scores[..Tags.Stride];
    }

    private static HashSet<uint> HashesOf(string text)
    {
        var doc = Document.Parse(text);
        using var features = new NameFeatures(doc, new WordClusters([], []), Gazetteer.Default);
        var hashes = new uint[TokenFeatures.Max];
        return [.. Enumerable.Range(0, doc.Tokens.Count).SelectMany(i => hashes[..TokenFeatures.Extract(features, 0, i, hashes)])];
    }
}
