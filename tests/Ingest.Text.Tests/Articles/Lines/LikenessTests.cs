using CsCheck;
using Ingest.Text.Articles.Lines;

namespace Ingest.Text.Tests.Articles.Lines;

public sealed class LikenessTests
{
    // Of few signs, so that two texts are often alike.
    private static readonly Gen<string> Text = Gen.Char["aAb  .'’-é\n"].Array[0, 6].Select(signs => new string(signs));

    [Fact]
    public void A_text_folds_to_what_another_does_where_both_fold_to_the_same() =>
        Gen.Select(Text, Text).Sample((one, other) => Likeness.Folds(one, Likeness.Fold(other)) == (Likeness.Fold(one) == Likeness.Fold(other)), iter: 100_000, seed: "0000000000000");

    [Theory]
    [InlineData("Trump’s “plan”", " trumps plan ")]
    [InlineData("", " ")]
    [InlineData(" -- ", " ")]
    public void Marks_case_and_blanks_make_no_difference(string text, string folded) => Assert.True(Likeness.Folds(text, folded));

    [Theory]
    [InlineData("a", "")]
    [InlineData("a", " a")]
    [InlineData("a", " a b ")]
    [InlineData("a b", " a ")]
    public void Another_text_is_another(string text, string folded) => Assert.False(Likeness.Folds(text, folded));
}
