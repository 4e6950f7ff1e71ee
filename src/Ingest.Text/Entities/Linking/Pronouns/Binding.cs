using Ingest.Text.Documents;
using Ingest.Text.Entities.Words;

namespace Ingest.Text.Entities.Linking.Pronouns;

/// <summary>Decides which people a pronoun cannot mean, or hardly can, because of where its own sentence names them.</summary>
/// <param name="scene">The article.</param>
/// <param name="phrases">For each token, the phrase that begins there.</param>
/// <param name="discourse">The people mentioned before the pronoun.</param>
internal sealed class Binding(Scene scene, Phrase?[] phrases, Discourse discourse)
{
    /// <summary>In tokens; a longer stretch is no clause.</summary>
    private const int LongestClause = 40;

    public bool IsBarred(Referent referent, Pronoun pronoun)
    {
        if (pronoun.Form == PronounForm.Subject && IsNamedBehind(referent, pronoun))
            return true;
        if (pronoun.IsSpeaker && IsNamedInWordsOf(pronoun.At, referent))
            return true;
        var last = referent.Last;
        if (last.Sentence != discourse.Sentence)
            return false;
        if ((pronoun.Form == PronounForm.Subject && IsMatterOf(pronoun.At, last)) || IsCompared(pronoun.At, last))
            return true;
        // "Roe told him": a clause's object is not its subject. But "Roe closed the door behind him".
        if (pronoun.Form == PronounForm.Object && referent == discourse.Subject.Referent && discourse.ClauseStart <= discourse.Subject.At
            && scene.Text(pronoun.At - 1) is not ("behind" or "around" or "near" or "before" or "with" or "over"))
            return true;
        // In "Jane Roe, her sister", "her" is not Jane Roe.
        return pronoun.Form == PronounForm.Possessive && last.End == pronoun.At - 1 && scene.IsComma(last.End)
            && (scene.Is(pronoun.At + 1, WordUse.Person | WordUse.Kin) || scene.IsPlain(pronoun.At + 1));
    }

    /// <summary>
    /// Whether the person is only the topic of the sentence's lead, and not the pronoun's subject: "Speaking about Roe's house, he said",
    /// "Asked about Roe, he".
    /// </summary>
    private bool IsMatterOf(int at, Sighting last)
    {
        var first = scene.Doc.Sentences[discourse.Sentence].FirstToken;
        return scene.IsComma(at - 1) && last.First < at && scene.Quotations[first] == scene.Quotations[at]
            && (scene.Text(first) is "Speaking" or "Talking" or "Writing" or "Asked" or "Commenting" or "Referring" or "Responding"
                or "Replying" or "Reacting")
            && scene.Text(first + 1) is "about" or "of" or "on" or "to";
    }

    /// <summary>
    /// Whether the sentence compares another with the person, and the pronoun means the other: "Like Roe, she", "Unlike Roe, the mayor …
    /// her".
    /// </summary>
    private bool IsCompared(int at, Sighting last)
    {
        var first = scene.Doc.Sentences[discourse.Sentence].FirstToken;
        if (scene.Text(first) is not ("Like" or "Unlike") || scene.Quotations[first] != scene.Quotations[at])
            return false;
        var comma = first + 1;
        while (comma < at && !scene.IsComma(comma))
            comma++;
        return comma < at && last.First < comma;
    }

    /// <summary>
    /// Whether the speaker's quoted words name the person: “Roe is wrong,” he said. Speakers do not call themselves by name. But “They
    /// told me, ‘Roe knows,’” he said.
    /// </summary>
    private bool IsNamedInWordsOf(int speaker, Referent referent)
    {
        const int before = 3, behind = 4;   // tokens: “…”, and he said; he told Roe: “…”
        return scene.Quotations[speaker] == 0
            && (IsNamedIn(scene.QuotationNear(speaker, -before), referent) || IsNamedIn(scene.QuotationNear(speaker, behind), referent));
    }

    /// <summary>
    /// Whether the speaker's words without quotation marks name the person, "Roe has failed, he said", and only manner and place of
    /// speaking stand behind.
    /// </summary>
    public bool IsNamedBefore(int speaker, Referent referent)
    {
        var sentence = scene.Doc.Sentences[discourse.Sentence];
        var before = speaker > 0 && scene.Doc.Tokens[speaker - 1].Kind == TokenKind.QuotationMark ? speaker - 2 : speaker - 1;
        if (scene.Quotations[speaker] != 0 || !scene.IsComma(before) || scene.Is(sentence.FirstToken, WordUse.Subordinator))
            return false;
        for (var i = speaker + 2; i < sentence.EndToken && !scene.IsComma(i); i++)
        {
            if (scene.IsVerb(i) || scene.Quotations[i] != 0 || scene.Is(i, WordUse.Subordinator))
                return false;
        }

        return IsNamedIn(Math.Max(sentence.FirstToken, speaker - LongestClause)..speaker, referent);
    }

    private bool IsNamedIn(Range tokens, Referent referent)
    {
        var isNested = false;
        for (var i = tokens.Start.Value; i < tokens.End.Value; i++)
        {
            if (scene.Doc.Tokens[i].Kind == TokenKind.QuotationMark)
                isNested = !isNested;
            else if (!isNested && phrases[i] is { } phrase && phrase.Referent == referent && scene.IsCapital(i)
                && !scene.Is(i, WordUse.Determiner) && Pronoun.Read(scene, i) is null)
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether the rest of the clause names the person. What is told of a clause's subject does not name it (Chomsky 1981, Principle C):
    /// "He was pardoned by Roe", "he said Roe had left".
    /// </summary>
    private bool IsNamedBehind(Referent referent, Pronoun pronoun)
    {
        var end = Math.Min(scene.Doc.Sentences[discourse.Sentence].EndToken, pronoun.At + LongestClause);
        for (var i = pronoun.At + 1; i < end && (scene.IsWord(i) || scene.IsPossessive(i)) && !scene.Is(i, WordUse.Coordinator); i++)
        {
            if (phrases[i] is { } phrase && phrase.Referent == referent && Pronoun.Read(scene, i) is null)
                return true;
        }

        return false;
    }
}
