namespace Ingest.Text.Quotes.Tagging;

/// <summary>What the second stage sees of a piece, relative to one cue.</summary>
internal sealed class RoleFeatures(PassageView view, byte[] tags)
{
    public const int Max = 120;

    private int _first, _end;
    private uint _cueStem, _cueWord, _cueCluster, _cueTag, _before, _after, _next;

    /// <summary>Turns to the cue from <paramref name="first"/> to before <paramref name="end"/>.</summary>
    public void Face(int first, int end)
    {
        (_first, _end) = (first, end);
        var head = first;
        for (var i = first; i < end; i++)
        {
            if (view.Passage.KindAt(i) == PieceKind.Word && (view.Passage[i].Class & (WordClass.Auxiliary | WordClass.Be | WordClass.Adverb)) == 0)
            {
                head = i;
                break;
            }
        }

        (_cueStem, _cueWord, _cueCluster) = (view.Stem[head], view.Symbol[head], view.Middle[head]);
        _cueTag = view.Tag[head];
        (_before, _after) = (PassageView.At(view.Symbol, first - 1), PassageView.At(view.Symbol, end));
        _next = PassageView.At(view.Word, end);
    }

    public void Extract(int i, ref FeatureList features)
    {
        var after = i >= _end;
        var isCue = i >= _first && !after;
        var side = isCue ? 0u : after ? 2u : 1u;
        var distance = isCue ? 0 : CueFeatures.Distance(after ? i - _end : _first - 1 - i);
        var segments = CueFeatures.Steps(Math.Abs(view.Segment[i] - view.Segment[after ? _end - 1 : _first]));
        var place = side + segments * 4;
        var near = side + distance * 4;
        uint W(int k) => PassageView.At(view.Word, i + k);
        uint Sy(int k) => PassageView.At(view.Symbol, i + k);
        uint T(int k) => i + k < 0 || i + k >= tags.Length ? 15u : (uint)Parts.PartOf(tags[i + k]);
        uint C(int k) => PassageView.At(view.Coarse, i + k);
        uint M(int k) => PassageView.At(view.Middle, i + k);
        uint N(int k) => PassageView.At(view.Name, i + k);
        var start = view.SegmentStart[i];
        var opening = PassageView.At(view.Word, start + 1);
        var openingSymbol = PassageView.At(view.Symbol, start + 1);
        var border = PassageView.At(view.Symbol, start);
        var own = T(0) * 4 + side;
        var cues = CuesBetween(i, after);
        var verb = after ? view.VerbBefore[i] >= _end : view.VerbAfter[i] >= 0 && view.VerbAfter[i] < _first;

        var path = PathOf(i, after);

        features.Add(near);
        features.Add(path, side);
        features.Add(path, Sy(0), Sy(after ? -1 : 1));
        features.Add(path, Sy(after ? 1 : -1), side);
        features.Add(place, distance);
        features.Add(place, Sy(0));
        features.Add(near, Sy(0));
        features.Add(own);
        features.Add(own, T(-1), T(1));
        features.Add(own, place, cues);
        features.Add(own, _cueStem);
        features.Add(own, distance);
        features.Add(own, Sy(0));
        features.Add(side, _cueStem);
        features.Add(side, _cueStem, Sy(0));
        features.Add(side, _cueStem, W(0));
        features.Add(near, _cueStem);
        features.Add(place, _cueStem);
        features.Add(place, _cueWord, cues);
        features.Add(side, W(0));
        features.Add(side, W(-1));
        features.Add(side, W(1));
        features.Add(side, W(0), W(1));
        features.Add(side, W(-1), W(0));
        features.Add(side + Sy(0) * 4, Sy(-1), Sy(1));
        features.Add(side + Sy(0) * 4, Sy(1), PassageView.At(view.Symbol, i + 2));
        features.Add(side + Sy(0) * 4, Sy(-1), PassageView.At(view.Symbol, i - 2));
        features.Add(side, view.Suffix[i]);
        features.Add(side, PassageView.At(view.Shape, i - 1), view.Shape[i] * 8 + PassageView.At(view.Shape, i + 1));
        features.Add(place, _before, _after);
        features.Add(place, _next);
        features.Add(near, _next);
        features.Add(near, _before, _after);
        features.Add(side, border, opening);
        features.Add(place, border, openingSymbol);
        features.Add(place, opening, cues);
        features.Add(place, border, Sy(0));
        features.Add(side, cues, verb ? 1u : 0);
        features.Add(side, cues, T(0));
        features.Add(side, view.Word[0], segments);
        features.Add(side, view.Symbol[0], CueFeatures.Distance(i));
        features.Add(place, CueFeatures.Distance(view.Count - 1 - i), CueFeatures.Steps(view.Segment[^1] - view.Segment[i]));
        features.Add(side, QuotationState(i), _before);
        features.Add(place, QuotationState(i), _after);
        features.Add(side, PassageView.At(view.Symbol, 0), QuotationState(_first));
        features.Add(side + tags[i] * 4u, i == 0 ? 15u : tags[i - 1], i + 1 == tags.Length ? 15u : tags[i + 1]);
        features.Add(side + tags[i] * 4u);
        features.Add(side, N(0), N(1));
        features.Add(side, N(-1), N(0));
        features.Add(place, N(0));
        features.Add(path, N(0));
        features.Add(side, N(0), N(after ? -1 : 1));
        features.Add(side, C(0), C(1));
        features.Add(side, C(-1), C(0));
        features.Add(side + C(0) * 4, C(-1), C(1));
        features.Add(side, M(0));
        features.Add(side, M(1));
        features.Add(side, M(-1));
        features.Add(place, C(0));
        features.Add(path, C(0));
        features.Add(side, _cueCluster);
        features.Add(near, _cueCluster);
        features.Add(place, _cueCluster);
        features.Add(side, _cueCluster, Sy(0));
        features.Add(side, _cueStem, N(0));
        AddTags(i, after, (side, place, near), ref features);
    }

    private void AddTags(int i, bool after, (uint Side, uint Place, uint Near) at, ref FeatureList features)
    {
        uint W(int k) => PassageView.At(view.Word, i + k);
        uint P(int k) => PassageView.At(view.Tag, i + k);
        var (side, place, near) = at;
        var (clauses, route) = RouteOf(i, after);
        var own = side + (P(0) * 4);

        features.Add(side, P(0));
        features.Add(place, P(0));
        features.Add(near, P(0));
        features.Add(side, P(-1), P(0));
        features.Add(side, P(0), P(1));
        features.Add(own, P(-1), P(1));
        features.Add(own, P(1), P(2));
        features.Add(own, P(-2), P(-1));
        features.Add(side, _cueStem, P(0));
        features.Add(side, _cueTag, P(0));
        features.Add(place, _cueTag);
        features.Add(side, W(0), P(1));
        features.Add(side, W(0), P(-1));
        features.Add(route, side);
        features.Add(route, P(0), side);
        features.Add(route, P(0), P(1));
        features.Add(route, _cueStem);
        features.Add(clauses, side, P(0));
        features.Add(clauses, place);
        features.Add(clauses, side, _cueStem);
        features.Add(clauses, W(0), side);
    }

    /// <summary>Verbs in a finite form between the piece and the cue, and the parts of speech there where they are six or fewer, a noun phrase being one.</summary>
    private (uint Clauses, uint Route) RouteOf(int i, bool after)
    {
        const int longest = 6;
        const uint most = 3;
        var (clauses, route, steps, last) = (0u, 1u, 0, 0u);
        var (from, to) = after ? (_end, i) : (i + 1, _first);
        for (var k = from; k < to && (steps <= longest || clauses < most); k++)
        {
            var tag = view.Tag[k];
            clauses += (WordTag)tag is WordTag.Present or WordTag.Past or WordTag.Modal ? 1u : 0;
            if ((WordTag)tag is WordTag.Determiner or WordTag.Adjective or WordTag.Name)
                tag = (uint)WordTag.Noun;
            if (tag == (uint)WordTag.Other && view.Passage.KindAt(k) != PieceKind.Word)
                tag = PassageView.Quoted + 4 + (uint)view.Passage.KindAt(k);
            if (tag == last || ++steps > longest)
                continue;
            route = (route * 67) + (last = tag);
        }

        return (Math.Min(clauses, most), steps > longest ? Math.Min(clauses, most) : route + 8);
    }

    /// <summary>The symbols between the piece and the cue, up to four; farther off, whether a verb, a name or a pronoun is among them.</summary>
    private uint PathOf(int i, bool after)
    {
        const int longest = 4;
        var (from, to) = after ? (_end, i) : (i + 1, _first);
        if (to - from <= longest)
        {
            var path = (uint)(to - from + 1);
            for (var k = from; k < to; k++)
                path = (path * 31) + view.Symbol[k];
            return path;
        }

        var (verbs, names, pronouns, commas) = (0u, 0u, 0u, 0u);
        for (var k = from; k < to && to - from < 40; k++)
        {
            if (view.Passage.Is(k, WordClass.Verb) || view.Symbol[k] is 21)
                verbs = Math.Min(verbs + 1, 2);
            if (view.Passage.IsCapital(k))
                names = 1;
            if (view.Passage.Is(k, WordClass.Subject))
                pronouns = 1;
            if (view.Passage.KindAt(k) == PieceKind.Comma)
                commas = Math.Min(commas + 1, 2);
        }

        return 100u + verbs + (names * 3) + (pronouns * 6) + (commas * 12);
    }

    private uint CuesBetween(int i, bool after)
    {
        var count = 0u;
        var (from, to) = after ? (_end, i + 1) : (i, _first);
        for (var k = from; k < to && count < 2; k++)
        {
            if (tags[k] == (byte)CueTag.Cue)
                count++;
        }

        return count;
    }

    private uint QuotationState(int i) => (view.Passage.KindAt(i) == PieceKind.Quotation ? 8u : 0)
        + (view.QuotationBefore[i] < 0 ? 0u : view.QuotationBefore[i] == i - 1 ? 1u : 2u)
        + (view.QuotationAfter[i] < 0 ? 0u : view.QuotationAfter[i] == i + 1 ? 16u : 32u);
}
