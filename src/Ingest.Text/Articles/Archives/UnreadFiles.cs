namespace Ingest.Text.Articles.Archives;

/// <summary>Collects the parts of a file that could not be read, each by its path from the outermost file.</summary>
internal sealed class UnreadFiles
{
    // The name for everything behind a break.
    private const string Rest = "(rest)";

    private readonly List<UnreadFile> _files = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private string _way = "";

    public IReadOnlyList<UnreadFile> All => _files;

    public void Add(string name, ArticleFormatException failure)
    {
        var whole = _way + (name.Length > 0 ? name : "(unnamed)");
        var unique = whole;
        for (var n = 2; !_names.Add(unique); n++)
            unique = $"{whole} ({n})";
        _files.Add(UnreadFile.Of(unique, failure));
    }

    /// <summary>
    /// Notes that the rest can be neither found nor read. It is noted once for an archive, even if several packings around it break off,
    /// too.
    /// </summary>
    public void BreakOff(ArticleFormatException failure)
    {
        if (!_names.Contains(_way + Rest))
            Add(Rest, failure);
    }

    /// <summary>Files lie within the named file until the result is disposed of.</summary>
    public Inner Within(string name)
    {
        var outer = new Inner(this, _way);
        _way = $"{_way}{name}#";
        return outer;
    }

    /// <summary>A mark for <see cref="Forget"/>.</summary>
    public int Mark() => _files.Count;

    /// <summary>Removes what was added since the mark.</summary>
    public void Forget(int mark)
    {
        foreach (var file in _files.Skip(mark))
            _names.Remove(file.Name);
        _files.RemoveRange(mark, _files.Count - mark);
    }

    internal readonly struct Inner(UnreadFiles files, string outerWay) : IDisposable
    {
        public void Dispose() => files._way = outerWay;
    }
}
