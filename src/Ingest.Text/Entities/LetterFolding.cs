namespace Ingest.Text.Entities;

/// <summary>
/// Letters without their accents. String.Normalize needs the ICU library, which a bare machine lacks, and the same name must give the same
/// key on every machine; so the Latin blocks of Unicode stand here as a table.
/// </summary>
internal static class LetterFolding
{
    // U+00C0–U+024F and U+1E00–U+1EFF: first letter of the compatibility decomposition (UnicodeData.txt), small; '?' where it is no
    // Latin letter. Letters with a stroke or of two parts, which Unicode leaves whole, stand under the letter that newsrooms write for
    // them: ø o, ł l, đ d, ß s, æ a.
    private const string Latin =
        "aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll" +
        "lllnnnnnn?nnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs" +
        "???????????????a????????????????oo?????????????uu???????????????" +
        "????dddlllnnnaaiioouuuuuuuuuu?aaaa????ggkkoooo??jdddgg??nnaa????" +
        "aaaaeeeeiiiioooorrrruuuusstt??hh??????aaeeooooooooyy????????????" +
        "????????????????";

    private const string LatinAdditional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm" +
        "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv" +
        "wwwwwwwwwwxxxxyyzzzzzzhtwyas??s?aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
        "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";

    /// <summary>The small letter without accents; what isn't a Latin letter only becomes small.</summary>
    public static char Fold(char c)
    {
        var folded = c switch
        {
            < '\u00c0' => c,
            < '\u0250' => Latin[c - '\u00c0'],
            >= '\u1e00' and < '\u1f00' => LatinAdditional[c - '\u1e00'],
            _ => c,
        };
        return char.ToLowerInvariant(folded == '?' ? c : folded);
    }
}
