namespace Ingest.Text.Articles.Lines;

/// <summary>
/// The names of a byline:
/// <code>
/// byline  := [opener] name (divider (name | extra))*
/// opener  := "By" | "Words by" | "Posted by" | … | ("Von" | "Par" | …) before two words of a name
/// divider := "," | ";" | "|" | "/" | "•" | "and" | "&amp;" | "with"
/// name    := 1–5 words with capitals, initials and particles ("van", "de", "ap")
/// extra   := a role, an agency, a place, a date: whatever holds a word that names don't have; a degree; behind a name of two words, any word alone
/// </code>
/// A house right behind a name of two words, "Jane Roe Lakeside News", is cut off; so are a handle and a date. Of three words behind a comma,
/// "Contributing Opinion Writer", nothing is left.
/// </summary>
internal static class Byline
{
    private static readonly string[] Openers =
    [
        "by", "words by", "story by", "written by", "posted by", "reported by", "published by", "report by", "text by", "authored by",
        "interview by", "review by",
        "analysis by", "compiled by",
        "author:", "from our correspondent",
    ];

    // "By" of other languages. Some begin names as well: Von Miller, Di Stefano.
    private static readonly string[] ForeignOpeners = ["von ", "par ", "por ", "door ", "di ", "av ", "af "];

    private static readonly WordSet Dividers = WordSet.InAnyCase(", ; | / • · and & with — – - :");

    // Dividers before which another writer may have a house as well; behind the others stands what the writer is.
    private static readonly WordSet Joiners = WordSet.InAnyCase("and & with");

    private static readonly WordSet Degrees = WordSet.AsWritten("Ph.D. Ph.D PhD M.D. MD MBA M.B.A. Esq. Esq MPH RN RD CFA CFP CPA JD J.D. LL.M. DDS DVM MSc BSc");

    // With these begins what somebody is, not a name.
    private static readonly WordSet RoleOpeners = WordSet.InAnyCase("contributing executive content opinion managing deputy head associate assistant advance featured lead sr. certified");

    // Behind a name they end what somebody is; alone a blog may be called so.
    private static readonly WordSet RoleEnders = WordSet.InAnyCase("expert experts reviewer reviewers analyst analysts author");

    // After these comes where, for whom or when somebody writes, not who.
    private static readonly WordSet Enders = WordSet.InAnyCase("in at for of on from is (");

    private static readonly WordSet Particles = WordSet.AsWritten(
        "van von der den de del della di da dos das du la le el al bin ibn ap ní ter ten zu y e af");

    private static readonly WordSet NoNames = WordSet.InAnyCase(
        $"""
        editor editors editorial correspondent correspondents reporter reporters writer writers staff columnist contributor
        contributors producer journalist newsroom desk news press agency agencies {NewsAgencies.OfTextsAndPictures} {NewsAgencies.OfTexts} pa bbc cnn cbc
        tribune times post herald gazette journal magazine media network wire service team admin guest special
        political senior chief business sports sport health science local national international world online digital the
        updated published posted written author authors administrator {Calendar.Weekdays}
        min read comments share photo photos video university department inc ltd llc sponsored promoted advertorial
        report reports board officer founder director
        """);

    // People are named so as well, but not by one of these alone.
    private static readonly WordSet Months = WordSet.InAnyCase($"{Calendar.ShortMonths} {Calendar.MonthsButMay}");

    // What stands behind a name without a divider.
    private static readonly string[] Tails =
    [
        " The Associated Press", " Associated Press", " The Canadian Press", " Reuters", " AFP", " AP", " Bloomberg", " Staff Writer",
        " Staff Reporter",
    ];

    /// <summary>Length of "By" and its like at the start of the line, with the blanks behind; 0 when the line doesn't begin so.</summary>
    public static int OpenerOf(ReadOnlySpan<char> line)
    {
        var longest = 0;
        foreach (var opener in Openers)
        {
            if (opener.Length <= longest || !line.StartsWith(opener, StringComparison.OrdinalIgnoreCase))
                continue;
            var rest = line[opener.Length..];
            if (rest is [' ' or ':', ..])
                longest = line.Length - rest.TrimStart(" :").Length;
        }

        return longest > 0 ? longest : ForeignOpenerOf(line);
    }

    private static int ForeignOpenerOf(ReadOnlySpan<char> line)
    {
        foreach (var opener in ForeignOpeners)
        {
            if (line.StartsWith(opener, StringComparison.OrdinalIgnoreCase))
                return BeginsName(line[opener.Length..]) ? opener.Length : 0;
        }

        return 0;
    }

    /// <summary>Whether two words of a name stand there, neither of them a particle.</summary>
    private static bool BeginsName(ReadOnlySpan<char> text)
    {
        var blank = text.IndexOf(' ');
        if (blank <= 0)
            return false;
        var second = text[(blank + 1)..];
        if (second.IndexOfAny(" ,") is >= 0 and var end)
            second = second[..end];
        return IsCapital(text[..blank]) && IsCapital(second);

        static bool IsCapital(ReadOnlySpan<char> word) =>
            IsNameWord(word.ToString()) && char.IsUpper(word[0]) && !Particles.Contains(word.ToString().ToLowerInvariant());
    }

    /// <summary>The names of the line, as they are written, each once; empty when it holds none.</summary>
    public static IReadOnlyList<string> NamesOf(ReadOnlySpan<char> line)
    {
        var names = new List<string>();
        var name = new List<string>();
        var words = Words(line[OpenerOf(line)..]);
        var mayHaveHouse = true;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (Enders.Contains(word) || IsDate(words, i))
                break;
            if (Dividers.Contains(word))
            {
                Take(name, names, mayHaveHouse);
                mayHaveHouse = Joiners.Contains(word);
            }
            else if (word.Contains('@'))
                TakeBeforeHandle(word, name, names);
            else
                name.Add(word);
        }

        Take(name, names, mayHaveHouse);
        return names;
    }

    /// <summary>Whether the whole line is one person's name of two to four words.</summary>
    public static bool IsBareName(string line) =>
        line.Length <= 50 && line.Split(' ') is { Length: >= 2 and <= 4 } words && words.All(IsNameWord)
            && words.Any(word => word.Length > 2 && char.IsUpper(word[0]))
        && !words.Any(IsNoName) && !IsMonth(words);

    /// <summary>Whether the line is a role, alone or behind a name: "Jane Roe, Business Correspondent", "Vale reporter".</summary>
    public static bool IsRole(string line)
    {
        if (line.Length > 80 || line.Count(c => c == ' ') > 6)
            return false;
        var comma = line.IndexOf(',');
        return (comma < 0 || IsBareName(line[..comma])) && line[(comma + 1)..].Split(' ').Any(word => NoNames.Contains(word));
    }

    /// <summary>A month or a weekday with a number behind it, or next to it.</summary>
    private static bool IsDate(List<string> words, int i) =>
        char.IsUpper(words[i][0]) && IsDay(words[i].TrimEnd('.')) && i + 1 < words.Count
        && (char.IsDigit(words[i + 1][0]) || (words[i + 1] == "," && i + 2 < words.Count && IsDay(words[i + 2])));

    private static bool IsDay(string word) => Months.Contains(word) || NoNames.Contains(word);

    /// <summary>"Roe@janeroe": a name that ran together with its handle; "jroe@lakeside.example" names nobody.</summary>
    private static void TakeBeforeHandle(string word, List<string> name, List<string> names)
    {
        var at = word.IndexOf('@');
        if (at > 0 && char.IsUpper(word[0]) && !word.AsSpan(at).Contains('.'))
            name.Add(word[..at]);
        Take(name, names, mayHaveHouse: true);
    }

    /// <summary>
    /// Without the house behind it, where two words of a name stand before: "the …", words in capitals, or two words that end in one that
    /// no name holds.
    /// </summary>
    private static void CutHouse(List<string> name, bool mayHaveHouse)
    {
        if (name.Count < (mayHaveHouse ? 3 : 4))
            return;
        var cut = name.FindIndex(2, word => word.Equals("the", StringComparison.OrdinalIgnoreCase));
        if (cut < 0 && !name.TrueForAll(IsCapitals))
            cut = name.FindIndex(2, word => word.Length > 1 && IsCapitals(word) && !word.Contains('.') && word is not ("II" or "III" or "IV" or "JR"));
        if (cut < 0 && IsNoName(name[^1]))
            cut = name.FindIndex(2, IsNoName) is var first && name.Count - first == 1 && name.Count >= 4 ? name.Count - 2 : first;
        if (cut >= 2)
            name.RemoveRange(cut, name.Count - cut);

        static bool IsCapitals(string word) => word.All(c => !char.IsLetter(c) || char.IsUpper(c));
    }

    private static void Take(List<string> name, List<string> names, bool mayHaveHouse)
    {
        while (name.Count > 2 && Degrees.Contains(name[^1]))
            name.RemoveAt(name.Count - 1);
        CutHouse(name, mayHaveHouse);
        if (names.Count > 0 && name.Count > 0 && RoleEnders.Contains(name[^1]))
            name.Clear();
        var said = string.Join(' ', name);
        if (Tails.FirstOrDefault(tail => said.EndsWith(tail, StringComparison.OrdinalIgnoreCase)) is { } agency)
        {
            said = said[..^agency.Length];
            name.RemoveRange(said.Split(' ').Length, name.Count - said.Split(' ').Length);
        }

        if (name.Count is > 0 and <= 5 && name.All(IsNameWord) && name[^1].Any(char.IsUpper) && !name.Any(IsNoName) && !RoleOpeners.Contains(name[0]) && !IsMonth(name)
            && !(name.Count == 1 && names.Exists(other => other.Contains(' '))) && !names.Contains(said))
            names.Add(said);
        name.Clear();
    }

    private static bool IsMonth(IReadOnlyList<string> words) => words.All(word => Months.Contains(word.TrimEnd('.')));

    // "ap" is Welsh for "son of", "AP" is an agency.
    private static bool IsNoName(string word) => NoNames.Contains(word) && !Particles.Contains(word);

    private static bool IsNameWord(string word) =>
        Particles.Contains(word)
        || (word.Length > 0 && char.IsUpper(word[0]) && word.All(c => char.IsLetter(c) || c is '.' or '-' or '\'' or '’') && !IsHost(word))
        // "d'Ancona", "al-Rashid", "ní"
        || (word.Length > 3 && char.IsLower(word[0]) && word.AsSpan().IndexOfAny("'’-") is > 0 and < 4 && word.Any(char.IsUpper));

    /// <summary>"Lakeside.example": small letters behind a point.</summary>
    private static bool IsHost(string word) => word.IndexOf('.') is > 0 and var point && point + 1 < word.Length && char.IsLower(word[point + 1]);

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
                if (word[i] is not (',' or ';' or '|' or '/' or '•' or '·' or ':' or '('))
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
