using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Rules;

/// <summary>
/// Finds cues among the words outside quotation marks:
/// <code>
/// cue       := (auxiliary | adverb)* verb particle? | (auxiliary | adverb)* ("go" "on" | "continue") "to" verb | "according" "to"
/// verb      := a reporting verb where it can't be a noun, an infinitive or a passive
/// </code>
/// </summary>
internal static class CueFinder
{
    public static List<Cue> Find(Passage passage)
    {
        var cues = new List<Cue>();
        for (var i = 0; i < passage.Count; i++)
        {
            // A capital within a sentence makes a name of it: "United States".
            if (passage.KindAt(i) != PieceKind.Word || (i > 0 && passage.IsCapital(i) && passage.KindAt(i - 1) != PieceKind.Quotation))
                continue;
            if (CueAt(passage, i) is not { } cue)
                continue;
            cues.Add(cue);
            i = cue.End - 1;
        }

        return cues;
    }

    private static Cue? CueAt(Passage passage, int at)
    {
        if (passage.IsWord(at, "according") && passage.IsWord(at + 1, "to"))
            return new Cue(at, at + 2, CueFrame.According, VerbForm.Ing);
        if (RareCueAt(passage, at) is { } rare)
            return rare;
        foreach (var (verb, forms) in CueVerbs.Readings(passage.Word(at)))
        {
            var end = at + 1;
            if (verb.Particles.Count > 0)
            {
                if (!verb.HasParticle(passage, end))
                    continue;
                end++;
            }

            var first = GroupStart(passage, at);
            if (FormAt(passage, first, at, verb, forms) is not { } form)
                return null;
            return IsGoingOn(passage, verb, end) ? Infinitive(passage, first, end, form) : new Cue(first, end, verb.Frame, form);
        }

        return null;
    }

    /// <summary>
    /// A cue by position, whatever the verb: "…?" Roe pressed. It needs, in this order: a quotation that ends openly; a name, a
    /// description or a pronoun; a word in -ed or -s; and an end.
    /// </summary>
    private static Cue? RareCueAt(Passage passage, int at)
    {
        const int longestName = 4;
        if (passage[at].Class != WordClass.None || passage.IsCapital(at) || CueVerbs.Find(passage.Word(at)) is not null
            || !VerbForms.IsInflected(passage.Word(at)))
            return null;
        if (IsRareInversion(passage, at))
            return new Cue(at, at + 1, CueFrame.Words, VerbForm.Past);
        if (passage.KindAt(at + 1) is not (PieceKind.Stop or PieceKind.Comma or PieceKind.Quotation))
            return null;
        for (var i = at - 1; i >= Math.Max(0, at - longestName - 1); i--)
        {
            if (passage.KindAt(i) == PieceKind.Quotation)
                return i < at - 1 && EndsOpenly(passage, i)
                    ? new Cue(at, at + 1, CueFrame.Words, VerbForm.Past) : null;
            if (!passage.IsCapital(i) && !passage.Is(i, WordClass.Subject) && !IsOfDescription(passage, i))
                return null;
        }

        return null;
    }

    /// <summary>
    /// Whether such a cue stands before its speaker: "…!" bellowed Roe. A quotation begins the sentence; behind it stand a word in -ed, a
    /// name or a description, and an end.
    /// </summary>
    private static bool IsRareInversion(Passage passage, int at)
    {
        const int longestName = 4;
        if (!passage.Word(at).EndsWith("ed", StringComparison.Ordinal) || passage.KindAt(at - 1) != PieceKind.Quotation
            || passage.KindAt(at - 2) != PieceKind.Stop || !EndsOpenly(passage, at - 1))
            return false;
        var end = passage.Is(at + 1, WordClass.Determiner) ? at + 2 : at + 1;
        while (passage.IsCapital(end) || (end > at + 1 && IsOfDescription(passage, end) && end <= at + longestName + 1))
            end++;
        return end > at + 1
            && !passage.Is(end - 1, WordClass.Determiner)
            && (passage.KindAt(end) is PieceKind.Stop or PieceKind.Comma || passage.Is(end, WordClass.Relative));
    }

    /// <summary>"[the] [Elm] [manager]".</summary>
    private static bool IsOfDescription(Passage passage, int at) =>
        passage.Is(at, WordClass.Determiner)
            || (passage.KindAt(at) == PieceKind.Word && passage[at].Class == WordClass.None && CueVerbs.Find(passage.Word(at)) is null);

    private static bool EndsOpenly(Passage passage, int at) =>
        passage[at].Quotation is { } quotation && passage.Text[quotation.Inner.End - 1] is ',' or '?' or '!' or '…' or '—';

    private static bool IsGoingOn(Passage passage, CueVerb verb, int end) => verb.Lemma is "go" or "continue" && passage.IsWord(end, "to");

    /// <summary>"went on to say": the verb in the infinitive decides.</summary>
    private static Cue? Infinitive(Passage passage, int first, int to, VerbForm form) =>
        passage.KindAt(to + 1) == PieceKind.Word
            && CueVerbs.Find(passage.Word(to + 1)) is { Form: VerbForm.Base, Verb.Particles.Count: 0 } reading
            ? new Cue(first, to + 2, reading.Verb.Frame, form)
            : null;

    private static int GroupStart(Passage passage, int verb)
    {
        var start = verb;
        while (passage.KindAt(start - 1) is PieceKind.Word or PieceKind.Clitic
               && (passage.Is(start - 1, WordClass.Auxiliary | WordClass.Be | WordClass.Adverb)
               || passage.KindAt(start - 1) == PieceKind.Clitic || IsManner(passage, start - 1)))
        {
            if (passage.KindAt(start - 1) == PieceKind.Clitic && !passage.Word(start - 1).Equals("n't", StringComparison.OrdinalIgnoreCase))
                break;
            if (passage.Is(start - 1, WordClass.Subject))
                break;
            start--;
        }

        return start;
    }

    /// <summary>The form of the verb; null where the word is a noun, a passive or an infinitive.</summary>
    private static VerbForm? FormAt(Passage passage, int first, int verb, CueVerb cue, VerbForm forms)
    {
        var passive = false;
        var auxiliary = false;
        for (var i = first; i < verb; i++)
        {
            passive |= passage.Is(i, WordClass.Be);
            auxiliary |= passage.Is(i, WordClass.Auxiliary);
        }

        var before = first - 1;
        var link = passage.Is(before, WordClass.Determiner | WordClass.Preposition);
        if ((forms & VerbForm.Ing) != 0)
            return passage.KindAt(before) == PieceKind.Clitic
                || (link && !passage.IsWord(before, "by") && !passage.IsWord(before, "in")) ? null : VerbForm.Ing;
        if ((forms & VerbForm.Past) != 0 && !passive && !link && passage.KindAt(before) != PieceKind.Clitic
            && !passage.IsWord(verb + 1, "by"))
            return VerbForm.Past;
        if (passive || link || passage.KindAt(before) == PieceKind.Clitic || (cue.IsNoun && passage.IsWord(verb + 1, "of"))
            || passage.Is(verb + 1, WordClass.Verb))
            return null;
        if ((forms & VerbForm.Third) != 0)
            return !auxiliary && IsSubject(passage, before, cue.IsNoun) ? VerbForm.Third : null;
        if ((forms & VerbForm.Base) == 0)
            return null;
        return auxiliary || passage.Is(before, WordClass.Subject)
            || (!cue.IsNoun && passage.KindAt(before) == PieceKind.Word && IsPlural(passage.Word(before)))
            ? VerbForm.Base
            : null;
    }

    /// <summary>Whether a singular subject may end here. A cue that may be a noun needs a sure subject: a name or a pronoun.</summary>
    private static bool IsSubject(Passage passage, int at, bool strict) => passage.KindAt(at) switch
    {
        PieceKind.Word => passage.Is(at, WordClass.Subject | WordClass.Relative) || passage.IsCapital(at) || !strict,
        PieceKind.Comma or PieceKind.CloseBracket or PieceKind.Dash or PieceKind.Quotation => true,
        PieceKind.Number => !strict,
        _ => false,
    };

    private static bool IsPlural(ReadOnlySpan<char> word) =>
        (word.Length > 3 && word[^1] == 's' && word[^2] != 's') || word is "people" or "police" or "women" or "men" or "Democrats"
            || word.EndsWith("men", StringComparison.Ordinal);

    private static bool IsManner(Passage passage, int at) =>
        passage.KindAt(at) == PieceKind.Word && passage.Word(at) is { Length: > 4 } word
            && word.EndsWith("ly", StringComparison.Ordinal) && char.IsLower(word[0]);
}
