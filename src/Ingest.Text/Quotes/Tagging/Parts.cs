namespace Ingest.Text.Quotes.Tagging;

/// <summary>
/// The pattern shared by the tags of both stages: a source or a content is <c>First Inside* Last</c>, or a single <c>Last</c>. These are
/// the tags <c>n</c>, <c>n + 1</c> and <c>n + 2</c>.
/// </summary>
internal static class Parts
{
    public const int Inside = 1, Last = 2;

    /// <summary>Bits of the tags that a passage may end with.</summary>
    public const ushort MayEnd = 0b1100_1001_1100_1001;

    private const int Each = 3;

    /// <summary>The tag without its place: <see cref="RoleTag.ContentAfter"/> of its last piece.</summary>
    public static int PartOf(int tag) => IsPart(tag) ? tag - PlaceOf(tag) : tag;

    public static bool MayFollow(int before, int tag)
    {
        var isOpen = before < Chain.Start && IsPart(before) && PlaceOf(before) != Last;
        var goesOn = IsPart(tag) && isOpen && PartOf(tag) == PartOf(before) && PlaceOf(tag) != 0;
        return isOpen ? goesOn : !(IsPart(tag) && PlaceOf(tag) == Inside);
    }

    /// <summary>A copy in which each run of one part has its places.</summary>
    public static byte[] Placed(ReadOnlySpan<byte> parts)
    {
        var placed = parts.ToArray();
        Place(placed);
        return placed;
    }

    /// <summary>Gives each run of one part its places.</summary>
    public static void Place(Span<byte> parts)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            if (!IsPart(parts[i]))
                continue;
            var (part, start) = (parts[i], i);
            while (i + 1 < parts.Length && parts[i + 1] == part)
                i++;
            parts[start..(i + 1)].Fill((byte)(part + Inside));
            parts[start] = part;
            parts[i] = (byte)(part + Last);
        }
    }

    private static bool IsPart(int tag) =>
        tag is >= (int)RoleTag.SourceBefore and < (int)RoleTag.Cue or >= (int)RoleTag.SourceAfter and < (int)RoleTag.ContentAfter + Each;

    private static int PlaceOf(int tag) => (tag - (tag < (int)RoleTag.Cue ? (int)RoleTag.SourceBefore : (int)RoleTag.SourceAfter)) % Each;
}
