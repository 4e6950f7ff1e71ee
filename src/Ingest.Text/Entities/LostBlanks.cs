using Ingest.Text.Documents;
using Ingest.Text.Entities.Tagging;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities;

/// <summary>
/// Finds where a text lost the blank between two words, as real copy does beside links, italics and non-breaking blanks:
/// <code>
/// seam := First ∙ Last | title ∙ Last | title ∙ Title | day ∙ Name     "Marco∙Rubio", "Senator∙Rubio", "Prime∙Minister"
///       | joint ∙ Name | Name ∙ opener                                 "in∙Washington", "senator∙Rubio", "Rubio∙The"
///       | Name ∙ tail | CAPITALS ∙ tail                                "Rubio∙said", "NATO∙has", "Press∙program"
///       | joint ∙ tail                                                 "that∙the"
/// joint := an article, a preposition, a verb of saying, a title …
/// tail  := a word in which no other one ends: "said", "was", "program"
/// </code>
/// Only a word that occurs once in its article, and in no list and no vocabulary, can be two words: "McCain", "Washingtonian" and
/// "YouTube" stay.
/// </summary>
internal sealed class LostBlanks
{
    private const WordUse Joint = WordUse.Determiner | WordUse.Preposition | WordUse.Subordinator | WordUse.Coordinator | WordUse.Finite
        | WordUse.AnySaying | WordUse.Adverb | WordUse.Time | WordUse.HeOrShe | WordUse.Other;

    private const WordLists PersonName = WordLists.FirstName | WordLists.Surname;

    // In letters; with shorter parts, too many real words would be split.
    private const int MinWord = 4, MinName = 4, MinTail = 3, MinTitle = 5, MinSaidOf = 6;

    private static readonly WordSet Openers = WordSet.AsWritten("The He She They But This That It We His Her Mr Mrs Ms");

    private static readonly WordSet Tails = WordSet.AsWritten(
        """
        was were has had have been would could should that these those their who whom whose which where while because from with after
        before during since until about against the and his he she they this
        """);

    // Names and other words end in these ("Roland"), so the word before must occur in the article, or in a list of places that need no
    // explanation.
    private static readonly WordSet WeakTails = WordSet.AsWritten("the and his he she they this");

    // Nouns that follow the name of a medium or an office.
    private static readonly WordSet Nouns = WordSet.AsWritten(
        """
        program programme newspaper magazine website documentary reporter reporters correspondent government administration officials
        spokesman spokeswoman spokesperson president minister senator senators lawmakers campaign company
        """);

    /// <summary>
    /// How often the text is searched for a word. A real text needs few searches; the limit stops a list of a million odd words.
    /// </summary>
    private const int MaxSearches = 200;

    private readonly string _text;
    private int _searches;

    private LostBlanks(string text) => _text = text;

    /// <summary>The document with each such word as two tokens; the same document where there is none, as in nearly all.</summary>
    public static Document Part(Document doc)
    {
        List<int>? seams = null;
        var blanks = new LostBlanks(doc.Text);
        foreach (var (span, kind) in doc.Tokens)
        {
            if (kind == TokenKind.Word
                && span.Length >= MinWord
                && blanks.Seam(span.In(doc.Text)) is var seam and > 0
                && !blanks.StandsElsewhere(span))
                (seams ??= []).Add(span.Start + seam);
        }

        return seams is null ? doc : Document.Parse(doc.Text, doc.Title, seams);
    }

    /// <summary>Index where the second word begins; 0 where the word is one word.</summary>
    private int Seam(ReadOnlySpan<char> word)
    {
        if (IsKnown(word) || !IsLetters(word))
            return 0;
        var hump = Hump(word);
        return hump > 0 ? (IsBeforeCapital(word[..hump], word[hump..]) ? hump : 0)
            : hump < 0 ? 0
            : char.IsUpper(word[0]) ? BehindName(word)
            : BehindJoint(word);
    }

    /// <summary>Index of a capital behind a small letter; 0 where there is none, −1 where there are several.</summary>
    private static int Hump(ReadOnlySpan<char> word)
    {
        var hump = 0;
        for (var i = 1; i < word.Length; i++)
        {
            if (!char.IsUpper(word[i]) || !char.IsLower(word[i - 1]))
                continue;
            if (hump > 0)
                return -1;
            hump = i;
        }

        return hump;
    }

    private bool IsBeforeCapital(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.Length < 2 || left is "Mac")
            return false;
        if (Stands($"{left} {right}"))
            return true;
        var (before, after) = (Gazetteer.Default.Find(left), Gazetteer.Default.Find(right));
        var (use, next) = (WordUses.Of(left), WordUses.Of(right));
        if (char.IsLower(left[0]))
        {
            return (use & Joint) != 0 || (before & WordLists.AnyTitle) != 0 ? IsKnown(right)
                : (before & WordLists.Common) != 0
                    && ((after & (WordLists.Place | WordLists.Demonym | WordLists.ClearName)) != 0 || next.HasFlag(WordUse.Time));
        }

        if (left.Length < MinTail || right.Length < MinTail)
            return (use & Joint) != 0 && (after & (WordLists.Place | WordLists.Demonym)) != 0;
        var isLast = (after & PersonName) != 0 && (after & WordLists.Common) == 0;
        return Openers.Contains(right) ? (before & (PersonName | WordLists.Named)) != 0 && (use & Joint) == 0
            : use.HasFlag(WordUse.Time) ? IsKnown(right)
            : (use & Joint) != 0 ? (after & (WordLists.Place | WordLists.Demonym)) != 0
            : (after & WordLists.AnyTitle) != 0 ? right.Length >= MinTitle && (before & (WordLists.AnyTitle | WordLists.Common)) != 0
            : (before & WordLists.AnyTitle) != 0 ? isLast && left.Length >= MinTitle
            : (before & WordLists.FirstName) != 0 && (before & WordLists.Common) == 0 && isLast && !left.SequenceEqual(right);
    }

    private int BehindName(ReadOnlySpan<char> word)
    {
        for (var i = 2; i <= word.Length - MinTail; i++)
        {
            var left = word[..i];
            var right = word[i..];
            if (!char.IsLower(right[0]))
                continue;
            var lists = Gazetteer.Default.Find(left);
            var isBehind = IsTail(right) ? IsCapitals(left)
                || (lists & (WeakTails.Contains(right) ? WordLists.Place | WordLists.Organization : PersonName | WordLists.Named)) != 0
                : Nouns.Contains(right)
                    && (lists & (WordLists.Place | WordLists.Organization | WordLists.Demonym | WordLists.OrganizationHead)) != 0;
            if (isBehind
                ? left.Length >= MinName || IsCapitals(left)
                : left.Length >= MinName && IsSaidOf(right) && IsName(lists) && Stands(left))
                return i;
        }

        return BehindJoint(word);
    }

    private static bool IsName(WordLists lists) => (lists & (PersonName | WordLists.Named)) != 0 && (lists & WordLists.Common) == 0;

    /// <summary>Whether the word is not the second half of a compound.</summary>
    private static bool IsSaidOf(ReadOnlySpan<char> word) =>
        IsTail(word) || (word.Length >= MinSaidOf && (Gazetteer.Default.Find(word) & WordLists.Common) != 0);

    private static int BehindJoint(ReadOnlySpan<char> word)
    {
        for (var i = 2; i <= word.Length - MinTail; i++)
        {
            var (left, right) = (WordUses.Of(word[..i]), WordUses.Of(word[i..]));
            // "underwrote", "instated" are words.
            if ((left & Joint) != 0 && IsTail(word[i..]) && ((left & WordUse.Preposition) == 0 || (right & WordUse.AnySaying) == 0))
                return i;
        }

        return 0;
    }

    private static bool IsTail(ReadOnlySpan<char> word) =>
        Tails.Contains(word) || (char.IsLower(word[0]) && (WordUses.Of(word) & WordUse.AnySaying) != 0);

    private static bool IsKnown(ReadOnlySpan<char> word)
    {
        if (Gazetteer.Default.Find(word) != WordLists.None || word.Length > 64)
            return true;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return NameModel.Tagger.Clusters.Of(FeatureHash.Of(lower)) != default;
    }

    private static bool IsLetters(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsLetter(c))
                return false;
        }

        return true;
    }

    private static bool IsCapitals(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsUpper(c))
                return false;
        }

        return true;
    }

    private bool StandsElsewhere(TextSpan word) =>
        ++_searches > MaxSearches || _text.AsSpan(word.End).Contains(word.In(_text), StringComparison.Ordinal)
            || _text.AsSpan(0, word.Start).Contains(word.In(_text), StringComparison.Ordinal);

    /// <summary>Whether the words occur in the text.</summary>
    private bool Stands(ReadOnlySpan<char> words)
    {
        if (++_searches > MaxSearches)
            return false;
        for (var at = 0; _text.AsSpan(at).IndexOf(words) is var next and >= 0; at += next + 1)
        {
            var (start, end) = (at + next, at + next + words.Length);
            if ((start == 0 || !char.IsLetterOrDigit(_text[start - 1])) && (end == _text.Length || !char.IsLetterOrDigit(_text[end])))
                return true;
        }

        return false;
    }
}
