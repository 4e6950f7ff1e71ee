namespace Ingest.Text.Quotes.Tagging;

/// <summary>The features of a piece for the first stage.</summary>
internal static class CueFeatures
{
    /// <summary>Upper bound of the number of features.</summary>
    public const int Max = 120;

    public static void Extract(PassageView view, int i, ref FeatureList features)
    {
        AddWords(view, i, ref features);
        AddSurroundings(view, i, ref features);
        AddClusters(view, i, ref features);
        AddTags(view, i, ref features);
    }

    private static void AddTags(PassageView view, int i, ref FeatureList features)
    {
        uint T(int k) => PassageView.At(view.Tag, i + k);

        for (var k = -2; k <= 2; k++)
            features.Add(T(k));
        features.Add(T(-2), T(-1), T(0));
        features.Add(T(-1), T(0), T(1));
        features.Add(T(0), T(1), T(2));
        features.Add(T(1), T(2), T(3));
        features.Add(view.Stem[i], T(0));
        features.Add(view.Stem[i], T(0), T(1));
        features.Add(view.Stem[i], T(-1), T(0));
        features.Add(view.Stem[i], T(1), T(2));
        features.Add(view.Middle[i], T(0), T(1));
        features.Add(view.Middle[i], T(-1), T(0));
        features.Add(PassageView.At(view.Word, i + 1), T(0), T(2));
        features.Add(PassageView.At(view.Word, i - 1), T(0), T(1));
        features.Add(T(0), PassageView.At(view.Name, i - 1), T(1));
    }

    private static void AddClusters(PassageView view, int i, ref FeatureList features)
    {
        uint C(int k) => PassageView.At(view.Coarse, i + k);
        uint M(int k) => PassageView.At(view.Middle, i + k);
        uint N(int k) => PassageView.At(view.Name, i + k);
        uint Sy(int k) => PassageView.At(view.Symbol, i + k);

        features.Add(view.Fine[i]);
        for (var k = -2; k <= 2; k++)
        {
            features.Add(M(k));
            features.Add(N(k), Sy(0));
        }

        features.Add(C(-1), C(0));
        features.Add(C(0), C(1));
        features.Add(C(-1), C(0), C(1));
        features.Add(C(0), C(1), C(2));
        features.Add(C(-2), C(-1), C(0));
        features.Add(M(-1), M(0));
        features.Add(M(0), M(1));
        features.Add(M(0), Sy(-1), Sy(1));
        features.Add(M(0), N(-1), N(1));
        features.Add(view.Stem[i], C(1));
        features.Add(view.Stem[i], C(-1));
        features.Add(view.Stem[i], N(-1), N(1));
    }

    private static void AddWords(PassageView view, int i, ref FeatureList features)
    {
        uint[] word = view.Word, stem = view.Stem, symbol = view.Symbol, suffix = view.Suffix;
        uint W(int k) => PassageView.At(word, i + k);
        uint St(int k) => PassageView.At(stem, i + k);
        uint Sy(int k) => PassageView.At(symbol, i + k);

        features.Add(0);
        for (var k = -3; k <= 3; k++)
            features.Add(W(k));
        for (var k = -2; k <= 2; k++)
            features.Add(Sy(k));
        for (var k = -1; k <= 1; k++)
        {
            features.Add(St(k));
            features.Add(PassageView.At(suffix, i + k));
            features.Add(PassageView.At(view.Shape, i + k), Sy(k));
        }

        features.Add(view.ShortSuffix[i]);
        features.Add(W(-1), W(0));
        features.Add(W(0), W(1));
        features.Add(W(1), W(2));
        features.Add(W(-2), W(-1));
        features.Add(W(-1), W(1));
        features.Add(St(0), Sy(-1), Sy(1));
        features.Add(St(0), Sy(1), Sy(2));
        features.Add(St(0), Sy(-2), Sy(-1));
        features.Add(Sy(-1), Sy(0), Sy(1));
        features.Add(Sy(0), Sy(1), Sy(2));
        features.Add(Sy(-2), Sy(-1), Sy(0));
        features.Add(suffix[i], Sy(-1), Sy(1));
        features.Add(view.Shape[i], PassageView.At(view.Shape, i - 1), PassageView.At(view.Shape, i + 1));
    }

    private static void AddSurroundings(PassageView view, int i, ref FeatureList features)
    {
        var passage = view.Passage;
        var (left, right) = (view.VerbBefore[i], view.VerbAfter[i]);
        var (quoteLeft, quoteRight) = (view.QuotationBefore[i], view.QuotationAfter[i]);
        var leftStem = left < 0 ? 0 : view.Stem[left];
        var rightStem = right < 0 ? 0 : view.Stem[right];
        var leftSegments = left < 0 ? 0 : Steps(view.Segment[i] - view.Segment[left]);
        var rightSegments = right < 0 ? 0 : Steps(view.Segment[right] - view.Segment[i]);
        var before = quoteLeft < 0 ? 0 : Distance(i - quoteLeft);
        var after = quoteRight < 0 ? 0 : Distance(quoteRight - i);
        var start = view.SegmentStart[i];
        var opening = PassageView.At(view.Word, start + 1);
        var last = passage.KindAt(passage.Count - 1);

        features.Add(leftStem);
        features.Add(rightStem);
        features.Add(leftStem, leftSegments);
        features.Add(rightStem, rightSegments);
        features.Add(leftSegments, left < 0 ? 0 : Distance(i - left), view.Symbol[i]);
        features.Add(rightSegments, right < 0 ? 0 : Distance(right - i), view.Symbol[i]);
        features.Add(left < 0 ? 0 : PassageView.At(view.Symbol, left + 1), leftSegments, left < 0 ? 0 : view.Symbol[left]);
        features.Add(left < 0 ? 0 : PassageView.At(view.Word, left + 1), leftStem);
        features.Add(
            right < 0 ? 0 : PassageView.At(view.Symbol, right + 1), right < 0 ? 0 : PassageView.At(view.Symbol, right - 1), rightSegments);
        features.Add(before, after);
        features.Add(view.Stem[i], before);
        features.Add(view.Stem[i], after);
        features.Add(view.Symbol[i], before, after);
        features.Add(view.Stem[i], left < 0 ? 0u : 1, right < 0 ? 0u : 1);
        features.Add(PassageView.At(view.Symbol, start), opening);
        features.Add(PassageView.At(view.Symbol, start), opening, view.Stem[i]);
        features.Add(view.Word[0]);
        features.Add(view.Symbol[0], Steps(view.Segment[i]));
        features.Add(view.Word[0], Steps(view.Segment[i]));
        features.Add(Distance(i), view.Symbol[i]);
        features.Add(Distance(view.Count - 1 - i), view.Symbol[i]);
        features.Add((uint)last, view.Symbol[i], Steps(view.Segment[^1] - view.Segment[i]));
    }

    /// <summary>Exact up to four, then in widening steps.</summary>
    public static uint Distance(int pieces) => 1u + pieces switch
    {
        < 5 => (uint)pieces,
        < 7 => 5,
        < 10 => 6,
        < 15 => 7,
        < 25 => 8,
        _ => 9,
    };

    public static uint Steps(int segments) => 1u + (uint)Math.Clamp(segments, 0, 4);
}
