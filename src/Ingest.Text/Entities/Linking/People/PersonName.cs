using System.Collections.Frozen;
using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Linking.People;

/// <summary>A person's name as one mention writes it, in parts: "Andrés", "Manuel", "López", "Obrador".</summary>
internal sealed class PersonName
{
    // "Bill" and "William": a short form a line, and the form that stands for all of them.
    private static readonly OnDemand<FrozenDictionary<string, string>> ShortForms = new(() =>
        WordFile.Lines("short-forms").Select(line => line.Split(' ')).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal));

    private readonly string[] _folded;

    private PersonName(string text, string[] folded, string? firstSurname) => (Text, _folded, FirstSurname) = (text, folded, firstSurname);

    /// <summary>As written, with single blanks and without brackets; a first name and a surname that ran together are parted.</summary>
    public string Text { get; }

    /// <summary>In parts.</summary>
    public int Length => _folded.Length;

    public string First => _folded[0];

    public string Last => _folded[^1];

    /// <summary>
    /// The one before the last, by which bearers of two are called ("Ricardo Ruiz Almada": "Ruiz"); null where it is a first name or
    /// missing.
    /// </summary>
    public string? FirstSurname { get; }

    public bool IsInitial => _folded[0].Length == 1;

    /// <summary>"JANE ROE".</summary>
    public bool IsCapitals => !Letters.HasSmall(Text);

    public static PersonName Parse(ReadOnlySpan<char> written, Gazetteer gazetteer)
    {
        var parts = new List<string>();
        foreach (var range in written.SplitAny(' ', '\n', '\r', '\t', '\u00a0'))
        {
            var part = written[range];
            if (!part.IsEmpty && Tokenizer.IsQuotationMark(part[0]) && parts.Count > 0)
                continue;   // a nickname
            part = part.Trim("[]()\"“”,");
            if (part.IsEmpty)
                continue;
            if (Seam(part, gazetteer) is var seam and > 0)
            {
                parts.Add(part[..seam].ToString());
                part = part[seam..];
            }

            parts.Add(part.ToString());
        }

        var folded = parts.ConvertAll(Fold);
        if (folded.Count > 1 && folded[^1] is "jr" or "sr" or "ii" or "iii")
            folded.RemoveAt(folded.Count - 1);
        folded.RemoveAll(part => part.Length == 0);
        return new PersonName(string.Join(' ', parts), folded.Count > 0 ? [.. folded] : [""], FirstSurnameOf(folded, gazetteer));
    }

    private static string? FirstSurnameOf(List<string> folded, Gazetteer gazetteer) =>
        folded.Count > 2 && folded[^2].Length > 2 && (gazetteer.Find(folded[^2]) & (WordLists.FirstName | WordLists.Particle)) == 0 ? folded[^2] : null;

    public bool Has(string part) => Array.IndexOf(_folded, part) >= 0;

    /// <summary>Whether both can be the same person's: neither says what the other denies.</summary>
    public bool Fits(PersonName other)
    {
        if (Length < other.Length)
            return other.Fits(this);
        if (other.Length == 1)
            return other.Last == Last || other.Last == First || other.Last == FirstSurname;
        if (_folded.AsSpan().EndsWith(other._folded) || (other.Last == FirstSurname && _folded.AsSpan().StartsWith(other._folded)))
            return true;
        return Last == other.Last && SameFirst(First, other.First);
    }

    private static bool SameFirst(string a, string b)
    {
        if (a == b || ShortForms.Value.GetValueOrDefault(a, a) == ShortForms.Value.GetValueOrDefault(b, b))
            return true;
        var (shorter, longer) = a.Length < b.Length ? (a, b) : (b, a);
        // "J." and "John"; "Chris" and "Christopher".
        return shorter.Length is 1 or > 2 && longer.StartsWith(shorter, StringComparison.Ordinal);
    }

    /// <summary>Where a surname starts that lost its blank ("JaneRoe"); 0 when none did ("McCain", "MacAskill").</summary>
    private static int Seam(ReadOnlySpan<char> part, Gazetteer gazetteer)
    {
        for (var i = 3; i + 2 < part.Length; i++)
        {
            if (part[..i] is "Mac")
                continue;
            if (char.IsUpper(part[i]) && char.IsLower(part[i - 1]) && char.IsLower(part[i + 1]))
                return gazetteer.Find(part[..i]) is var lists && (lists & WordLists.FirstName) != 0 && (lists & WordLists.Common) == 0 ? i : 0;
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
