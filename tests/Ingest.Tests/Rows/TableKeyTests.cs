using System.Globalization;
using System.Text;
using CsCheck;
using Ingest.Rows;

namespace Ingest.Tests.Rows;

public sealed class TableKeyTests
{
    // Any UTF-16 units, lone surrogates too, and more of those that matter than chance would give.
    private static readonly Gen<string> Text =
        Gen.OneOf(Gen.Char, Gen.Char["/\\#?!~|%\0\u001f\u007f\u009f\ud83d\ude00"])
            .Array[0, 60].Select(units => new string(units));

    [Theory]
    [InlineData("person|donald-trump", "person|donald-trump")]
    [InlineData("a/b\\c#d?e", "a!002Fb!005Cc!0023d!003Fe")]
    [InlineData("tab\there, done!", "tab!0009here, done!0021")]
    [InlineData("Zoë 😀 习近平", "Zoë 😀 习近平")]
    public void Forbidden_signs_are_escaped(string text, string key) => Assert.Equal(key, TableKey.Encode(text));

    [Fact]
    public void A_part_says_which_text_it_was_made_of() => Text.Sample(text => Decode(TableKey.Encode(text)) == text);

    [Fact]
    public void A_part_holds_nothing_that_the_service_forbids() =>
        Text.Sample(text => !TableKey.Encode(text).Any(c => c is '/' or '\\' or '#' or '?' || char.IsControl(c)));

    [Fact]
    public void A_name_of_two_thousand_letters_fits_and_stays_apart_from_its_neighbour()
    {
        var (one, other) = (TableKey.Encode(new string('a', 2000) + "b"), TableKey.Encode(new string('a', 2000) + "c"));

        Assert.InRange(one.Length, 300, 384);
        Assert.NotEqual(one, other);
    }

    [Fact]
    public void A_part_that_is_cut_keeps_its_last_sign_whole() => Gen.Int[0, 9].Sample(n =>
    {
        var key = TableKey.Encode(new string('a', n) + string.Concat(Enumerable.Repeat("/😀", 200)));

        return key.Length <= 384
            && Decode(key[..key.IndexOf("!~", StringComparison.Ordinal)]).TrimStart('a').Replace("/😀", "") is "" or "/";
    });

    [Fact]
    public void The_newest_comes_first()
    {
        var noon = new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

        Assert.True(string.CompareOrdinal(TableKey.NewestFirst(noon.AddTicks(1)), TableKey.NewestFirst(noon)) < 0);
        Assert.All([DateTimeOffset.MinValue, noon, DateTimeOffset.MaxValue], time => Assert.Equal(19, TableKey.NewestFirst(time).Length));
    }

    [Fact]
    public void Numbers_stand_in_their_order()
    {
        int[] numbers = [1, 42, 1001, 9999, 10_000, 10_001, 99_999, 100_000];

        var keys = numbers.Select(Columns.Number).ToList();

        Assert.Equal("0042", keys[1]);
        Assert.Equal(keys, keys.Order(StringComparer.Ordinal));
    }

    private static string Decode(string part)
    {
        var text = new StringBuilder();
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] != '!')
            {
                text.Append(part[i]);
                continue;
            }

            text.Append((char)int.Parse(part.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            i += 4;
        }

        return text.ToString();
    }
}
