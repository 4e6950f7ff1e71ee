using Ingest.Text.Articles.Dates;
using Ingest.Text.Articles.Lines;
using Ingest.Text.Documents;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>
/// Finds posts of social networks that a page embeds, signed by their authors:
/// <code>
/// post      := words signature                 one paragraph, or the signature in one of its own
/// signature := dash name "(@" handle ")" day?  "— Jane Roe (@janeroe) May 3, 2026"
/// </code>
/// A signature without a day, in the paragraph of the words, must follow the end of a sentence: "the union — the former mayor Jane Roe
/// (@janeroe)" is no signature. Links and pictures at the end do not belong to the words. Quoted words are left to the rules for
/// quotations.
/// </summary>
internal static class SignedPosts
{
    private const int LongestName = 60, LongestDay = 40;   // letters

    private const int LeastWords = 2;

    public static IReadOnlyList<SignedPost> Find(Document doc)
    {
        var posts = new List<SignedPost>();
        for (var p = 0; p < doc.Paragraphs.Count; p++)
        {
            if (SignatureIn(doc.Paragraphs[p], doc.Text) is not var (dash, name, hasDay))
                continue;
            var isAlone = dash == doc.Paragraphs[p].Start;
            if (isAlone
                && (p == 0 || doc.Text[doc.Paragraphs[p - 1].End - 1] == ':' || (posts.Count > 0 && posts[^1].Paragraphs[^1] == p - 1)))
                continue;
            var said = isAlone ? doc.Paragraphs[p - 1] : new TextSpan(doc.Paragraphs[p].Start, dash);
            var words = PostWords.Of(said.In(doc.Text));
            if (words.Count(' ') >= LeastWords - 1
                && (isAlone || hasDay || words[^1] is '.' or '!' or '?' or '…')
                && words[0] is not ('“' or '"' or '‘' or '\'' or '«'))
                posts.Add(new SignedPost(name, new TextSpan(said.Start, said.Start + words.Length), isAlone ? [p - 1, p] : [p]));
        }

        return posts;
    }

    /// <summary>The dash of the signature at the paragraph's end, and the name behind it.</summary>
    private static (int Dash, TextSpan Name, bool HasDay)? SignatureIn(TextSpan paragraph, string text)
    {
        var words = paragraph.In(text);
        var handle = words.LastIndexOf("(@");
        if (handle < 0
            || words[handle..].IndexOf(')') is not (> 2 and var close)
            || words[(handle + 2)..(handle + close)].ContainsAny(" \n\t")
            || words[(handle + close + 1)..].Trim() is var day
                && !day.IsEmpty
                && (day.Length > LongestDay || WrittenDate.Find(day) is null))
            return null;
        var dash = words[..handle].LastIndexOfAny('—', '–', '―');
        if (dash < 0)
            return null;
        var name = words[(dash + 1)..handle].Trim();
        if (name.Length is 0 or > LongestName || name.Contains('\n'))
            return null;
        var start = paragraph.Start + dash + 1 + words[(dash + 1)..].IndexOf(name);
        return (paragraph.Start + dash, new TextSpan(start, start + name.Length), !day.IsEmpty);
    }
}

/// <param name="Name">The author's name.</param>
/// <param name="Words">The text of the post.</param>
/// <param name="Paragraphs">The paragraphs of the text and of its signature.</param>
internal sealed record SignedPost(TextSpan Name, TextSpan Words, IReadOnlyList<int> Paragraphs);
