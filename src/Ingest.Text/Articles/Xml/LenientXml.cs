using System.Net;
using System.Xml.Linq;

namespace Ingest.Text.Articles.Xml;

/// <summary>
/// Reads text that only resembles XML: stray ampersands, HTML's entities, attributes without quotes, elements that are not closed or
/// close twice, files that break off. Linear.
/// <code>
/// document  := (comment | cdata | skipped | tag | text)*
/// comment   := "&lt;!--" … "-->"
/// cdata     := "&lt;![CDATA[" … "]]&gt;"
/// skipped   := "&lt;?" … "?>" | "&lt;!" [^[>]* ["[" … "]"] … ">"
/// tag       := "&lt;" ["/"] name attribute* ["/"] ">"        an end tag closes all down to its element, or nothing
/// attribute := name ["=" (quoted | word)]
/// </code>
/// Whatever is none of these is text.
/// </summary>
internal ref struct LenientXml
{
    // Prefixes that are used without being declared.
    private static readonly (string Prefix, string Namespace)[] Customary =
    [
        ("xml", "http://www.w3.org/XML/1998/namespace"), ("content", "http://purl.org/rss/1.0/modules/content/"),
        ("dc", "http://purl.org/dc/elements/1.1/"),
        ("media", "http://search.yahoo.com/mrss/"), ("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
        ("xhtml", "http://www.w3.org/1999/xhtml"),
    ];

    private readonly ReadOnlySpan<char> _text;
    private readonly TreeBuilder _tree;
    private readonly Dictionary<string, int> _openCounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _namespaces = new(StringComparer.Ordinal);
    private int _at;

    private LenientXml(ReadOnlySpan<char> text, ArticleLimits limits)
    {
        _text = text;
        _tree = new TreeBuilder(limits);
        foreach (var (prefix, uri) in Customary)
            _namespaces.Add(prefix, uri);
    }

    /// <inheritdoc cref="XmlTree.Parse"/>
    public static XElement Parse(string text, ArticleLimits limits)
    {
        var xml = new LenientXml(text, limits);
        while (xml._at < text.Length && !xml._tree.IsDone)
        {
            if (!xml.Markup())
                xml.Characters();
        }

        xml.CloseAll();
        return xml._tree.Root ?? throw new ArticleFormatException(ArticleFormatCodes.Malformed, "The XML holds no element.");
    }

    private bool Markup()
    {
        if (_text[_at] != '<')
            return false;
        var rest = _text[_at..];
        if (rest.StartsWith("<!--"))
            Skip("-->");
        else if (rest.StartsWith("<![CDATA["))
            _tree.Text(Skip("]]>")["<![CDATA[".Length..]);
        else if (rest.StartsWith("<?"))
            Skip("?>");
        else if (rest.StartsWith("<!"))
            Skip(rest.IndexOf('>') is > 0 and var end && rest[..end].Contains('[') ? "]>" : ">");
        else
            return Tag();
        return true;
    }

    /// <summary>Moves behind the mark, or to the end where there is none; what stood before it.</summary>
    private ReadOnlySpan<char> Skip(string mark)
    {
        var rest = _text[_at..];
        var end = rest.IndexOf(mark);
        _at += end < 0 ? rest.Length : end + mark.Length;
        return end < 0 ? rest : rest[..end];
    }

    private void Characters()
    {
        var next = _text[(_at + 1)..].IndexOf('<');
        var end = next < 0 ? _text.Length : _at + 1 + next;
        _tree.Text(WebUtility.HtmlDecode(_text[_at..end].ToString()));
        _at = end;
    }

    private bool Tag()
    {
        var start = _at++;
        var isEnd = Take('/');
        var name = Name();
        if (name.Length == 0)
        {
            _at = start;
            return false;
        }

        if (isEnd)
        {
            Skip(">");
            Close(name);
            return true;
        }

        var attributes = new List<(string Name, string Value)>();
        while (Attribute() is { } attribute)
            attributes.Add(attribute);
        var isEmpty = Take('/');
        Blanks();
        Take('>');
        Open(name, attributes, isEmpty);
        return true;
    }

    private void Open(string name, List<(string Name, string Value)> attributes, bool isEmpty)
    {
        foreach (var (attribute, value) in attributes)
        {
            if (attribute.StartsWith("xmlns:", StringComparison.Ordinal))
                _namespaces[attribute["xmlns:".Length..]] = value;
        }

        var element = new XElement(Resolve(name));
        var own = attributes.Where(attribute => !attribute.Name.StartsWith("xmlns", StringComparison.Ordinal));
        foreach (var (attribute, value) in own.Take(TreeBuilder.MaxAttributes))
            element.SetAttributeValue(Resolve(attribute), CleanText.WithoutHalves(value));

        // The name as it stands, for its end tag.
        element.AddAnnotation(name);
        _tree.Open(element, isEmpty);
        if (!isEmpty)
            _openCounts[name] = _openCounts.GetValueOrDefault(name) + 1;
    }

    private readonly void Close(string name)
    {
        if (_openCounts.GetValueOrDefault(name) == 0)
            return;
        while (_tree.Close() is { } element)
        {
            var closed = element.Annotation<string>()!;
            _openCounts[closed]--;
            if (closed == name)
                return;
        }
    }

    private readonly void CloseAll()
    {
        while (_tree.Close() is not null)
        {
        }
    }

    private readonly XName Resolve(string name)
    {
        var colon = name.IndexOf(':');
        if (colon < 0)
            return name;
        return XName.Get(name[(colon + 1)..], _namespaces.GetValueOrDefault(name[..colon], name[..colon]));
    }

    private (string Name, string Value)? Attribute()
    {
        while (_at < _text.Length && _text[_at] is not ('>' or '/' or '<') && !IsNameStart(_text[_at]))
            _at++;
        var name = Name();
        if (name.Length == 0)
            return null;
        Blanks();
        if (!Take('='))
            return (name, "");
        Blanks();
        var quote = _at < _text.Length && _text[_at] is '"' or '\'' ? _text[_at++] : '\0';
        var rest = _text[_at..];
        var end = quote == '\0' ? rest.IndexOfAny(" \t\r\n>") : rest.IndexOf(quote);
        var value = end < 0 ? rest : rest[..end];
        _at += value.Length + (quote != '\0' && end >= 0 ? 1 : 0);
        return (name, WebUtility.HtmlDecode(value.ToString()));
    }

    /// <summary><c>name := [prefix ":"] local</c>; empty where none begins.</summary>
    private string Name()
    {
        var start = _at;
        var colons = 0;
        while (_at < _text.Length
            && (_at == start ? IsNameStart(_text[_at]) : IsNamePart(_text[_at]) || (_text[_at] == ':' && IsPrefix(start) && colons++ == 0)))
            _at++;
        return _text[start.._at].ToString();
    }

    private readonly bool IsPrefix(int start) => _at > start && _at + 1 < _text.Length && IsNameStart(_text[_at + 1]);

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.';

    private bool Take(char c)
    {
        if (_at >= _text.Length || _text[_at] != c)
            return false;
        _at++;
        return true;
    }

    private void Blanks()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
    }
}
