using System.Buffers;

namespace Ingest.Text.Articles.Lines;

/// <summary>
/// The names of a byline:
/// <code>
/// byline  := [opener] name (divider (name | extra))*
/// opener  := see <see cref="BylineOpener"/>
/// divider := "," | ";" | "|" | "/" | "•" | "and" | "&amp;" | "with"
/// name    := see <see cref="BylineName"/>: 1–5 words with capitals, initials and particles ("van", "de", "ap")
/// extra   := a role, an agency, a place, a date: whatever holds a word that names don't have; a degree;
///            behind a name of two words, any word alone
/// </code>
/// A handle and a date are cut off.
/// </summary>
internal static class Byline
{
    private static readonly WordSet Dividers = WordSet.InAnyCase(", ; | / • · and & with — – - :");

    // The dividers that hang on words.
    private static readonly SearchValues<char> Parting = SearchValues.Create(",;|/•·:(");

    // Dividers between writers, each of whom may have a house. Behind the other dividers stands the writer's role.
    private static readonly WordSet Joiners = WordSet.InAnyCase("and & with");

    // Words behind which a place, a house or a time follows, and no writer.
    private static readonly WordSet Enders = WordSet.InAnyCase("in at for of on from is (");

    /// <summary>The names of the line, as they are written, each once; empty when it holds none.</summary>
    public static IReadOnlyList<string> NamesOf(ReadOnlySpan<char> line)
    {
        var names = new List<string>();
        var name = new List<string>();
        var words = Words(line[BylineOpener.LengthIn(line)..]);
        var mayHaveHouse = true;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (Enders.Contains(word) || IsDate(words, i))
                break;
            if (Dividers.Contains(word))
            {
                Take(mayHaveHouse);
                mayHaveHouse = Joiners.Contains(word);
            }
            else if (word.Contains('@'))
            {
                if (NameBeforeHandle(word) is { } last)
                    name.Add(last);
                Take(mayHaveHouse: true);
            }
            else
            {
                name.Add(word);
            }
        }

        Take(mayHaveHouse);
        return names;

        void Take(bool mayHaveHouse)
        {
            if (BylineName.Of(name, names, mayHaveHouse) is { } taken)
                names.Add(taken);
            name.Clear();
        }
    }

    /// <summary>Whether the whole line is one person's name of two to four words.</summary>
    public static bool IsBareName(string line) =>
        line.Length <= 50 && line.Split(' ') is { Length: >= 2 and <= 4 } words
        && words.All(BylineWord.MayBeInName)
        && words.Any(word => word.Length > 2 && char.IsUpper(word[0]))
        && !words.Any(BylineWord.IsInNoName)
        && !BylineWord.AreMonths(words);

    /// <summary>Whether the line is a role, alone or behind a name: "Jane Roe, Business Correspondent", "Vale reporter".</summary>
    public static bool IsRole(string line)
    {
        if (line.Length > 80 || line.Count(c => c == ' ') > 6)
            return false;
        var comma = line.IndexOf(',');
        return (comma < 0 || IsBareName(line[..comma])) && line[(comma + 1)..].Split(' ').Any(BylineWord.IsOfRole);
    }

    /// <summary>Whether the word is a month or a weekday with a number beside it.</summary>
    private static bool IsDate(List<string> words, int i) =>
        char.IsUpper(words[i][0]) && BylineWord.MayBeginDate(words[i].TrimEnd('.')) && i + 1 < words.Count
        && (char.IsDigit(words[i + 1][0]) || (words[i + 1] == "," && i + 2 < words.Count && BylineWord.MayBeginDate(words[i + 2])));

    /// <summary>"Roe@janeroe": a name that ran together with its handle; "jroe@lakeside.example" names nobody.</summary>
    private static string? NameBeforeHandle(string word)
    {
        var at = word.IndexOf('@');
        return at > 0 && char.IsUpper(word[0]) && !word.AsSpan(at).Contains('.') ? word[..at] : null;
    }

    /// <summary>Words and dividers, in order; a divider that hangs on a word stands on its own.</summary>
    private static List<string> Words(ReadOnlySpan<char> line)
    {
        var words = new List<string>();
        foreach (var range in line.Split(' '))
        {
            var word = line[range];
            if (word.IsEmpty)
                continue;
            var start = 0;
            for (var i = 0; i < word.Length; i++)
            {
                if (!Parting.Contains(word[i]))
                    continue;
                if (i > start)
                    words.Add(word[start..i].ToString());
                words.Add(word[i].ToString());
                start = i + 1;
            }

            if (start < word.Length)
                words.Add(word[start..].ToString());
        }

        return words;
    }
}
