namespace Ingest.Text.Entities;

/// <summary>
/// Letters without their accents. String.Normalize needs the ICU library, which a bare machine lacks, but the same name must give the
/// same key on every machine. So this table covers the Latin blocks of Unicode.
/// </summary>
internal static class LetterFolding
{
    // U+00C0–U+024F and U+1E00–U+1EFF: for each, the first letter of the compatibility decomposition (UnicodeData.txt), in small; '?'
    // where it is no Latin letter. Unicode leaves letters with a stroke or of two parts whole. They stand under the letter that newsrooms
    // write for them: ø o, ł l, đ d, ß s, æ a.
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

    /// <summary>The small letter without accents; a letter that is not Latin only becomes small.</summary>
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
