using Ingest.Text.Documents;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>
/// Reads the label of a line:
/// <code>
/// line        := [time] label [time] mark words   "ROE: The bridge is safe."  "[10:02] Jane Roe: Is it?"
///              | [time] label [time] mark [time]  the words are in the next paragraphs
///              | ("Q." | "A." | "Q") words
/// mark        := ":" | dash | line break          the last two behind a person's name, the dash behind "Q" and "A", too
/// label       := (capitals | name) [description] | role [number] | "Q" | "A" | other
/// capitals    := (word in capitals | "." | "#" | number)+    "of" and the like not among them: "GOAL OF THE DAY"
/// name        := the name of a person             before words that end like a sentence, as those of a role and of others do
/// description := ("," word+)+                     "Jane Roe, mayor of Elm"
/// role        := "Host" | "Moderator" | …
/// other       := (word with a capital)+           "Gazette", "Battery Life"
/// time        := "10:02" | brackets
/// </code>
/// The words contain a letter: figures behind names are a table.
/// </summary>
internal sealed class LabelReader(Document doc, SpeakerResolver speakers)
{
    private const int LongestName = 6, LongestDescription = 16, LongestBrackets = 8;   // tokens

    private static readonly WordSet Roles = WordSet.InAnyCase(
        """
        anchor audience caller correspondent guest host interviewee interviewer journalist me moderator operator panelist participant presenter
        question reporter reporters speaker us
        """);

    /// <param name="line">A paragraph, or what stands between the marks around the whole of it.</param>
    /// <param name="isQuoted">
    /// Whether the line is a quotation of its own: "“UPDATE: The road is closed.”" is no turn, "“Jane Roe: It is closed.”" may be one.
    /// </param>
    /// <returns>Null where the line begins with no label; without words where the words stand in the next paragraph.</returns>
    public SpeakerLabel? Read(TextSpan line, bool isQuoted)
    {
        var end = doc.TokenAt(line.End - 1) + 1;
        var first = BehindTime(doc.TokenAt(line.Start), end);
        if (first == end)
            return null;
        if (LetterAlone(first, end) is { } letter)
            return new SpeakerLabel(letter, doc.Tokens[first].Span, From(first + 1, line.End));
        var nameEnd = EndOfName(first, end);
        if (nameEnd == first || MarkBehind(nameEnd, end) is not (>= 0 and var mark) || !IsWordsBehind(mark, end))
            return null;
        var isBreak = mark == nameEnd - 1;
        var behind = BehindTime(mark + 1, end);
        var words = behind < end ? From(behind, line.End) : new TextSpan(line.End, line.End);
        if ((behind < end && !HasLetter(words.In(doc.Text))) || FormOf(first, nameEnd, words, isQuoted) is not { } form)
            return null;
        var name = doc.SpanOf(first, nameEnd);
        if (isBreak || (Word(mark) is not ":" && form is not (LabelForm.Question or LabelForm.Answer)))
            return form == LabelForm.Name && speakers.IsPerson(name) ? new SpeakerLabel(LabelForm.BareName, name, words) : null;
        if (Word(nameEnd) is not ",")
            return new SpeakerLabel(form, name, words);
        return form == LabelForm.Name ? new SpeakerLabel(LabelForm.DescribedName, doc.SpanOf(first, mark), words) : null;
    }

    /// <summary>Whether the label is a role: "Host", "REPORTER", "Speaker 2".</summary>
    public static bool IsRole(ReadOnlySpan<char> label) => Roles.Contains(label.TrimEnd("0123456789 #"));

    /// <summary>"Q. Is it safe?", "Q    Is it safe?".</summary>
    private LabelForm? LetterAlone(int first, int end)
    {
        if (first + 1 == end || doc.Tokens[first + 1].Kind != TokenKind.Word)
            return null;
        return Word(first) is "A." ? LabelForm.Answer
            : Word(first) is "Q." || (Word(first) is "Q" && IsSpoken(first, end)) ? LabelForm.Question
            : null;
    }

    /// <summary>"Q Thank you, Tom.", "Q And now?"; not "Q Magazine of Elm said it rained."</summary>
    private bool IsSpoken(int first, int end) =>
        doc.IsCapital(first + 1) && Spoken.In(doc, doc.SpanOf(first + 1, end)) != SpokenSigns.None;

    private LabelForm? FormOf(int first, int nameEnd, TextSpan words, bool isQuoted)
    {
        var name = doc.SpanOf(first, nameEnd);
        if (name.In(doc.Text) is "Q" or "Q." or "Question" or "QUESTION")
            return LabelForm.Question;
        if (name.In(doc.Text) is "A" or "A." or "Answer" or "ANSWER")
            return LabelForm.Answer;
        if (!isQuoted && IsInCapitals(first, nameEnd))
            return LabelForm.Name;
        if ((words.Length > 0 && !SentenceEnd.Closes(words.In(doc.Text))) || Word(first) is "Dear" or "Hi" or "Hello")
            return null;
        return speakers.IsPerson(name) || IsRole(name.In(doc.Text)) ? LabelForm.Name
            : Enumerable.Range(first, nameEnd - first).All(doc.IsCapital) ? LabelForm.Other : null;
    }

    /// <summary>Index of the first token behind "[10:02]" or "10:02"; <paramref name="first"/> where no time stands there.</summary>
    private int BehindTime(int first, int end) =>
        first < end && doc.Tokens[first].Kind == TokenKind.Number && Word(first).Contains(':') ? first + 1 : BehindBrackets(first, end);

    /// <summary>Index behind the brackets; <paramref name="open"/> where no bracket opens there, or none closes soon.</summary>
    private int BehindBrackets(int open, int end)
    {
        for (var t = open + 1; Word(open) is "[" or "(" && t < Math.Min(end, open + LongestBrackets); t++)
        {
            if (Word(t) is "]" or ")")
                return t + 1;
        }

        return open;
    }

    /// <summary>Index behind the words at the start of the line; the start where there are no words or too many.</summary>
    private int EndOfName(int first, int end)
    {
        var t = first;
        while (t < end && (t == first ? doc.Tokens[t].Kind == TokenKind.Word : IsOfName(t) && !IsBroken(t)))
            t++;
        return t - first <= LongestName ? t : first;
    }

    private bool IsOfName(int token) => doc.Tokens[token].Kind == TokenKind.Word || Word(token) is "." or "#"
        || (doc.Tokens[token].Kind == TokenKind.Number && !Word(token).Contains(':'));

    /// <summary>
    /// Index of the colon or dash behind a name and its description, or of the name's last token where the line breaks there; −1 where
    /// there is neither.
    /// </summary>
    private int MarkBehind(int nameEnd, int end)
    {
        if (nameEnd < end && IsBroken(nameEnd))
            return nameEnd - 1;
        var t = BehindTime(nameEnd, end);
        if (t < end && Word(t) is ",")
        {
            while (t < end && t - nameEnd <= LongestDescription && IsDescriptive(t))
                t++;
        }

        var isMark = t < end && (Word(t) is ":" || (t == nameEnd && Word(t) is "-" or "–" or "—" && IsApart(t)));
        return isMark ? t : -1;
    }

    /// <summary>Whether the line breaks before the token.</summary>
    private bool IsBroken(int token) => doc.Text.AsSpan()[doc.Tokens[token - 1].Span.End..doc.Tokens[token].Span.Start].Contains('\n');

    /// <summary>Whether a blank stands before the token.</summary>
    private bool IsApart(int token) => doc.Tokens[token].Span.Start > doc.Tokens[token - 1].Span.End;

    /// <summary>No verb: "Roe, a farmer, was blunt:".</summary>
    private bool IsDescriptive(int token) => Word(token) is "," or "-" or "&"
        || (doc.Tokens[token].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Clitic
            && (WordClasses.Of(Word(token)) & (WordClass.Verb | WordClass.Be | WordClass.Auxiliary | WordClass.Subject)) == 0
            && CueVerbs.Find(Word(token)) is null);

    /// <summary>"ROE: It is", "ROE:" alone; not "AP:It is", "ROE: “It is”".</summary>
    private bool IsWordsBehind(int mark, int end) => mark + 1 == end
        || (IsApart(mark + 1) && doc.Tokens[mark + 1].Kind != TokenKind.QuotationMark);

    private bool IsInCapitals(int first, int end)
    {
        for (var t = first; t < end; t++)
        {
            var word = Word(t);
            if (doc.Tokens[t].Kind == TokenKind.Word && !(word.Length > 1 && char.IsUpper(word[0]) && !Letters.HasSmall(word)))
                return false;
            if ((WordClasses.Of(word) & WordClass.Preposition) != 0)
                return false;
        }

        return true;
    }

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

    private TextSpan From(int token, int end) => new(doc.Tokens[token].Span.Start, end);
}
