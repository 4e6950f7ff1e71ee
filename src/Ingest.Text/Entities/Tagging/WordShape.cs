namespace Ingest.Text.Entities.Tagging;

/// <summary>
/// How a word is written: runs of capitals, small letters and digits as one sign each ("McCain" → XxXx, "G20" → Xd, "U.S." → X.X.).
/// </summary>
internal static class WordShape
{
    public static uint HashOf(ReadOnlySpan<char> word)
    {
        var hash = FeatureHash.Seed;
        var before = '\0';
        var length = 0;
        foreach (var c in word)
        {
            var sign = char.IsUpper(c) ? 'X' : char.IsLower(c) ? 'x' : char.IsDigit(c) ? 'd' : char.IsLetter(c) ? 'l' : c;
            if (sign == before)
            {
                // "IBM" and "I", "a" and "and" differ; longer runs don't.
                if (length == 1)
                    hash = FeatureHash.Add(hash, '+');
                length++;
                continue;
            }

            hash = FeatureHash.Add(hash, sign);
            before = sign;
            length = 1;
        }

        return hash;
    }
}
