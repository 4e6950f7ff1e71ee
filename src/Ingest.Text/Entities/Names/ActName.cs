using Ingest.Text.Documents;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Names;

/// <summary>
/// Finds the whole names of acts and bills, which the tagger breaks at their small words, and at persons and places in them:
/// <code>
/// act := words ("Act" | "Bill") year?     "Roads and Harbours Act", "Jane Roe Justice in Towing Act", "Harbours Act of 1993"
///      | words (… "Treaty" | …)           "North American (Fog Treaty)"
/// </code>
/// A headline is all capitals and tells nothing.
/// </summary>
internal static class ActName
{
    /// <summary>In words, small ones among them.</summary>
    private const int MaxWords = 16;

    private static readonly WordSet Heads = WordSet.AsWritten("Accord Accords Act Agreement Bill Pact Protocol Treaty");

    // What firms agree on, too: only a known one is completed.
    private static readonly WordSet AgreementHeads = WordSet.AsWritten("Accord Accords Agreement Pact Protocol Treaty");

    // Say which bill and not its name, or whose it is.
    private static readonly WordSet NoNames = WordSet.AsWritten(
        """
        Amending Amendment Appropriations Assembly Assent Balancing Bill Bipartisan Class Committee Commons Draft Final First Government
        House Lords Member Members New Opening Opposition Parliament Private Royal Second Senate Sister State Third Treasury
        """);

    // "EU" and the like say whose the law is.
    private static readonly CapitalsBefore Words = new(
        WordSet.AsWritten("against by for from in of on or to with"), WordSet.AsWritten("Act Bill EU U.K. U.S. UK US"));

    /// <summary>The mentions with the acts, which replace names inside them; in order, without overlap.</summary>
    public static List<Mention> Add(Document doc, List<Mention> mentions)
    {
        var acts = mentions.EndingWith(doc, Heads, (sentence, head, known) =>
            known is { Type: EntityType.Law }
                || (known is null or { Type: EntityType.Organization } && !AgreementHeads.Contains(Text(doc, head)))
                ? ActAt(doc, sentence.FirstToken, head, known?.Span, mentions) : null);
        return mentions.With(acts, EntityType.Law);
    }

    /// <summary>The act that ends with the head and its year; null where none does, or it is known as a longer name.</summary>
    private static TextSpan? ActAt(Document doc, int floor, int head, TextSpan? known, List<Mention> mentions)
    {
        var first = StartOf(doc, floor, head, mentions);
        if (first == head || head - first > MaxWords || (first == head - 1 && NoNames.Contains(Text(doc, first))))
            return null;
        var end = YearEnd(doc, head);
        if (end == head + 1 && end < doc.Tokens.Count && doc.IsCapital(end))
            return null;
        var act = doc.SpanOf(first, end);
        return known is null || act.Contains(known.Value) ? act : null;
    }

    /// <summary>Index behind the head and its year: "Act 1993", "Act, 1993", "Act of 1993".</summary>
    private static int YearEnd(Document doc, int head)
    {
        var year = head + 1 < doc.Tokens.Count && Text(doc, head + 1) is "," or "of" ? head + 2 : head + 1;
        return year < doc.Tokens.Count && Text(doc, year) is ['1' or '2', _, _, _] digits && !digits.ContainsAnyExceptInRange('0', '9')
            ? year + 1 : head + 1;
    }

    private static int StartOf(Document doc, int floor, int head, List<Mention> mentions)
    {
        var start = Words.StartOf(doc, floor, head, mentions);
        while (start < head && start == floor && IsNoStart(Text(doc, start)))
            start = ++floor;
        return start;
    }

    /// <summary>Whether a sentence that begins with the word need not name anything by it: "Under Elm Act".</summary>
    private static bool IsNoStart(ReadOnlySpan<char> word) =>
        (WordUses.Of(word) & WordUse.Determiner) != 0 || (Gazetteer.Default.Find(word) & WordLists.Starter) != 0;

    private static ReadOnlySpan<char> Text(Document doc, int token) => doc.TextOf(doc.Tokens[token]);
}
