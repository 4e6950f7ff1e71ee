namespace Ingest.Text.Documents;

internal static class Letters
{
    /// <summary>Without one, "NATO" and "STE. ODILE" are in capitals; so are "12" and "中国".</summary>
    public static bool HasSmall(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLower(c))
                return true;
        }

        return false;
    }
}
