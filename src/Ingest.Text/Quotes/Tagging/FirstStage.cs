using Ingest.Text.Entities.Tagging.Network;
using Ingest.Text.Quotes.Tagging.Network;

namespace Ingest.Text.Quotes.Tagging;

/// <summary>A passage after the first stage, which finds where its cues may be. The second stage starts from here for each cue.</summary>
internal sealed class FirstStage : IDisposable
{
    // Probability of a cue anywhere in the passage, by the chain alone. Below it, the networks, which take their time, are not asked:
    // among 11,672 passages of news, none below it had a cue by chain and networks together.
    private const double MinCue = 0.1;

    // Probability that a piece is part of another cue. Above it, the piece is no content.
    private const double Sure = 0.5;

    // Bits of the roles that are allowed where no content may stand: cue, source and outside.
    private const ushort NoContent = 0x0F8F;

    // Bits of all roles except those of a source: no quotation speaks.
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

    /// <summary>The second stage for one cue of the passage; the caller disposes of it.</summary>
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

    /// <summary>The tags allowed at a piece: those of its side of the cue, or those of the cue itself.</summary>
    public static ushort SideMask(int i, int cueStart, int cueEnd) =>
        i < cueStart ? (ushort)0x7F : i < cueEnd ? (ushort)0x80 : (ushort)0x7F00;
}
