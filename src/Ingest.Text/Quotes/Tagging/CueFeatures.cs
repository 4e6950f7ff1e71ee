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
        uint T(int k) => view.At(i + k).Tag;

        for (var k = -2; k <= 2; k++)
            features.Add(T(k));
        features.Add(T(-2), T(-1), T(0));
        features.Add(T(-1), T(0), T(1));
        features.Add(T(0), T(1), T(2));
        features.Add(T(1), T(2), T(3));
        features.Add(view[i].Stem, T(0));
        features.Add(view[i].Stem, T(0), T(1));
        features.Add(view[i].Stem, T(-1), T(0));
        features.Add(view[i].Stem, T(1), T(2));
        features.Add(view[i].Middle, T(0), T(1));
        features.Add(view[i].Middle, T(-1), T(0));
        features.Add(view.At(i + 1).Word, T(0), T(2));
        features.Add(view.At(i - 1).Word, T(0), T(1));
        features.Add(T(0), view.At(i - 1).Name, T(1));
    }

    private static void AddClusters(PassageView view, int i, ref FeatureList features)
    {
        uint C(int k) => view.At(i + k).Coarse;
        uint M(int k) => view.At(i + k).Middle;
        uint N(int k) => view.At(i + k).Name;
        uint Sy(int k) => view.At(i + k).Symbol;

        features.Add(view[i].Fine);
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
        features.Add(view[i].Stem, C(1));
        features.Add(view[i].Stem, C(-1));
        features.Add(view[i].Stem, N(-1), N(1));
    }

    private static void AddWords(PassageView view, int i, ref FeatureList features)
    {
        uint W(int k) => view.At(i + k).Word;
        uint St(int k) => view.At(i + k).Stem;
        uint Sy(int k) => view.At(i + k).Symbol;

        features.Add(0);
        for (var k = -3; k <= 3; k++)
            features.Add(W(k));
        for (var k = -2; k <= 2; k++)
            features.Add(Sy(k));
        for (var k = -1; k <= 1; k++)
        {
            features.Add(St(k));
            features.Add(view.At(i + k).Suffix);
            features.Add(view.At(i + k).Shape, Sy(k));
        }

        features.Add(view[i].ShortSuffix);
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
        features.Add(view[i].Suffix, Sy(-1), Sy(1));
        features.Add(view[i].Shape, view.At(i - 1).Shape, view.At(i + 1).Shape);
    }

    private static void AddSurroundings(PassageView view, int i, ref FeatureList features)
    {
        var passage = view.Passage;
        var (left, right) = (view[i].VerbBefore, view[i].VerbAfter);
        var (quoteLeft, quoteRight) = (view[i].QuotationBefore, view[i].QuotationAfter);
        var leftStem = left < 0 ? 0 : view[left].Stem;
        var rightStem = right < 0 ? 0 : view[right].Stem;
        var leftSegments = left < 0 ? 0 : Steps(view[i].Segment - view[left].Segment);
        var rightSegments = right < 0 ? 0 : Steps(view[right].Segment - view[i].Segment);
        var before = quoteLeft < 0 ? 0 : Distance(i - quoteLeft);
        var after = quoteRight < 0 ? 0 : Distance(quoteRight - i);
        var start = view[i].SegmentStart;
        var opening = view.At(start + 1).Word;
        var last = passage.KindAt(passage.Count - 1);

        features.Add(leftStem);
        features.Add(rightStem);
        features.Add(leftStem, leftSegments);
        features.Add(rightStem, rightSegments);
        features.Add(leftSegments, left < 0 ? 0 : Distance(i - left), view[i].Symbol);
        features.Add(rightSegments, right < 0 ? 0 : Distance(right - i), view[i].Symbol);
        features.Add(left < 0 ? 0 : view.At(left + 1).Symbol, leftSegments, left < 0 ? 0 : view[left].Symbol);
        features.Add(left < 0 ? 0 : view.At(left + 1).Word, leftStem);
        features.Add(
            right < 0 ? 0 : view.At(right + 1).Symbol, right < 0 ? 0 : view.At(right - 1).Symbol, rightSegments);
        features.Add(before, after);
        features.Add(view[i].Stem, before);
        features.Add(view[i].Stem, after);
        features.Add(view[i].Symbol, before, after);
        features.Add(view[i].Stem, left < 0 ? 0u : 1, right < 0 ? 0u : 1);
        features.Add(view.At(start).Symbol, opening);
        features.Add(view.At(start).Symbol, opening, view[i].Stem);
        features.Add(view[0].Word);
        features.Add(view[0].Symbol, Steps(view[i].Segment));
        features.Add(view[0].Word, Steps(view[i].Segment));
        features.Add(Distance(i), view[i].Symbol);
        features.Add(Distance(view.Count - 1 - i), view[i].Symbol);
        features.Add((uint)last, view[i].Symbol, Steps(view[view.Count - 1].Segment - view[i].Segment));
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
