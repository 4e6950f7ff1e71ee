namespace Ingest.Text.Quotes.Words;

/// <summary>
/// A word that negates the verb behind it: "did [not] say", "has[n't] said", "[never] said", "has [yet] to say"; not "[not] only said".
/// </summary>
internal static class Negation
{
    private static readonly WordSet Words = WordSet.InAnyCase("not never n't n’t");

    public static bool Is(Passage passage, int at) =>
        passage.IsWord(at, "yet") ? passage.IsWord(at + 1, "to")
        : passage.IsWord(at, "not") ? !passage.IsWord(at + 1, "only")
        : passage.KindAt(at) is PieceKind.Word or PieceKind.Clitic && Words.Contains(passage.Word(at));

    public static bool IsIn(Passage passage, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (Is(passage, i))
                return true;
        }

        return false;
    }
}
