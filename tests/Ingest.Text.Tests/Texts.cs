using CsCheck;

namespace Ingest.Text.Tests;

/// <summary>Random texts in which names, marks and broken signs meet in every order.</summary>
internal static class Texts
{
    private static readonly string[] Pieces =
    [
        " ", " ", " ", " ", "\n", "\n\n", "\r\n", "\u00a0", "the", "said", "he", "she", "of", "and", "Jane", "Roe", "Smith", "Mr.", "President", "Secretary", "Ministry", "Bank", "U.S.", "UN", "London",
        "al-", "de", "la", "Republican", "Russian", "Friday", "May", "12", "2019", "$", "%", "3.5", "million", ".", ",", "?", "!", "...", "“", "”", "\"", "'", "’", "'s", "(", ")", "[", "]", "-", "—", "&", ":", "@a", "x@y.zz",
        "http://a.b", "É", "ß", "習", "\ud83d\ude00", "\ud800", "\udc00", "\u0301", "\0", "İ", "MarcoRubio", "O'Neill",
    ];

    public static Gen<string> Any { get; } =
        Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60].Select(string.Concat), Gen.String[0, 80]);
}
