namespace Ingest.Text.Quotes.Tagging.Network;

/// <summary>The features of a single piece for the network, which learns of its neighbours by convolution.</summary>
internal static class PieceFeatures
{
    public const int Count = 9;

    public static void Extract(PassageView view, int i, ref FeatureList features)
    {
        features.Add(view.Stem[i]);
        features.Add(view.Suffix[i]);
        features.Add(view.ShortSuffix[i]);
        features.Add(view.Shape[i]);
        features.Add(view.Symbol[i]);
        features.Add(view.Name[i]);
        features.Add(view.Coarse[i]);
        features.Add(view.Middle[i]);
        features.Add(view.Tag[i]);
    }
}
