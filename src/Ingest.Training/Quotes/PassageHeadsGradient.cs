using Ingest.Text.Quotes.Tagging.Network;
using Ingest.Training.Networks;

namespace Ingest.Training.Quotes;

/// <summary>The heads of the network of passages, learning.</summary>
internal sealed class PassageHeadsGradient(PassageHeads heads)
{
    public PassageHeads Heads => heads;

    public LayerGradient Cues { get; } = new(heads.Cues);

    public LayerGradient Pieces { get; } = new(heads.Pieces);

    public LayerGradient Cue { get; } = new(heads.Cue);

    public Adam Distances { get; } = new(heads.Distances);

    public LayerGradient[] Pairs { get; } = Array.ConvertAll(heads.Pairs, layer => new LayerGradient(layer));

    public LayerGradient Roles { get; } = new(heads.Roles);

    public IEnumerable<Adam> Parts =>
        ((LayerGradient[])[Cues, Pieces, Cue, .. Pairs, Roles]).SelectMany(layer => layer.Parts).Append(Distances);
}
