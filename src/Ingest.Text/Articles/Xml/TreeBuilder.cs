using System.Text;
using System.Xml.Linq;

namespace Ingest.Text.Articles.Xml;

/// <summary>
/// Builds a tree from a row of tags and pieces of text. An element's own way of adding text copies all that it has, piece by piece.
/// </summary>
internal sealed class TreeBuilder(ArticleLimits limits)
{
    /// <summary>Attributes of an element that are kept; news has a dozen. An element looks for each among all that it has.</summary>
    public const int MaxAttributes = 256;

    private readonly Stack<XElement> _open = new();
    private readonly StringBuilder _text = new();

    public XElement? Root { get; private set; }

    /// <summary>The root has been closed.</summary>
    public bool IsDone => Root is not null && _open.Count == 0;

    public void Text(ReadOnlySpan<char> text) => _text.Append(text);

    /// <exception cref="ArticleFormatException">Elements nest too deep.</exception>
    public void Open(XElement element, bool isEmpty)
    {
        Flush();
        if (_open.TryPeek(out var parent))
            parent.Add(element);
        Root ??= element;
        if (isEmpty)
            return;
        _open.Push(element);
        if (_open.Count > limits.MaxNesting)
            throw new ArticleFormatException(ArticleFormatCodes.TooDeep, $"Elements nest more than {limits.MaxNesting} deep (MaxNesting).");
    }

    /// <summary>The innermost open element, which is closed now; null when none is open.</summary>
    public XElement? Close()
    {
        Flush();
        return _open.TryPop(out var element) ? element : null;
    }

    private void Flush()
    {
        if (_text.Length > 0 && _open.TryPeek(out var element))
            element.Add(CleanText.WithoutHalves(_text.ToString()));
        _text.Clear();
    }
}
