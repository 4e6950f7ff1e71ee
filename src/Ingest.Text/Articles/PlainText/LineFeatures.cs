namespace Ingest.Text.Articles.PlainText;

/// <summary>
/// What the classifier sees of a line: its shape, its sign and, of a short one, its words; the same of its neighbours, more coarsely;
/// how much prose stands around, before and behind it; and how many of its words the prose has too. A feature is a hash.
/// </summary>
internal sealed class LineFeatures
{
    // Words. Longer lines are told by their shape.
    private const int MaxReadWords = 14;

    // Lines. What is farther off is one kind of far.
    private const int Near = 3;

    private readonly IReadOnlyList<TextLine> _lines;
    private readonly byte[] _kinds;
    private readonly int[] _prose;          // words of prose before the line
    private readonly int[] _toProse;        // lines to the next run of prose
    private readonly bool[] _isRepeated;
    private readonly int[] _likeness;       // 0–4: share of the words that the prose has too
    private readonly int[] _toFront;        // lines to the next byline or date
    private readonly int[] _fromFront;      // lines from the last one
    private readonly int[] _fromTitle;      // lines from the last one that may be a headline
    private readonly int[] _naming;         // 0: no name alone; 1: one; 2: one with which a longer line begins as well
    private readonly int _siteLevel;

    public LineFeatures(IReadOnlyList<TextLine> lines)
    {
        _lines = lines;
        var count = lines.Count;
        _kinds = new byte[count];
        _prose = new int[count + 1];
        _toProse = new int[count];
        _isRepeated = new bool[count];
        _likeness = new int[count];
        var firsts = new Dictionary<string, int>(count, StringComparer.Ordinal);
        var shorts = 0;
        for (var i = 0; i < count; i++)
        {
            var line = lines[i];
            _kinds[i] = KindOf(line);
            _prose[i + 1] = _prose[i] + (line.IsProse ? Math.Min(line.Shape.Words, 200) : 0);
            shorts += line.Shape is { Words: < 8, EndsSentence: false } ? 1 : 0;
            if (!firsts.TryAdd(line.Folded, i))
                _isRepeated[i] = _isRepeated[firsts[line.Folded]] = true;
        }

        _siteLevel = Bucket(shorts * 10 / Math.Max(1, count - shorts));
        for (int i = count - 1, distance = 99; i >= 0; i--)
        {
            if (lines[i].IsProse && _prose[Math.Min(count, i + 6)] - _prose[i + 1] > 30)
                distance = 0;
            _toProse[i] = distance++;
        }

        LearnWords();
        _naming = Names();
        _toFront = Distances(i => lines[i].Sign is LineSign.Byline or LineSign.Date, backwards: true);
        _fromFront = Distances(i => lines[i].Sign is LineSign.Byline or LineSign.Date, backwards: false);
        _fromTitle = Distances(i => _likeness[i] >= 4 && lines[i].Shape is { Words: >= 4, EndsSentence: false } && lines[i].Sign == LineSign.None, backwards: false);
    }

    private int[] Names()
    {
        var naming = new int[_lines.Count];
        var begun = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var line in _lines)
        {
            if (line.Shape.Words < 8)
                continue;
            // "Jane Roe is a …": her first two words, her first three.
            var end = NextBlank(line.Folded, NextBlank(line.Folded, 0));
            if (end > 0)
                begun.Add(line.Folded.AsSpan(0, end + 1));
            if (end > 0 && NextBlank(line.Folded, end) is > 0 and var third)
                begun.Add(line.Folded.AsSpan(0, third + 1));
        }

        for (var i = 0; i < _lines.Count; i++)
        {
            if (_lines[i].Shape is { Words: >= 2 and <= 4, EndsSentence: false } && _lines[i].Sign == LineSign.None && Byline.IsBareName(_lines[i].Text))
                naming[i] = begun.Contains(_lines[i].Folded) ? 2 : 1;
        }

        return naming;

        static int NextBlank(string folded, int from) => from < 0 ? -1 : folded.IndexOf(' ', from + 1);
    }

    private int[] Distances(Func<int, bool> isMeant, bool backwards)
    {
        const int far = 9;
        var distances = new int[_lines.Count];
        var distance = far;
        for (var step = 0; step < _lines.Count; step++)
        {
            var i = backwards ? _lines.Count - 1 - step : step;
            distances[i] = distance;
            distance = isMeant(i) ? 1 : Math.Min(far, distance + 1);
        }

        return distances;
    }

    /// <summary>Shares of the words of short lines that stand in the prose as well.</summary>
    private void LearnWords()
    {
        const int enough = 6000;
        var words = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var length = 0;
        foreach (var line in _lines)
        {
            if (!line.IsProse || length > enough)
                continue;
            length += line.Folded.Length;
            foreach (var range in line.Folded.AsSpan().Split(' '))
            {
                if (line.Folded.AsSpan(range) is { Length: >= 4 } word)
                    words.Add(word);
            }
        }

        for (var i = 0; i < _lines.Count; i++)
        {
            if (_lines[i].Shape.Words > 30 || _lines[i].IsProse)
                continue;
            int all = 0, common = 0;
            foreach (var range in _lines[i].Folded.AsSpan().Split(' '))
            {
                if (_lines[i].Folded.AsSpan(range) is not { Length: >= 4 } word)
                    continue;
                all++;
                common += words.Contains(word) ? 1 : 0;
            }

            _likeness[i] = all == 0 ? 0 : 1 + common * 4 / all;
        }
    }

    /// <summary>Clears the list and fills it with the line's features.</summary>
    public void Fill(int i, List<uint> features)
    {
        features.Clear();
        var line = _lines[i];
        var shape = line.Shape;
        var (words, sign) = (Bucket(shape.Words), (int)line.Sign);
        var capitals = shape.Words == 0 ? 0 : 1 + shape.Capitalised * 4 / shape.Words;
        var form = words * 2 + (shape.EndsSentence ? 1 : 0);
        var (first, last) = (Sort(line.Text[0]), Sort(line.Text[^1]));
        var gaps = (line.GapBefore ? 1 : 0) + (line.GapAfter ? 2 : 0);
        Add(features, 0, 0);
        Add(features, 1, form);
        Add(features, 2, sign * 32 + form);
        Add(features, 3, form * 8 + capitals);
        Add(features, 4, first * 16 + last);
        Add(features, 5, gaps * 32 + form);
        Add(features, 6, (shape.IsAllCapitals ? 1 : 0) + (shape.IsBulleted ? 2 : 0) + (_isRepeated[i] ? 4 : 0) + (Math.Min(shape.Separators, 3) * 8));
        Add(features, 7, _kinds[i] * 8 + _siteLevel);
        Add(features, 8, Marks(line.Text));
        Add(features, 9, _kinds[i] * 8 + _likeness[i]);

        // Neighbours.
        for (var step = -Near; step <= Near; step++)
        {
            if (step != 0)
                Add(features, 16 + step, KindAt(i + step));
        }

        Add(features, 21, (KindAt(i - 1) * 16 + _kinds[i]) * 16 + KindAt(i + 1));
        Add(features, 22, (KindAt(i - 2) * 16 + KindAt(i - 1)) * 16 + _kinds[i]);
        Add(features, 23, (KindAt(i + 2) * 16 + KindAt(i + 1)) * 16 + _kinds[i]);

        // Prose around, in words.
        var (before, behind) = (_prose[i], _prose[^1] - _prose[i + 1]);
        var near = Amount(_prose[i] - _prose[Math.Max(0, i - 6)]) * 8 + Amount(_prose[Math.Min(_lines.Count, i + 7)] - _prose[i + 1]);
        var share = before + behind == 0 ? 0 : before == 0 ? 1 : behind == 0 ? 9 : 2 + before * 6 / (before + behind);
        Add(features, 30, near * 16 + _kinds[i]);
        Add(features, 31, share * 16 + _kinds[i]);
        Add(features, 32, Amount(before) * 8 + Amount(behind));
        Add(features, 33, (Math.Min(_toProse[i], 12) * 16 + _kinds[i]) * 2 + (before == 0 ? 1 : 0));
        Add(features, 34, (_likeness[i] * 2 + (_isRepeated[i] ? 1 : 0)) * 16 + Math.Min(_toProse[i], 12));
        Add(features, 35, _likeness[i] * 32 + form);
        var neighbourhood = _prose[Math.Min(_lines.Count, i + 16)] - _prose[Math.Max(0, i - 15)];
        Add(features, 36, Amount(neighbourhood) * 16 + _kinds[i]);

        Add(features, 50, (_toFront[i] * 8 + _likeness[i]) * 16 + _kinds[i]);
        Add(features, 51, (_fromFront[i] * 8 + _likeness[i]) * 16 + _kinds[i]);
        Add(features, 52, (_fromTitle[i] * 16 + Math.Min(_toProse[i], 12)) * 16 + _kinds[i]);
        Add(features, 53, (_fromTitle[i] * 16 + _toFront[i]) * 16 + _kinds[i]);

        Add(features, 54, _naming[i] * 16 + _fromTitle[i]);
        Add(features, 55, (_naming[i] * 16 + Math.Min(_toProse[i], 12)) * 2 + (before == 0 ? 1 : 0));
        Add(features, 56, (_naming[i] * 16 + _toFront[i]) * 2 + (_isRepeated[i] ? 1 : 0));
        if (i > 0)
            Add(features, 57, _naming[i - 1] * 16 + _kinds[i]);

        AddWords(features, line, 40);
        if (i > 0)
            AddFirstWords(features, _lines[i - 1], 44);
        if (i + 1 < _lines.Count)
            AddFirstWords(features, _lines[i + 1], 46);
    }

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

    private int KindAt(int i) => i < 0 ? 14 : i >= _lines.Count ? 15 : _kinds[i];

    /// <summary>Below 14.</summary>
    private static byte KindOf(TextLine line) => line.Sign switch
    {
        LineSign.None when line.Shape.IsProse => line.Shape.Words < 20 ? (byte)1 : (byte)2,
        LineSign.None when line.IsSentence => 3,
        LineSign.None => line.Shape.Words <= 3 ? (byte)4 : line.Shape.Words <= 8 ? (byte)5 : line.Shape.Words <= 18 ? (byte)6 : (byte)7,
        LineSign.Byline => 8,
        LineSign.Date => 9,
        LineSign.Caption or LineSign.Credit => 10,
        LineSign.Legal => 11,
        LineSign.Related or LineSign.RelatedHeading or LineSign.CommentsHeading => 12,
        _ => 13,
    };

    private static int Bucket(int words) => words switch
    {
        <= 4 => words,
        <= 6 => 5,
        <= 8 => 6,
        <= 11 => 7,
        <= 15 => 8,
        <= 24 => 9,
        <= 40 => 10,
        <= 70 => 11,
        _ => 12,
    };

    private static int Amount(int words) => words switch
    {
        0 => 0,
        < 20 => 1,
        < 50 => 2,
        < 100 => 3,
        < 200 => 4,
        < 400 => 5,
        < 1000 => 6,
        _ => 7,
    };

    private static int Sort(char c) =>
        char.IsUpper(c) ? 0 : char.IsLower(c) ? 1 : char.IsDigit(c) ? 2 : c switch
        {
            '.' or '…' => 3,
            '!' or '?' => 4,
            ':' => 5,
            '"' or '“' or '”' => 6,
            '\'' or '‘' or '’' => 7,
            ')' or ']' or '(' or '[' => 8,
            ',' or ';' => 9,
            '•' or '*' or '-' or '–' or '—' => 10,
            '»' or '>' or '›' or '|' => 11,
            '@' or '#' => 12,
            _ => 13,
        };

    private static int Marks(string line) =>
        (line.Contains('@') ? 1 : 0) + (line.Contains("http", StringComparison.Ordinal) || line.Contains("www.", StringComparison.Ordinal) ? 2 : 0) + (line.Contains('"') || line.Contains('“') ? 4 : 0)
        + (line.AsSpan().ContainsAnyInRange('0', '9') ? 8 : 0) + (line.Contains('$') || line.Contains('£') || line.Contains('€') ? 16 : 0);

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
