namespace Ingest.Text.Quotes.Tagging;

/// <summary>The features of a piece for the tagger of parts of speech.</summary>
internal static class WordTagFeatures
{
    public static void Extract(PassageView view, int i, ref FeatureList features)
    {
        uint W(int k) => view.At(i + k).Word;
        uint M(int k) => view.At(i + k).Middle;
        uint Sh(int k) => view.At(i + k).Shape;
        uint Su(int k) => view.At(i + k).Suffix;

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
        features.Add(view[i].ShortSuffix, Sh(0));
        features.Add(Sh(-1), Sh(0), Sh(1));
        features.Add(view[i].Fine);
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
