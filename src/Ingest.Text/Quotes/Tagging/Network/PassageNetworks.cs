namespace Ingest.Text.Quotes.Tagging.Network;

/// <summary>
/// Networks whose training began from different weights and read the passages in different orders. The mean of their scores errs less
/// than the scores of one.
/// </summary>
/// <param name="members">The networks; at least one.</param>
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
