using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Ingest.Text.Articles.Markdown;

/// <summary>
/// The fields that YAML gives: texts, lists of texts or of things with a name, and the parts of a thing. The reader goes event by event
/// and keeps its own stack, so no nesting is too deep, and it follows no alias.
/// </summary>
internal static class YamlFields
{
    // Characters. What is longer is no head of an article.
    private const int MaxLength = 65_536;

    // Levels: the fields, a list, its things.
    private const int MaxDepth = 3;

    /// <summary>Each text with the name of its field, or of its part; null for what is no YAML.</summary>
    public static IReadOnlyList<(string Name, string Text, bool IsPart)>? In(string yaml)
    {
        if (yaml.Length > MaxLength)
            return null;
        try
        {
            return Read(new Parser(new StringReader(yaml)));
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException)
        {
            // Sites write invalid YAML: "title: Elm: a town". The parser has no exception of its own for all faults.
            return null;
        }
    }

    private static List<(string Name, string Text, bool IsPart)> Read(Parser parser)
    {
        var texts = new List<(string Name, string Text, bool IsPart)>();
        var levels = new List<Level>();
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case MappingStart:
                    levels.Add(new Level(IsMapping: true));
                    break;
                case SequenceStart:
                    levels.Add(new Level(IsMapping: false));
                    break;
                case MappingEnd or SequenceEnd:
                    levels.RemoveAt(levels.Count - 1);
                    EndValue();
                    break;
                case Scalar scalar when levels is [.., { IsMapping: true, Name: null }]:
                    levels[^1] = levels[^1] with { Name = scalar.Value };
                    break;
                case Scalar { IsKey: false } scalar:
                    Take(scalar);
                    EndValue();
                    break;
                case AnchorAlias:
                    EndValue();
                    break;
            }
        }

        return texts;

        void EndValue()
        {
            if (levels is [.., { IsMapping: true } last])
                levels[^1] = last with { Name = null };
        }

        void Take(Scalar scalar)
        {
            var isNothing = scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null";
            if (isNothing || levels.Count is 0 or > MaxDepth || levels[0] is not { IsMapping: true, Name: { } field })
                return;
            var part = levels.Count > 1 && levels[^1].IsMapping ? levels[^1].Name : null;
            if (part is null || (levels.Count == MaxDepth && part is "name"))
                texts.Add((field, scalar.Value, false));
            else
                texts.Add((part, scalar.Value, true));
        }
    }

    /// <param name="IsMapping">Whether it has names; a list has none.</param>
    /// <param name="Name">The name whose value comes next; null where a name does.</param>
    private readonly record struct Level(bool IsMapping, string? Name = null);
}
