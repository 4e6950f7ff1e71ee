using System.Buffers;
using Ingest.Text.Documents;

namespace Ingest.Text.Entities.Tagging;

/// <summary>
/// Tags names with a linear-chain model: each token's features add up their weights, a network adds its scores, and the best sequence of
/// tags wins.
/// </summary>
internal sealed class NameTagger(NameModel model, Gazetteer gazetteer)
{
    private readonly Viterbi _viterbi = new(model.Transitions);

    public WordClusters Clusters => model.Clusters;

    /// <summary>Names in order, without overlap.</summary>
    public List<Mention> Tag(Document doc, CancellationToken cancellationToken = default)
    {
        var mentions = new List<Mention>();
        using var features = new NameFeatures(doc, model.Clusters, gazetteer);
        for (var s = 0; s < doc.Sentences.Count; s++)
            Tag(doc, s, features, mentions, cancellationToken);
        return mentions;
    }

    private void Tag(Document doc, int s, NameFeatures features, List<Mention> mentions, CancellationToken cancellationToken)
    {
        var (_, first, end, _) = doc.Sentences[s];
        var count = end - first;
        var emissions = ArrayPool<short>.Shared.Rent(count * Tags.Stride);
        var tags = ArrayPool<byte>.Shared.Rent(count);
        try
        {
            emissions.AsSpan(0, count * Tags.Stride).Clear();
            Span<uint> hashes = stackalloc uint[NameFeatures.Max];
            for (var i = 0; i < count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var n = features.Extract(s, first + i, hashes);
                model.Weights.Sum(hashes[..n], emissions.AsSpan(i * Tags.Stride, Tags.Stride));
            }

            model.Network.Add(features, s, first, emissions.AsSpan(0, count * Tags.Stride));
            _viterbi.Decode(emissions.AsSpan(0, count * Tags.Stride), tags.AsSpan(0, count));
            for (var i = 0; i < count; i++)
            {
                if (tags[i] == Tags.Outside)
                    continue;
                var start = i;
                while (Tags.IsOpen(tags[i]))
                    i++;
                var span = new TextSpan(doc.Tokens[first + start].Span.Start, doc.Tokens[first + i].Span.End);
                mentions.Add(new Mention(span, Tags.Types[Tags.TypeOf(tags[i])]));
            }
        }
        finally
        {
            ArrayPool<short>.Shared.Return(emissions);
            ArrayPool<byte>.Shared.Return(tags);
        }
    }
}
