using Ingest.Text.Documents;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>
/// Reads the label of a line:
/// <code>
/// line        := [time] label ":" words        "ROE: The bridge is safe."  "[10:02] Jane Roe: Is it?"
///              | ("Q." | "A.") words
/// label       := (capitals | name) (brackets | description)? | role | "Q" | "A" | other
/// capitals    := (word in capitals | ".")+     "of" and the like not among them: "GOAL OF THE DAY"
/// name        := the name of a person          before words that end like a sentence, as those of a role and of others do
/// description := ("," word+)+                  "Jane Roe, mayor of Elm"
/// role        := "Host" | "Moderator" | …
/// other       := (word with a capital)+        "Gazette", "Battery Life"
/// </code>
/// Words have a letter: figures behind names are a table.
/// </summary>
internal sealed class LabelReader(Document doc, SpeakerResolver speakers)
{
    private const int LongestName = 6, LongestDescription = 16, LongestBrackets = 8;   // tokens

    private static readonly WordSet Roles = WordSet.InAnyCase(
        "anchor audience caller correspondent guest host interviewee interviewer journalist me moderator panelist presenter question reporter reporters us");

    /// <param name="line">A paragraph, or what stands between the marks around the whole of it.</param>
    /// <param name="isQuoted">Whether it is a quotation of its own: "“UPDATE: The road is closed.”" is no turn, "“Jane Roe: It is closed.”" may be one.</param>
    /// <returns>Null where the line begins with none.</returns>
    public LineLabel? Read(TextSpan line, bool isQuoted)
    {
        var end = doc.TokenAt(line.End - 1) + 1;
        var first = BehindTime(doc.TokenAt(line.Start), end);
        if (first + 1 < end && Word(first) is "Q." or "A." && Word(first + 1) is not ":")
            return new LineLabel(Word(first) is "Q." ? LabelForm.Question : LabelForm.Answer, doc.Tokens[first].Span, From(first + 1, line.End));
        var nameEnd = EndOfName(first, end);
        if (nameEnd == first || ColonBehind(nameEnd, end) is not (>= 0 and var colon) || !IsWordsBehind(colon, end))
            return null;
        var words = From(colon + 1, line.End);
        if (!HasLetter(words.In(doc.Text)) || FormOf(first, nameEnd, words, isQuoted) is not { } form)
            return null;
        if (Word(nameEnd) is not ",")
            return new LineLabel(form, Between(first, nameEnd), words);
        return form == LabelForm.Name ? new LineLabel(LabelForm.DescribedName, Between(first, colon), words) : null;
    }

    /// <summary>"Host", "REPORTER": what somebody does there.</summary>
    public static bool IsRole(ReadOnlySpan<char> label) => Roles.Contains(label);

    private LabelForm? FormOf(int first, int nameEnd, TextSpan words, bool isQuoted)
    {
        var name = Between(first, nameEnd);
        if (name.In(doc.Text) is "Q" or "Q." or "Question")
            return LabelForm.Question;
        if (name.In(doc.Text) is "A" or "A." or "Answer")
            return LabelForm.Answer;
        if (!isQuoted && IsInCapitals(first, nameEnd))
            return LabelForm.Name;
        if (!EndsSentence(words.In(doc.Text)) || Word(first) is "Dear" or "Hi" or "Hello")
            return null;
        return speakers.IsPerson(name) || IsRole(name.In(doc.Text)) ? LabelForm.Name
            : Enumerable.Range(first, nameEnd - first).All(doc.IsCapital) ? LabelForm.Other : null;
    }

    /// <summary>The first token behind "[10:02]" or "10:02"; itself where there is none.</summary>
    private int BehindTime(int first, int end)
    {
        return doc.Tokens[first].Kind == TokenKind.Number && Word(first).Contains(':') ? first + 1 : BehindBrackets(first, end);
    }

    /// <summary>Itself where no bracket opens there, or none closes soon.</summary>
    private int BehindBrackets(int open, int end)
    {
        for (var t = open + 1; Word(open) is "[" or "(" && t < Math.Min(end, open + LongestBrackets); t++)
        {
            if (Word(t) is "]" or ")")
                return t + 1;
        }

        return open;
    }

    /// <summary>Behind the words at the start; the start itself where there are none or too many.</summary>
    private int EndOfName(int first, int end)
    {
        var t = first;
        while (t < end && (doc.Tokens[t].Kind == TokenKind.Word || (t > first && Word(t) is ".")))
            t++;
        return t - first <= LongestName ? t : first;
    }

    /// <summary>The colon behind a name and what describes it; −1 where there is none, or a verb before it, "Roe, a farmer, was blunt:".</summary>
    private int ColonBehind(int nameEnd, int end)
    {
        var t = BehindBrackets(nameEnd, end);
        if (t < end && Word(t) is ",")
        {
            while (t < end && t - nameEnd <= LongestDescription && IsDescriptive(t))
                t++;
        }

        return t < end && Word(t) is ":" ? t : -1;
    }

    private bool IsDescriptive(int token) => Word(token) is "," or "-" or "&"
        || (doc.Tokens[token].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Clitic
            && (WordClasses.Of(Word(token)) & (WordClass.Verb | WordClass.Be | WordClass.Auxiliary | WordClass.Subject)) == 0 && CueVerbs.Find(Word(token)) is null);

    /// <summary>"ROE: It is"; not "AP:It is", "ROE: “It is”".</summary>
    private bool IsWordsBehind(int colon, int end) => colon + 1 < end
        && doc.Tokens[colon + 1].Span.Start > doc.Tokens[colon].Span.End && doc.Tokens[colon + 1].Kind != TokenKind.QuotationMark;

    private bool IsInCapitals(int first, int end)
    {
        for (var t = first; t < end; t++)
        {
            var word = Word(t);
            if (word is not "." && (word.Length < 2 || !char.IsUpper(word[0]) || Letters.HasSmall(word) || (WordClasses.Of(word) & WordClass.Preposition) != 0))
                return false;
        }

        return true;
    }

    /// <summary>Marks and brackets behind the last point apart.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text) => text.TrimEnd("\"”’'»)]") is [.., '.' or '?' or '!' or '…'];

    private static bool HasLetter(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (char.IsLetter(c))
                return true;
        }

        return false;
    }

    private ReadOnlySpan<char> Word(int token) => token < doc.Tokens.Count ? doc.TextOf(doc.Tokens[token]) : default;

    private TextSpan Between(int first, int end) => new(doc.Tokens[first].Span.Start, doc.Tokens[end - 1].Span.End);

    private TextSpan From(int token, int end) => new(doc.Tokens[token].Span.Start, end);
}
