using System.Text;
using Ingest.Text.Documents;
using Ingest.Text.Entities;

namespace Ingest.Text.Tests.Entities.Names;

/// <summary>Sentences with the names in brackets that a tagger found: "They saw [Elm]."</summary>
internal static class Marked
{
    public static (string Text, List<Mention> Mentions) Read(string marked, EntityType type)
    {
        var (text, mentions, start) = (new StringBuilder(), new List<Mention>(), 0);
        foreach (var c in marked)
        {
            if (c == '[')
                start = text.Length;
            else if (c == ']')
                mentions.Add(new Mention(new TextSpan(start, text.Length), type));
            else
                text.Append(c);
        }

        return (text.ToString(), mentions);
    }
}
