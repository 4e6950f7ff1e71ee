namespace Ingest.Text.Entities.Tagging.Network;

/// <summary>What the network sees of a token by itself; of its neighbours it learns by convolution.</summary>
internal static class TokenFeatures
{
    /// <summary>Most features that a token has.</summary>
    public const int Max = 160;

    // Behind those of NameFeatures.
    private const uint Templates = 300;

    /// <summary>Writes a token's features; returns how many.</summary>
    public static int Extract(NameFeatures doc, int sentence, int token, Span<uint> features)
    {
        ref readonly var w = ref doc.TraitsOf(token);
        ref readonly var word = ref doc.WordOf(token);
        var wordCase = (uint)doc.CaseOf(sentence);
        var sink = new FeatureSink(features);
        sink.StartAt(Templates);
        sink.Add(wordCase, doc.IsFirst(sentence, token) ? 1u : 2u);
        sink.Add(w.Lower);
        sink.Add(w.Shape, wordCase);
        sink.Add(w.Prefix3);
        sink.Add(w.Suffix2);
        sink.Add(w.Suffix3);
        sink.Add(w.Cluster.Coarse);
        sink.Add(w.Cluster.Middle);
        sink.Add(w.Cluster.Fine);
        sink.Add(w.Cluster.Topic);
        sink.Add((uint)word.Spelling);
        sink.AddEach((uint)w.Lists, 0);
        sink.AddEach((uint)w.Begins, 0);
        sink.AddEach((uint)w.GoesOn, 0);
        if (word.IsRepeated)
            sink.AddEach((uint)word.WordSurroundings, 0);
        return sink.Finish();
    }
}
