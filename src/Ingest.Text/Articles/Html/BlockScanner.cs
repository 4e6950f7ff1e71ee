using System.Buffers;
using System.Runtime.InteropServices;
using AngleSharp.Dom;

namespace Ingest.Text.Articles.Html;

/// <summary>
/// Walks a page in document order and cuts its text into blocks: at the edges of block-level elements and at two line breaks in a row. It
/// keeps its own stack, because a page may nest deeper than the thread's stack allows.
/// </summary>
internal sealed class BlockScanner
{
    private static readonly WordSet Inline = WordSet.AsWritten(
        """
        a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span
        strike strong sub sup time tt u var wbr
        """);

    private static readonly WordSet Unread = WordSet.AsWritten(
        """
        script style noscript template svg math iframe object embed video audio canvas map head title select textarea button
        input option datalist noframes noembed img picture source
        """);

    private readonly List<Block> _blocks = [];
    private readonly List<Level> _open = [];
    private readonly ArrayBufferWriter<char> _text = new();
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
        _open.Add(new Level(root, root, null));
        while (_open.Count > 0)
        {
            ref var level = ref CollectionsMarshal.AsSpan(_open)[^1];
            if (level.Next == level.Nodes.Length)
            {
                Close(level);
                _open.RemoveAt(_open.Count - 1);
                continue;
            }

            var node = level.Nodes[level.Next++];
            if (node is IText text)
                Append(text.Data);
            else if (node is IElement { LocalName: "br" })
                Break(level);
            else if (node is IElement element && !Unread.Contains(element.LocalName))
            {
                var isBlock = !Inline.Contains(element.LocalName);
                if (isBlock)
                    Flush(level);
                _links += element.LocalName == "a" ? 1 : 0;
                _open.Add(new Level(element, isBlock ? element : level.Block, Surroundings.Of(element, level.Around)));
            }
        }
    }

    private void Close(in Level level)
    {
        if (level.Element.LocalName == "a")
            _links--;
        if (ReferenceEquals(level.Element, level.Block))
            Flush(level);
    }

    private void Append(ReadOnlySpan<char> text)
    {
        text.Replace(_text.GetSpan(text.Length), '\n', ' ');
        _text.Advance(text.Length);
        _linkLength += _links > 0 ? text.Length : 0;
    }

    private void Break(in Level level)
    {
        var text = _text.WrittenSpan.TrimEnd(" \t\r\u00a0");
        if (text is [.., '\n'])
            Flush(level);
        else if (text.Length > 0)
            _text.Write("\n");
    }

    private void Flush(in Level level)
    {
        var text = Lines(_text.WrittenSpan);
        if (text.Length > 0)
            _blocks.Add(new Block(level.Block, text, Math.Min(1, (double)_linkLength / text.Length), level.Around));
        _text.ResetWrittenCount();
        _linkLength = 0;
    }

    /// <summary>The lines as a reader sees them, without the empty ones.</summary>
    private static string Lines(ReadOnlySpan<char> text) =>
        text.Contains('\n')
            ? string.Join('\n', text.ToString().Split('\n').Select(line => CleanText.Of(line)).Where(line => line.Length > 0))
            : CleanText.Of(text);

    /// <summary>An open element, and how far its children have been read.</summary>
    private struct Level(IElement element, IElement block, Surroundings? around)
    {
        public IElement Element { get; } = element;

        /// <summary>The element, or the next one around it that is no inline element.</summary>
        public IElement Block { get; } = block;

        public Surroundings? Around { get; } = around;

        public INodeList Nodes { get; } = element.ChildNodes;

        public int Next { get; set; }
    }
}
