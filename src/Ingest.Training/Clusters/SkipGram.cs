using System.Numerics;
using System.Runtime.InteropServices;
using Ingest.Training.Networks;

namespace Ingest.Training.Clusters;

/// <summary>
/// Word vectors by skip-gram with negative sampling (Mikolov et al. 2013). With an output vector for each place in the window (Ling et al.
/// 2015) words are near that can stand in each other's place; with one for all places, those that speak of the same things. One thread and
/// a fixed seed: the same text, the same vectors.
/// </summary>
internal sealed class SkipGram(int vocabulary, int dimensions, int window, bool places, int negatives, int epochs, uint seed)
{
    private readonly Xorshift _random = new(seed);
    private readonly float[] _input = new float[vocabulary * dimensions];
    private readonly float[] _output = new float[vocabulary * dimensions * (places ? window * 2 : 1)];
    private readonly float[] _gradient = new float[dimensions];

    /// <param name="sentences">Word numbers, 0 being the most frequent; −1 stands for a word outside the vocabulary.</param>
    /// <param name="counts">Occurrences of each word.</param>
    /// <param name="progress">Called now and then with the share that is done.</param>
    public float[] Train(IReadOnlyList<int[]> sentences, int[] counts, Action<double> progress)
    {
        for (var i = 0; i < _input.Length; i++)
            _input[i] = (Share() - 0.5f) / dimensions;
        var noise = NoiseTable(counts);
        double total = counts.Sum(c => (double)c);
        var keep = counts.Select(c => (float)Math.Min(1, Math.Sqrt(1e-4 * total / c))).ToArray();
        long done = 0, all = sentences.Sum(s => (long)s.Length) * epochs;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            for (var s = 0; s < sentences.Count; s++)
            {
                var rate = 0.03f * Math.Max(0.02f, 1 - done / (float)all);
                for (var i = 0; i < sentences[s].Length; i++)
                {
                    if (sentences[s][i] is >= 0 and var word && Share() <= keep[word])
                        Learn(sentences[s], i, noise, rate);
                }

                done += sentences[s].Length;
                if (s % 20000 == 0)
                    progress(done / (double)all);
            }
        }

        return _input;
    }

    /// <summary>Moves the word's vector by all words in its window.</summary>
    private void Learn(int[] sentence, int i, int[] noise, float rate)
    {
        var center = _input.AsSpan(sentence[i] * dimensions, dimensions);
        Array.Clear(_gradient);
        // Of a wide window the near words count more often (Mikolov et al. 2013).
        var reach = places ? window : 1 + (int)(_random.Next() % (uint)window);
        for (var place = window - reach; place < window + reach; place++)
        {
            var j = i + (place < window ? place - window : place - window + 1);
            if (j >= 0 && j < sentence.Length && sentence[j] >= 0)
                Learn(center, sentence[j], places ? place : 0, noise, rate);
        }

        for (var d = 0; d < dimensions; d++)
            center[d] += _gradient[d];
    }

    /// <summary>Draws a word to another of its window, and away from words of the noise.</summary>
    private void Learn(Span<float> center, int other, int place, int[] noise, float rate)
    {
        for (var k = 0; k <= negatives; k++)
        {
            var target = k == 0 ? other : noise[_random.Next() % noise.Length];
            if (k > 0 && target == other)
                continue;
            Pull(center, _output.AsSpan((place * vocabulary + target) * dimensions, dimensions), _gradient, k == 0 ? 1 : 0, rate);
        }
    }

    /// <summary>From 0 to 1.</summary>
    private float Share() => _random.Next() / (float)uint.MaxValue;

    private static void Pull(Span<float> center, Span<float> context, Span<float> gradient, float label, float rate)
    {
        var c = MemoryMarshal.Cast<float, Vector<float>>(center);
        var x = MemoryMarshal.Cast<float, Vector<float>>(context);
        var g = MemoryMarshal.Cast<float, Vector<float>>(gradient);
        var sum = Vector<float>.Zero;
        for (var k = 0; k < c.Length; k++)
            sum += c[k] * x[k];
        var error = (label - 1 / (1 + MathF.Exp(-Vector.Sum(sum)))) * rate;
        for (var k = 0; k < c.Length; k++)
        {
            g[k] += x[k] * error;
            x[k] += c[k] * error;
        }
    }

    private static int[] NoiseTable(int[] counts)
    {
        var table = new int[1 << 20];
        var total = counts.Sum(c => Math.Pow(c, 0.75));
        var (word, sum) = (0, Math.Pow(counts[0], 0.75));
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = word;
            while ((i + 1.0) / table.Length > sum / total && word < counts.Length - 1)
                sum += Math.Pow(counts[++word], 0.75);
        }

        return table;
    }
}
