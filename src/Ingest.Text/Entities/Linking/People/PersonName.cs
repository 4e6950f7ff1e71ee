using System.Collections.Frozen;
using Ingest.Text.Documents;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Entities.Linking.People;

/// <summary>A person's name as one mention writes it, in parts: "Andrés", "Manuel", "López", "Obrador".</summary>
internal sealed class PersonName
{
    // "Bill" and "William": each line has a short form and the form that stands for all of them.
    private static readonly OnDemand<FrozenDictionary<string, string>> ShortForms = new(() =>
        WordFile.Lines("short-forms")
            .Select(line => line.Split(' '))
            .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal));

    private readonly string[] _folded;

    // Honorifics before a name, of one word or two. Two words stand together here where each is a name by itself, like "Tan" and "Sri".
    private static readonly string[][] Honorifics =
    [
        ["datuk", "seri"], ["datuk", "sri"], ["dato", "seri"], ["dato", "sri"], ["tan", "sri"], ["puan", "sri"], ["toh", "puan"],
        ["datuk"], ["dato"], ["datin"], ["alhaji"], ["alhaja"], ["shri"], ["moudjahid"],
    ];

    private readonly bool _endsInName;

    private PersonName(string text, List<string> folded, Gazetteer gazetteer)
    {
        (Text, _folded) = (text, folded.Count > 0 ? [.. folded] : [""]);
        _endsInName = (gazetteer.Find(Last) & (WordLists.Common | WordLists.Surname)) != WordLists.Common;
        if (Length < 3 || (text.AsSpan(0, text.Length - 1).IndexOfAny("’'") is > 0 and var owner && text[owner + 1] is ' ' or 's'))
            return;   // too short, or "Jane Roe's Poe"
        Inner = folded[1..^1].FindAll(part => part.Length > 1 && (gazetteer.Find(part) & WordLists.Particle) == 0);
        Middle = [.. Inner.Where(part => (gazetteer.Find(part) & WordLists.FirstName) == 0)];
    }

    /// <summary>
    /// The name as written, with single blanks, without brackets, honorifics ("Datuk Seri") and letters behind it ("KC"). A first name
    /// and a surname that ran together are separated.
    /// </summary>
    public string Text { get; }

    /// <summary>Number of parts.</summary>
    public int Length => _folded.Length;

    public string First => _folded[0];

    public string Last => _folded[^1];

    /// <summary>
    /// Parts between the first and the last by which people are called: the first of two surnames, "Ruiz" of "Ricardo Ruiz Almada", or a
    /// surname before another name, "Chow" of "Maggie Chow Man-ki". Particles and first names are not among them.
    /// </summary>
    public IReadOnlyList<string> Middle { get; } = [];

    /// <summary>
    /// All parts between the first and the last except particles. First names are among them, because some are surnames, too ("Barón").
    /// </summary>
    public IReadOnlyList<string> Inner { get; } = [];

    public bool IsInitial => _folded[0].Length == 1;

    /// <summary>"JANE ROE".</summary>
    public bool IsCapitals => !Letters.HasSmall(Text);

    public static PersonName Parse(ReadOnlySpan<char> written, Gazetteer gazetteer)
    {
        var parts = new List<string>();
        foreach (var range in written.SplitAny(' ', '\n', '\r', '\t', '\u00a0', ','))
        {
            var part = written[range];
            if (!part.IsEmpty && Tokenizer.IsQuotationMark(part[0]) && parts.Count > 0)
                continue;   // a nickname
            part = part.Trim("[]()\"“”");
            if (part.IsEmpty)
                continue;
            if (Seam(part, gazetteer) is var seam and > 0)
            {
                parts.Add(part[..seam].ToString());
                part = part[seam..];
            }

            parts.Add(part.ToString());
        }

        parts.RemoveRange(0, LengthOfHonorific(parts));
        while (parts.Count > 1 && PostNominals.Contains(parts[^1]))
            parts.RemoveAt(parts.Count - 1);
        var folded = parts.ConvertAll(part => Fold(WithoutArticle(part)));
        if (folded.Count > 1 && folded[^1] is "jr" or "sr" or "ii" or "iii")
            folded.RemoveAt(folded.Count - 1);
        folded.RemoveAll(part => part.Length == 0);
        return new PersonName(string.Join(' ', parts), folded, gazetteer);
    }

    private static int LengthOfHonorific(List<string> parts)
    {
        var first = Fold(parts.Count > 1 ? parts[0] : "");
        foreach (var words in Honorifics)
        {
            if (first == words[0] && parts.Count > words.Length && (words.Length == 1 || Fold(parts[1]) == words[1]))
                return words.Length;
        }

        return 0;
    }

    /// <summary>The part without its article, which texts write or leave out: "Ghanem" of "Al-Ghanem".</summary>
    private static string WithoutArticle(string part)
    {
        const int article = 3, shortest = 3;
        var hasArticle = part.StartsWith("al-", StringComparison.OrdinalIgnoreCase)
            || part.StartsWith("el-", StringComparison.OrdinalIgnoreCase);
        return hasArticle && part.Length >= article + shortest ? part[article..] : part;
    }

    /// <summary>Whether both names can be the same person's: no part of one contradicts the other.</summary>
    public bool Fits(PersonName other)
    {
        if (Length < other.Length)
            return other.Fits(this);
        if (other.Length == 1)
            return other.Last == Last || other.Last == First || Middle.Contains(other.Last);
        if (_folded.AsSpan().EndsWith(other._folded) || IsBegunBy(other))
            return true;
        return Last == other.Last && SameFirst(First, other.First) && !HasOtherMiddle(other);
    }

    /// <summary>Whether both have names between first and last, and none in common: "P. Midhun Roe" and "P. Chandra Roe".</summary>
    private bool HasOtherMiddle(PersonName other) => Inner.Count > 0 && other.Inner.Count > 0
        && !Inner.Any(part => other.Inner.Any(with =>
            with.StartsWith(part, StringComparison.Ordinal) || part.StartsWith(with, StringComparison.Ordinal)));

    /// <summary>
    /// Whether this name begins with the whole other name: "Ahmad Zahid" of "Ahmad Zahid Hamidi", "Omar bin Zayed" of "Omar bin Zayed Al
    /// Nahyan". A longer name may be a list of names.
    /// </summary>
    private bool IsBegunBy(PersonName other) => _endsInName && Inner.Contains(other.Last) && _folded.AsSpan().StartsWith(other._folded)
        && (Length == other.Length + 1 || (Length == other.Length + 2 && !Inner.Contains(_folded[other.Length])));

    private static bool SameFirst(string a, string b)
    {
        if (a == b || ShortForms.Value.GetValueOrDefault(a, a) == ShortForms.Value.GetValueOrDefault(b, b))
            return true;
        var (shorter, longer) = a.Length < b.Length ? (a, b) : (b, a);
        // "J." and "John"; "Chris" and "Christopher".
        return shorter.Length is 1 or > 2 && longer.StartsWith(shorter, StringComparison.Ordinal);
    }

    /// <summary>Index where a surname begins that lost its blank ("JaneRoe"); 0 where none did ("McCain", "MacAskill").</summary>
    private static int Seam(ReadOnlySpan<char> part, Gazetteer gazetteer)
    {
        for (var i = 3; i + 2 < part.Length; i++)
        {
            if (part[..i] is "Mac")
                continue;
            if (char.IsUpper(part[i]) && char.IsLower(part[i - 1]) && char.IsLower(part[i + 1]))
                return gazetteer.Find(part[..i]) is var lists && (lists & WordLists.FirstName) != 0 && (lists & WordLists.Common) == 0
                    ? i
                    : 0;
        }

        return 0;
    }

    private static string Fold(string part)
    {
        var folded = new char[part.Length];
        var length = 0;
        foreach (var c in part)
        {
            if (char.IsLetterOrDigit(c))
                folded[length++] = LetterFolding.Fold(c);
        }

        return new string(folded, 0, length);
    }
}
