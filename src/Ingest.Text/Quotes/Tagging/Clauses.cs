using Ingest.Text.Quotes.Rules;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>Where the clauses of a passage begin, and whether they have their verbs, by the tagger of parts of speech.</summary>
internal static class Clauses
{
    // In pieces: up to the verb of a clause.
    private const int FarthestVerb = 12;

    /// <summary>"was", "also was"; not "said", whose words are somebody else's.</summary>
    public static bool BeginsPredicate(PassageView view, int at)
    {
        while (at < view.Count && ((WordTag)view.Tag[at] == WordTag.Adverb || view.Passage.Is(at, WordClass.Adverb)))
            at++;
        return at < view.Count && IsFinite(view, at) && CueVerbs.Find(view.Passage.Word(at)) is not { Verb.Frame: CueFrame.Say or CueFrame.Tell };
    }

    /// <summary>A phrase with its verb, "Roe, who had left, was"; not "the mayor of Elm[,]", "the mayor who heads".</summary>
    public static bool BeginsClause(PassageView view, int at)
    {
        var passage = view.Passage;
        if (!NounPhrase.IsPhraseStart(passage, at) || IsFinite(view, at))
            return false;
        for (var i = at + 1; i < Math.Min(view.Count, at + FarthestVerb); i++)
        {
            if (passage.KindAt(i) == PieceKind.Comma && passage.Is(i + 1, WordClass.Relative))
                return Aside.Skip(passage, i, view.Count) is var comma && comma > i && BeginsPredicate(view, comma + 1);
            if (!NounPhrase.IsWordy(passage, i) || passage.Is(i, WordClass.Relative))
                return false;
            if (IsFinite(view, i))
                return true;
        }

        return false;
    }

    /// <summary>Whether it has a verb before any relative clause.</summary>
    public static bool HasFinite(PassageView view, int start, int end)
    {
        for (var i = start; i < end && !view.Passage.Is(i, WordClass.Relative); i++)
        {
            if (IsFinite(view, i))
                return true;
        }

        return false;
    }

    public static bool IsFinite(PassageView view, int at) => (WordTag)view.Tag[at] is WordTag.Past or WordTag.Present or WordTag.Modal;
}
