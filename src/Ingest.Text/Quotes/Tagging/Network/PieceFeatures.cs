namespace Ingest.Text.Quotes.Tagging.Network;

/// <summary>The features of a single piece for the network, which learns of its neighbours by convolution.</summary>
internal static class PieceFeatures
{
    public const int Count = 9;

    public static void Extract(PassageView view, int i, ref FeatureList features)
    {
        features.Add(view[i].Stem);
        features.Add(view[i].Suffix);
        features.Add(view[i].ShortSuffix);
        features.Add(view[i].Shape);
        features.Add(view[i].Symbol);
        features.Add(view[i].Name);
        features.Add(view[i].Coarse);
        features.Add(view[i].Middle);
        features.Add(view[i].Tag);
    }
}
