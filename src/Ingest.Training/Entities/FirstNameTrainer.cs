using System.Globalization;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Linking.People;

namespace Ingest.Training.Entities;

/// <summary>
/// Learns <see cref="FirstNameGender"/> from the registers of births and the census: logistic regression with AdaGrad, a name a step,
/// towards the share of its bearers that are men. The same lists give the same weights.
/// </summary>
internal static class FirstNameTrainer
{
    private const int Seed = 1, Epochs = 4;
    private const float Rate = 0.15f, Decay = 1e-3f;

    /// <summary>Names of fewer bearers are often misspelt, or given once to nobody's gender.</summary>
    private const double MinBearers = 3;

    /// <summary>Bearers of the census' share of one per cent; it gives shares only.</summary>
    private const double CensusPercent = 10_000;

    /// <summary>A name in so many is held out to measure.</summary>
    private const int HeldOut = 10;

    public static sbyte[] Train(string lists, Progress progress)
    {
        var names = Read(lists).Where(name => name.Value.Men + name.Value.Women >= MinBearers)
            .OrderBy(name => name.Key, StringComparer.Ordinal)
            .ToArray();
        var random = new Random(Seed);
        random.Shuffle(names);
        var (held, rest) = (names[..(names.Length / HeldOut)], names[(names.Length / HeldOut)..]);
        var trial = Fit(rest, random);
        var clear = held.Where(name => Share(name.Value) is < 0.2 or > 0.8).ToArray();
        progress.Say($"{names.Length} first names; of {clear.Length} held out "
            + $"{clear.Count(name => trial.Odds(name.Key) > 0 == Share(name.Value) > 0.5) / (double)clear.Length:P1} right");
        return Weights(names, random);
    }

    private static FirstNameGender Fit(KeyValuePair<string, (double Men, double Women)>[] names, Random random) =>
        new(Weights(names, random));

    private static sbyte[] Weights(KeyValuePair<string, (double Men, double Women)>[] names, Random random)
    {
        var (weights, squares) = (new float[FirstNameGender.Buckets], new float[FirstNameGender.Buckets]);
        Span<int> buckets = stackalloc int[FirstNameGender.MaxFeatures];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(names);
            foreach (var (name, bearers) in names)
            {
                var features = buckets[..FirstNameGender.Features(name, buckets)];
                var sum = 0f;
                foreach (var feature in features)
                    sum += weights[feature];
                var certainty = MathF.Min(1, MathF.Log(1 + (float)(bearers.Men + bearers.Women)) / 3);
                var error = (1 / (1 + MathF.Exp(-sum)) - (float)Share(bearers)) * certainty;
                foreach (var feature in features)
                {
                    var gradient = error + Decay * weights[feature];
                    squares[feature] += gradient * gradient;
                    weights[feature] -= Rate * gradient / (MathF.Sqrt(squares[feature]) + 1e-3f);
                }
            }
        }

        return Array.ConvertAll(
            weights, weight => (sbyte)Math.Clamp(MathF.Round(weight * FirstNameGender.Scale), sbyte.MinValue, sbyte.MaxValue));
    }

    private static double Share((double Men, double Women) bearers) => (bearers.Men + 0.5) / (bearers.Men + bearers.Women + 1);

    private static Dictionary<string, (double Men, double Women)> Read(string lists)
    {
        var names = new Dictionary<string, (double Men, double Women)>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines($"{lists}/uk_firstnames_gender_processed.csv").Skip(1))
        {
            var fields = line.Split(',');
            Add(fields[0], Number(fields[2]), Number(fields[3]));
        }

        foreach (var line in File.ReadLines($"{lists}/us_census1990_male_first.txt"))
            Add(line.Split(' ')[0], Percent(line) * CensusPercent, 0);
        foreach (var line in File.ReadLines($"{lists}/us_census1990_female_first.txt"))
            Add(line.Split(' ')[0], 0, Percent(line) * CensusPercent);
        return names;

        void Add(string name, double men, double women)
        {
            var folded = string.Concat(name.Where(char.IsLetter).Select(LetterFolding.Fold));
            if (folded.Length < 2)
                return;
            var known = names.GetValueOrDefault(folded);
            names[folded] = (known.Men + men, known.Women + women);
        }
    }

    private static double Percent(string line) => Number(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
