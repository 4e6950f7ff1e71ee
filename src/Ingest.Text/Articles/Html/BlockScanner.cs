using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace Ingest.Text.Articles.Html;

/// <summary>
/// Walks a page in document order and cuts its text into blocks: at the edges of block-level elements and at two line breaks in a row.
/// It keeps its own stack: a page may nest deeper than the thread's.
/// </summary>
internal sealed class BlockScanner
{
    private static readonly FrozenSet<string> Inline = FrozenSet.Create(
        StringComparer.Ordinal,
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label",
        "mark", "nobr", "q", "rp", "rt", "ruby",
        "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr");

    private static readonly FrozenSet<string> Unread = FrozenSet.Create(
        StringComparer.Ordinal,
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "video", "audio", "canvas", "map", "head",
        "title", "select", "textarea", "button", "input",
        "option", "datalist", "noframes", "noembed", "img", "picture", "source");

    private readonly List<Block> _blocks = [];
    private readonly StringBuilder _text = new();
    private int _linkLength;
    private int _links;

    private BlockScanner()
    {
    }

    public static List<Block> Scan(IElement root)
    {
        var scanner = new BlockScanner();
        scanner.Walk(root);
        return scanner._blocks;
    }

    private void Walk(IElement root)
    {
        // By index: AngleSharp finds a sibling by counting from the first.
        var open = new Stack<Level>();
        open.Push(new Level(root, root, null));
        while (open.Count > 0)
        {
            var level = open.Peek();
            if (level.Next == level.Nodes.Length)
            {
                open.Pop();
                Close(level);
                continue;
            }

            var node = level.Nodes[level.Next++];
            if (node is IText text)
            {
                _text.Append(text.Data.Replace('\n', ' '));
                _linkLength += _links > 0 ? text.Data.Length : 0;
            }
            else if (node is IElement { LocalName: "br" })
            {
                Break(level);
            }
            else if (node is IElement element && !Unread.Contains(element.LocalName))
            {
                var isBlock = !Inline.Contains(element.LocalName);
                if (isBlock)
                    Flush(level);
                _links += element.LocalName == "a" ? 1 : 0;
                open.Push(new Level(element, isBlock ? element : level.Block, Surroundings.Of(element, level.Around)));
            }
        }
    }

    private void Close(Level level)
    {
        if (level.Element.LocalName == "a")
            _links--;
        if (ReferenceEquals(level.Element, level.Block))
            Flush(level);
    }

    private void Break(Level level)
    {
        var end = _text.Length;
        while (end > 0 && _text[end - 1] is ' ' or '\t' or '\r' or '\u00a0')
            end--;
        if (end > 0 && _text[end - 1] == '\n')
            Flush(level);
        else if (end > 0)
            _text.Append('\n');
    }

    private void Flush(Level level)
    {
        if (_text.Length > 0)
        {
            var lines = _text.ToString().Split('\n').Select(line => CleanText.Of(line)).Where(line => line.Length > 0);
            var text = string.Join('\n', lines);
            if (text.Length > 0)
                _blocks.Add(Block.Of(level.Block, text, Math.Min(1, (double)_linkLength / text.Length), level.Around));
        }

        _text.Clear();
        _linkLength = 0;
    }

    /// <summary>An element that is open, and how far its children are read.</summary>
    private sealed class Level(IElement element, IElement block, Surroundings? around)
    {
        public IElement Element { get; } = element;

        /// <summary>The element, or the next one around it that is no inline element.</summary>
        public IElement Block { get; } = block;

        public Surroundings? Around { get; } = around;

        public INode[] Nodes { get; } = [.. element.ChildNodes];

        public int Next { get; set; }
    }
}
