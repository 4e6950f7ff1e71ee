using Ingest.Text.Articles.Dates;
using Ingest.Text.Articles.Lines;
using Ingest.Text.Documents;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>
/// Posts of social networks as pages embed them, signed by who wrote them:
/// <code>
/// post      := words signature                 one paragraph, or the signature in one of its own
/// signature := dash name "(@" handle ")" day?  "— Jane Roe (@janeroe) May 3, 2026"
/// </code>
/// Without a day, and in the words' paragraph, it stands behind the end of a sentence: "the union — the former mayor Jane Roe (@janeroe)"
/// signs nothing. Links and pictures at the end are none of the words. Words in marks are left to the rules for quotations.
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

    /// <summary>Where the dash stands at the paragraph's end, and the name behind it.</summary>
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

/// <param name="Name">Who wrote it.</param>
/// <param name="Words">What is written.</param>
/// <param name="Paragraphs">Where it and its signature stand.</param>
internal sealed record SignedPost(TextSpan Name, TextSpan Words, IReadOnlyList<int> Paragraphs);
