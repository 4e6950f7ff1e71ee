using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Tagging;

/// <summary>How the words of a sentence are capitalised, and so what a capital tells in it.</summary>
internal enum SentenceCase : byte
{
    Normal,

    /// <summary>Capitals throughout: a lede of a wire story, a slug. A capital tells nothing.</summary>
    Upper,

    /// <summary>No capitals at all.</summary>
    Lower,

    /// <summary>A headline: nearly every longer word begins with a capital.</summary>
    Title,
}

internal static class SentenceCases
{
    public static SentenceCase Of(Document doc, Sentence sentence)
    {
        int words = 0, upper = 0, lower = 0, longer = 0, longerCapital = 0;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (doc.Tokens[i].Kind != TokenKind.Word || doc.Tokens[i].Span.Length < 2)
                continue;
            var text = doc.TextOf(doc.Tokens[i]);
            words++;
            if (!text.ContainsAnyInRange('a', 'z'))
                upper++;
            if (!char.IsUpper(text[0]))
                lower++;
            if (text.Length < 4)
                continue;
            longer++;
            if (char.IsUpper(text[0]))
                longerCapital++;
        }

        if (words > 0 && upper * 10 >= words * 9)
            return SentenceCase.Upper;
        if (words > 2 && lower == words)
            return SentenceCase.Lower;
        return longer >= 4 && longerCapital * 10 >= longer * 8 ? SentenceCase.Title : SentenceCase.Normal;
    }
}
