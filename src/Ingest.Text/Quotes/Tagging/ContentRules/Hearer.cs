using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Tagging.ContentRules;

/// <summary>
/// Drops the hearer from the content:
/// <code>
/// words := "to" object ","? said            "explained [to me] how it was built"
///        | ("the" | "a") body said          "told [the inquiry] it was shut"
///        | "to" determiner body "that" said "admitted to [the inquiry] that it was shut"
///        | hearer "," quotation             "texted [a friend,] “I am here.”"
/// </code>
/// </summary>
internal static class Hearer
{
    private static readonly WordSet Bodies = WordSet.InAnyCase(
        "inquiry enquiry inquest court hearing tribunal committee jury panel commission conference meeting parliament");

    private static readonly WordSet Articles = WordSet.InAnyCase("the a");

    public static Attribution Drop(Reading reading, Attribution attribution)
    {
        if (attribution.Content is not [.., var said])
            return attribution;
        var behind = Behind(reading, said);
        return behind > said.Start && behind < said.End ? attribution.WithLast(said.From(behind)) : attribution;
    }

    /// <summary>Whether the cue's verb has the hearer as its object: "told".</summary>
    public static bool IsTold(Reading reading)
    {
        var (passage, verb) = (reading.Passage, reading.Cue.End - 1);
        return passage.KindAt(verb) == PieceKind.Word && CueVerbs.Find(passage.Word(verb)) is { Verb.Frame: CueFrame.Tell };
    }

    /// <summary>Index of the piece behind the hearer; the first piece of the content where no hearer stands there.</summary>
    private static int Behind(Reading reading, PieceSpan said)
    {
        var (passage, cue, start) = (reading.Passage, reading.Cue, said.Start);
        if (start >= cue.End && start <= cue.End + 1 && IsToBody(passage, start) && start + 3 < said.End)
            return start + 2;
        if (start != cue.End)
            return start;
        if (IsBody(reading, start))
            return start + 2;
        if (IsToObject(passage, start))
            return passage.KindAt(start + 2) == PieceKind.Comma ? start + 3 : start + 2;
        return IsAddressed(reading.View, said) ? said.Last : start;
    }

    /// <summary>"to [the inquiry] that".</summary>
    private static bool IsToBody(Passage passage, int at) => passage.IsWord(at - 1, "to")
        && passage.Is(at, WordClass.Determiner)
        && passage.IsWord(at + 1, Bodies)
        && passage.IsWord(at + 2, "that");

    /// <summary>"told [the inquiry] it was shut".</summary>
    private static bool IsBody(Reading reading, int at) => IsTold(reading)
        && reading.Passage.IsWord(at, Articles)
        && reading.Passage.IsWord(at + 1, Bodies)
        && (reading.Passage.KindAt(at + 2) == PieceKind.Quotation || Clauses.BeginsClause(reading.View, at + 2));

    /// <summary>"explained [to me]"; not "referred [to it] as", "spoke [to her] brother".</summary>
    private static bool IsToObject(Passage passage, int at) => passage.IsWord(at, "to")
        && passage.Is(at + 1, WordClass.Object)
        && !(passage.Is(at + 1, WordClass.Determiner) && NounPhrase.IsWordy(passage, at + 2))
        && !(passage.KindAt(at - 1) == PieceKind.Word
            && CueVerbs.Readings(passage.Word(at - 1)).Any(reading => reading.Verb.Particles.Contains("to")));

    /// <summary>Whether a mere phrase stands before a quoted sentence: "[a friend,] “I am here.”".</summary>
    private static bool IsAddressed(PassageView view, PieceSpan said)
    {
        const int longest = 5;   // pieces: "a friend of the family"
        var (passage, hearer) = (view.Passage, said.Until(said.Last - 1));
        return passage.KindAt(hearer.End) == PieceKind.Comma
            && hearer.Length is > 0 and <= longest
            && passage[said.Last].Quotation is { } quotation
            && char.IsUpper(passage.Text[quotation.Inner.Start])
            && !char.IsLetterOrDigit(passage.Text[quotation.Inner.End - 1])
            && !Clauses.LooksFinite(view, hearer);
    }
}
