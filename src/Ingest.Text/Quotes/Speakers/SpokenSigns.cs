using Ingest.Text.Documents;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>Signs that words are spoken, and not told about somebody.</summary>
[Flags]
internal enum SpokenSigns : byte
{
    None = 0,

    /// <summary>"I", "our".</summary>
    OfOneself = 1,

    /// <summary>"you".</summary>
    ToSomebody = 2,

    /// <summary>A question.</summary>
    Asks = 4,
}

internal static class Spoken
{
    /// <summary>The signs that the words in the span show.</summary>
    public static SpokenSigns In(Document doc, TextSpan words)
    {
        var signs = SpokenSigns.None;
        for (var t = doc.TokenAt(words.Start); t < doc.Tokens.Count && doc.Tokens[t].Span.Start < words.End; t++)
        {
            signs |= doc.TextOf(doc.Tokens[t]) switch
            {
                "I" or "me" or "my" or "My" or "we" or "We" or "us" or "our" or "Our" => SpokenSigns.OfOneself,
                "you" or "You" or "your" or "Your" => SpokenSigns.ToSomebody,
                "?" => SpokenSigns.Asks,
                _ => SpokenSigns.None,
            };
        }

        return signs;
    }
}
