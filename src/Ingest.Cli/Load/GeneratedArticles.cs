using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Ingest.Text;
using Ingest.Text.Entities;

namespace Ingest.Cli.Load;

/// <summary>
/// As many articles as one wants, no two alike: the plain texts of <c>seeds</c> with other names, dates and figures. Few people and places
/// are in many of them and many in few, as in the news. The same number of the same seed is the same article.
/// </summary>
internal sealed partial class GeneratedArticles(int seed)
{
    private const int Firsts = 48;
    private const int Surnames = 900;

    private static readonly string[] FirstNames =
        ("Anna Ben Clara David Edith Frank Greta Henry Iris James Karin Lewis Maria Nils Olga Peter Rosa Simon Tessa Victor Wanda Yusuf "
        + "Zoe Adam Bella Carl Daria Emil Flora Georg Hanna Igor Julia Konrad Lena Martin Nora Otto Paula Ralph Sonia Tomas Ursula Walter "
        + "Amina Boris Celia Dario").Split(' ');

    private static readonly string[] Heads =
        ("Ash Bren Carl Dun El Far Gold Hart In Jar Kel Lang Mar Nor Ost Pem Quen Rav Stan Thorn Ul Ven West Yar Zel "
        + "Bar Cold Drum Eck Fen").Split(' ');

    private static readonly string[] Tails =
        ("brook by combe dale den field ford ham hurst ington ley lund mann mer mont more owen ridge sen shaw stead stein ton vale wick "
        + "wood worth er ski ova").Split(' ');

    private static readonly string[] Places = "ia ton bridge burgh haven port field mouth chester minster".Split(' ');

    private static readonly Lazy<IReadOnlyList<Template>> Templates = new(() => [.. TextsOfSeeds().Select(Template.Of)]);

    /// <param name="number">From 0.</param>
    /// <param name="version">Another one is another text with the same people.</param>
    public BinaryData At(int number, int version = 0)
    {
        var random = new Random(unchecked(seed * 1_000_003 + number));
        var template = Templates.Value[number % Templates.Value.Count];
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (first, last) in template.People)
        {
            if (first is not null)
                words[first] = FirstNames[random.Next(Firsts)];
            words[last] = Surname(random);
        }

        foreach (var other in template.Others)
            words[other] = Surname(random) + Places[random.Next(Places.Length)];

        var text = template.Words.Replace(template.Text, word => words.GetValueOrDefault(word.Value, word.Value));
        text = Digits().Replace(text, figure => Figure(figure.Value, random));
        return BinaryData.FromString(string.Create(
            CultureInfo.InvariantCulture,
            $"{text.TrimEnd()}\n\nThe archive keeps this report under number {seed}/{number}, version {version}.\n"));
    }

    // The square of a share: a tenth of the names has a third of the people.
    private static string Surname(Random random)
    {
        var rank = (int)(Math.Pow(random.NextDouble(), 2) * Surnames);
        return Heads[rank % Heads.Length] + Tails[rank / Heads.Length];
    }

    /// <summary>Days stay days, minutes minutes and years years.</summary>
    private static string Figure(string figure, Random random) => figure.Length switch
    {
        1 => $"{random.Next(1, 10)}",
        2 when int.Parse(figure, CultureInfo.InvariantCulture) <= 31 => $"{random.Next(10, 29)}",
        2 when int.Parse(figure, CultureInfo.InvariantCulture) < 60 => $"{random.Next(32, 60)}",
        4 when figure[..2] is "20" => $"{random.Next(2015, 2026)}",
        4 when figure[..2] is "19" => figure,
        < 9 => $"{random.Next((int)Math.Pow(10, figure.Length - 1), (int)Math.Pow(10, figure.Length))}",
        _ => figure,
    };

    private static IEnumerable<string> TextsOfSeeds()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Seeds.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            yield return reader.ReadToEnd();
        }
    }

    [GeneratedRegex("[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();

    /// <summary>A text, and who and what is in it, whose names are exchanged wherever they stand.</summary>
    /// <param name="Text">The seed.</param>
    /// <param name="People">Their first names, where they have one, and last names; one word each.</param>
    /// <param name="Others">First words of the names of places and organisations.</param>
    /// <param name="Words">Finds each of these.</param>
    private sealed record Template(
        string Text, IReadOnlyList<(string? First, string Last)> People, IReadOnlyList<string> Others, Regex Words)
    {
        public static Template Of(string text)
        {
            var names = new Extractor().Extract(Encoding.UTF8.GetBytes(text), "seed.txt")[0].Entities
                .Where(entity => !entity.Type.IsFigure())
                .Select(entity => (entity.Type, Words: entity.Name.Split(' ')))
                .ToLookup(name => name.Type == EntityType.Person, name => name.Words);
            var people = names[true]
                .Where(words => words.All(IsWord))
                .Select(words => (First: words.Length > 1 ? words[0] : null, Last: words[^1]))
                .ToList();
            var others = names[false].Select(words => words[0]).Where(IsWord).Distinct(StringComparer.Ordinal).ToList();
            var all = people.SelectMany(name => new[] { name.First, name.Last })
                .OfType<string>()
                .Concat(others)
                .Distinct(StringComparer.Ordinal);
            var anyWord = $@"\b(?:{string.Join('|', all.Select(Regex.Escape))})\b";
            return new Template(text, people, others, new Regex(anyWord, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));

            static bool IsWord(string word) => word.Length > 2 && word.All(char.IsLetter);
        }
    }
}
