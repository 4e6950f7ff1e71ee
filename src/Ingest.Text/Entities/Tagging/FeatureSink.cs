using System.Numerics;

namespace Ingest.Text.Entities.Tagging;

/// <summary>Takes a token's features in a fixed order: the place in that order is the feature's template.</summary>
/// <param name="features">Room for them.</param>
internal ref struct FeatureSink(Span<uint> features)
{
    private readonly Span<uint> _features = features;
    private uint _template;
    private int _count;

    /// <summary>Goes on at a template: before it stand features that not every token has.</summary>
    public void StartAt(uint template) => _template = template;

    public void Add(uint value) => _features[_count++] = FeatureHash.Begin(++_template, value);

    public void Add(uint first, uint second) => _features[_count++] = FeatureHash.Begin(++_template, first, second);

    /// <summary>Hashes what was added, and returns how many features there are.</summary>
    public readonly int Finish()
    {
        FeatureHash.Finish(_features[.._count]);
        return _count;
    }

    /// <summary>A feature for each bit that is set, and one with the company of <paramref name="shape"/>; 0 for no company.</summary>
    public void AddEach(uint bits, uint shape)
    {
        var template = ++_template;
        _template++;
        for (; bits != 0; bits &= bits - 1)
        {
            var bit = (uint)BitOperations.TrailingZeroCount(bits);
            _features[_count++] = FeatureHash.Begin(template, bit);
            if (shape != 0)
                _features[_count++] = FeatureHash.Begin(template + 1, bit, shape);
        }
    }
}
