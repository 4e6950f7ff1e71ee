namespace Ingest.Text.Articles.Archives;

/// <summary>Collects what of a file couldn't be read, each by its way from the outermost.</summary>
internal sealed class UnreadFiles
{
    // Of all that comes behind a break.
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
    /// What comes next can't be found, let alone read. Told once of an archive, however many packings around it break off too.
    /// </summary>
    public void BreakOff(ArticleFormatException failure)
    {
        if (!_names.Contains(_way + Rest))
            Add(Rest, failure);
    }

    /// <summary>Until it is disposed, files lie within that one.</summary>
    public Inner Within(string name)
    {
        var outer = new Inner(this, _way);
        _way = $"{_way}{name}#";
        return outer;
    }

    /// <summary>For <see cref="Forget"/>.</summary>
    public int Mark() => _files.Count;

    /// <summary>Takes back what was added since.</summary>
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
