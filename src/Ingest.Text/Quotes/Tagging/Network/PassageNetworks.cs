namespace Ingest.Text.Quotes.Tagging.Network;

/// <summary>
/// Networks that began from other weights and saw the same in another order: the mean of their scores errs less than those of one.
/// </summary>
/// <param name="members">One at least.</param>
internal sealed class PassageNetworks(PassageNetwork[] members)
{
    public IReadOnlyList<PassageNetwork> Members => members;

    public ReadPassages Read(PassageView view) => new(Array.ConvertAll(members, member => member.Read(view)));

    public static PassageNetworks Read(BinaryReader reader)
    {
        var members = new PassageNetwork[reader.ReadByte()];
        for (var i = 0; i < members.Length; i++)
            members[i] = PassageNetwork.Read(reader);
        return new PassageNetworks(members);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write((byte)members.Length);
        foreach (var member in members)
            member.Write(writer);
    }
}
