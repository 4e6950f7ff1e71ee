namespace Ingest.Text.Quotes.Tagging;

/// <summary>The features of a piece for the tagger of parts of speech.</summary>
internal static class WordTagFeatures
{
    public static void Extract(PassageView view, int i, ref FeatureList features)
    {
        uint W(int k) => PassageView.At(view.Word, i + k);
        uint M(int k) => PassageView.At(view.Middle, i + k);
        uint Sh(int k) => PassageView.At(view.Shape, i + k);
        uint Su(int k) => PassageView.At(view.Suffix, i + k);

        features.Add(0);
        features.Add(W(-1));
        features.Add(W(0));
        features.Add(W(1));
        features.Add(W(-2));
        features.Add(W(2));
        features.Add(W(-1), W(0));
        features.Add(W(0), W(1));
        features.Add(Su(0), Sh(0));
        features.Add(Su(-1));
        features.Add(Su(1));
        features.Add(view.ShortSuffix[i], Sh(0));
        features.Add(Sh(-1), Sh(0), Sh(1));
        features.Add(view.Fine[i]);
        features.Add(M(-1));
        features.Add(M(0));
        features.Add(M(1));
        features.Add(M(-1), M(0));
        features.Add(M(0), M(1));
        features.Add(Su(0), M(-1));
        features.Add(Su(0), M(1));
        features.Add(W(0), M(-1));
        features.Add(W(0), M(1));
        features.Add(Su(0), i == 0 ? 1u : 0);
    }
}
