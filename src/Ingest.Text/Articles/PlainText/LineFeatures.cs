namespace Ingest.Text.Articles.PlainText;

/// <summary>
/// The features of a line for the classifier: its shape, its sign and, if it is short, its words; the same of its neighbours, more
/// coarsely; how much prose stands around, before and behind it; and how many of its words the prose has, too. A feature is a hash.
/// </summary>
internal sealed class LineFeatures
{
    // Words. Longer lines are told by their shape.
    private const int MaxReadWords = 14;

    // Lines. What is farther off is one kind of far.
    private const int Near = 3;

    private readonly IReadOnlyList<TextLine> _lines;
    private readonly LineSurvey _survey;

    public LineFeatures(IReadOnlyList<TextLine> lines)
    {
        _lines = lines;
        _survey = new LineSurvey(lines);
    }

    /// <summary>
    /// Clears the list and fills it with the line's features. A feature's number is its template, which the model has learned.
    /// </summary>
    public void Fill(int i, List<uint> features)
    {
        features.Clear();
        var line = _lines[i];
        var form = LineMeasure.Length(line.Shape.Words) * 2 + (line.Shape.EndsSentence ? 1 : 0);
        AddShape(features, i, form);
        AddNeighbours(features, i);
        AddProse(features, i, form);
        AddPlace(features, i);
        AddNaming(features, i);
        AddWords(features, line, 40);
        if (i > 0)
            AddFirstWords(features, _lines[i - 1], 44);
        if (i + 1 < _lines.Count)
            AddFirstWords(features, _lines[i + 1], 46);
    }

    private void AddShape(List<uint> features, int i, int form)
    {
        var line = _lines[i];
        var shape = line.Shape;
        var capitals = shape.Words == 0 ? 0 : 1 + shape.Capitalised * 4 / shape.Words;
        var (first, last) = (LineMeasure.Sort(line.Text[0]), LineMeasure.Sort(line.Text[^1]));
        var gaps = (line.GapBefore ? 1 : 0) + (line.GapAfter ? 2 : 0);
        var marks = (shape.IsAllCapitals ? 1 : 0) + (shape.IsBulleted ? 2 : 0) + (_survey.IsRepeated[i] ? 4 : 0);
        Add(features, 0, 0);
        Add(features, 1, form);
        Add(features, 2, (int)line.Sign * 32 + form);
        Add(features, 3, form * 8 + capitals);
        Add(features, 4, first * 16 + last);
        Add(features, 5, gaps * 32 + form);
        Add(features, 6, marks + Math.Min(shape.Separators, 3) * 8);
        Add(features, 7, _survey.Kinds[i] * 8 + _survey.SiteLevel);
        Add(features, 8, LineMeasure.Marks(line.Text));
        Add(features, 9, _survey.Kinds[i] * 8 + _survey.Likeness[i]);
    }

    private void AddNeighbours(List<uint> features, int i)
    {
        for (var step = -Near; step <= Near; step++)
        {
            if (step != 0)
                Add(features, 16 + step, _survey.KindAt(i + step));
        }

        Add(features, 21, (_survey.KindAt(i - 1) * 16 + _survey.Kinds[i]) * 16 + _survey.KindAt(i + 1));
        Add(features, 22, (_survey.KindAt(i - 2) * 16 + _survey.KindAt(i - 1)) * 16 + _survey.Kinds[i]);
        Add(features, 23, (_survey.KindAt(i + 2) * 16 + _survey.KindAt(i + 1)) * 16 + _survey.Kinds[i]);
    }

    /// <summary>How many words of prose stand around it.</summary>
    private void AddProse(List<uint> features, int i, int form)
    {
        var (before, behind) = (_survey.Prose[i], _survey.Prose[^1] - _survey.Prose[i + 1]);
        var near = LineMeasure.Amount(_survey.Prose[i] - _survey.Prose[Math.Max(0, i - 6)]) * 8
            + LineMeasure.Amount(_survey.Prose[Math.Min(_lines.Count, i + 7)] - _survey.Prose[i + 1]);
        var share = before + behind == 0 ? 0 : before == 0 ? 1 : behind == 0 ? 9 : 2 + before * 6 / (before + behind);
        Add(features, 30, near * 16 + _survey.Kinds[i]);
        Add(features, 31, share * 16 + _survey.Kinds[i]);
        Add(features, 32, LineMeasure.Amount(before) * 8 + LineMeasure.Amount(behind));
        Add(features, 33, (ToProse(i) * 16 + _survey.Kinds[i]) * 2 + (before == 0 ? 1 : 0));
        Add(features, 34, (_survey.Likeness[i] * 2 + (_survey.IsRepeated[i] ? 1 : 0)) * 16 + ToProse(i));
        Add(features, 35, _survey.Likeness[i] * 32 + form);
        var neighbourhood = _survey.Prose[Math.Min(_lines.Count, i + 16)] - _survey.Prose[Math.Max(0, i - 15)];
        Add(features, 36, LineMeasure.Amount(neighbourhood) * 16 + _survey.Kinds[i]);
    }

    /// <summary>How far it is from the bylines and dates around it, and from the last line that may be a headline.</summary>
    private void AddPlace(List<uint> features, int i)
    {
        Add(features, 50, (_survey.ToFront[i] * 8 + _survey.Likeness[i]) * 16 + _survey.Kinds[i]);
        Add(features, 51, (_survey.FromFront[i] * 8 + _survey.Likeness[i]) * 16 + _survey.Kinds[i]);
        Add(features, 52, (_survey.FromTitle[i] * 16 + ToProse(i)) * 16 + _survey.Kinds[i]);
        Add(features, 53, (_survey.FromTitle[i] * 16 + _survey.ToFront[i]) * 16 + _survey.Kinds[i]);
    }

    /// <summary>Whether it is a name alone, and where it stands.</summary>
    private void AddNaming(List<uint> features, int i)
    {
        Add(features, 54, _survey.Naming[i] * 16 + _survey.FromTitle[i]);
        Add(features, 55, (_survey.Naming[i] * 16 + ToProse(i)) * 2 + (_survey.Prose[i] == 0 ? 1 : 0));
        Add(features, 56, (_survey.Naming[i] * 16 + _survey.ToFront[i]) * 2 + (_survey.IsRepeated[i] ? 1 : 0));
        if (i > 0)
            Add(features, 57, _survey.Naming[i - 1] * 16 + _survey.Kinds[i]);
    }

    /// <summary>Lines up to the next prose; more than 12 are far.</summary>
    private int ToProse(int i) => Math.Min(_survey.ToProse[i], 12);

    private void AddWords(List<uint> features, TextLine line, int template)
    {
        AddFirstWords(features, line, template);
        if (line.Shape.Words > MaxReadWords)
            return;
        foreach (var range in line.Folded.AsSpan().Split(' '))
        {
            if (line.Folded.AsSpan(range) is { IsEmpty: false } word)
                Add(features, template + 2, Hash(word));
        }
    }

    private static void AddFirstWords(List<uint> features, TextLine line, int template)
    {
        var folded = line.Folded.AsSpan().TrimStart(' ');
        var end = folded.IndexOf(' ');
        if (end <= 0)
            return;
        Add(features, template, Hash(folded[..end]));
        var second = folded[(end + 1)..].IndexOf(' ');
        if (second > 0)
            Add(features, template + 1, Hash(folded[..(end + 1 + second)]));
    }

    private static int Hash(ReadOnlySpan<char> word)
    {
        // FNV-1a.
        var hash = 2166136261;
        foreach (var c in word)
            hash = (hash ^ c) * 16777619;
        return (int)hash;
    }

    private static void Add(List<uint> features, int template, int value)
    {
        // The finaliser of MurmurHash3.
        var hash = (uint)value * 0x85EBCA77 + (uint)template * 0x9E3779B1;
        hash ^= hash >> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35;
        features.Add(hash ^ hash >> 16);
    }
}
