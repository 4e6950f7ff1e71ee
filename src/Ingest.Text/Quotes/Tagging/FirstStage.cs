using Ingest.Text.Entities.Tagging.Network;
using Ingest.Text.Quotes.Tagging.Network;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>A passage after the first stage: where its cues may be. What the second stage makes of each starts from here.</summary>
internal sealed class FirstStage : IDisposable
{
    // Of a cue anywhere in the passage, by the chain alone. Where it is less, the networks, which take their time, aren't asked: of 11,672
    // passages of news none so unlikely had a cue by both together.
    private const double MinCue = 0.1;

    // That a piece is part of another cue, so that it can be no part of what is said.
    private const double Sure = 0.5;

    // Of the roles' bits, those of the cue, of a source and of what is outside.
    private const ushort NoContent = 0x0F8F;

    // All but those of a source: no quotation speaks.
    private const ushort NoSource = 0xF1F1;

    private readonly Passage _passage;
    private readonly ReadPassages? _read;

    private FirstStage(Passage passage, Chained chained, double[] likelihood, ReadPassages? read) =>
        (_passage, Chained, Likelihood, _read) = (passage, chained, likelihood, read);

    /// <summary>Bits of the <see cref="CueTag"/>s.</summary>
    public static ushort Mask => 0x7FFF;

    public Chained Chained { get; }

    /// <summary>How likely each piece is to be part of a cue.</summary>
    public double[] Likelihood { get; }

    /// <param name="view">Of the passage.</param>
    /// <param name="weights">Of the chain.</param>
    /// <param name="networks">Beside the chain.</param>
    public static FirstStage Of(PassageView view, TagWeights weights, PassageNetworks networks)
    {
        var chained = Chained.Of(view, Mask, Parts.MayEnd, weights, CueFeatures.Extract);
        var likelihood = new double[view.Count];
        FoundCue.Weigh(chained, likelihood);
        if (likelihood.Max() < MinCue)
            return new FirstStage(view.Passage, chained, likelihood, read: null);
        var read = networks.Read(view);
        using var scratch = new Scratch(chained.Scores.Length);
        var cues = scratch.Take(chained.Scores.Length);
        read.Cues(cues);
        chained.Add(cues);
        FoundCue.Weigh(chained, likelihood);
        return new FirstStage(view.Passage, chained, likelihood, read);
    }

    public void Dispose()
    {
        _read?.Dispose();
        Chained.Dispose();
    }

    public List<FoundCue> Cues() => FoundCue.In(Likelihood, Chained);

    /// <summary>The second stage, for one of its cues; to be disposed of.</summary>
    public Chained RolesOf(FoundCue cue)
    {
        if (_read is null)
            throw new InvalidOperationException("Where no cue is, there are no roles.");
        var masks = new ushort[Likelihood.Length];
        for (var i = 0; i < masks.Length; i++)
        {
            masks[i] = (ushort)(SideMask(i, cue.Start, cue.End) & (Likelihood[i] > Sure ? NoContent : ushort.MaxValue)
                & (_passage.KindAt(i) == PieceKind.Quotation ? NoSource : ushort.MaxValue));
        }

        masks[^1] &= Parts.MayEnd;
        var roles = new Chained(masks, Transitions.OfParts);
        _read.RolesOf(cue, roles.Scores);
        return roles;
    }

    /// <summary>The tags of one side of the cue, and of the cue itself.</summary>
    public static ushort SideMask(int i, int cueStart, int cueEnd) =>
        i < cueStart ? (ushort)0x7F : i < cueEnd ? (ushort)0x80 : (ushort)0x7F00;
}
