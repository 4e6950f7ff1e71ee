using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Articles;

/// <summary>Every seed with bytes changed, cut out and repeated: the same damages on every run.</summary>
public sealed class DamagedSeedTests
{
    private const int Variants = 60;

    public static TheoryData<string> Seeds =>
        [.. Directory.EnumerateFiles(Path.Combine(Tree.Root, "seeds")).Where(path => !path.EndsWith(".expected.json", StringComparison.Ordinal) && new FileInfo(path).Length > 0).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_damaged_seed_is_articles_or_a_format_error(string name)
    {
        var whole = File.ReadAllBytes(Path.Combine(Tree.Root, "seeds", name));
        for (var seed = 0; seed < Variants; seed++)
        {
            var bytes = Damaged(whole, new Random(seed));

            var failure = Record.Exception(() => ArticleReader.Read(bytes, name));

            Assert.True(failure is null or ArticleFormatException, $"{name}, damage {seed}: {failure}");
        }
    }

    private static byte[] Damaged(byte[] whole, Random random)
    {
        var bytes = whole.ToList();
        for (var damages = random.Next(1, 7); damages > 0 && bytes.Count > 0; damages--)
        {
            var at = random.Next(bytes.Count);
            var count = Math.Min(random.Next(1, 200), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    bytes.RemoveRange(at, count);
                    break;
                case 1:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, count));
                    break;
                case 2:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 3:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }
}
