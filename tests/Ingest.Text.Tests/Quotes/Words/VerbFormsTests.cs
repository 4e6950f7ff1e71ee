using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Tests.Quotes.Words;

public sealed class VerbFormsTests
{
    [Theory]
    [InlineData("quip", "quip quips quipped quipping")]
    [InlineData("snap", "snap snaps snapped snapping")]
    [InlineData("shout", "shout shouts shouted shouting")]
    [InlineData("bark", "bark barks barked barking")]
    [InlineData("vow", "vow vows vowed vowing")]
    [InlineData("argue", "argue argues argued arguing")]
    [InlineData("deny", "deny denies denied denying")]
    public void Spelling_alone_gives_the_forms(string lemma, string forms) =>
        Assert.Equal(forms, string.Join(' ', VerbForms.Of(lemma, past: null).Select(form => form.Form)));

    [Fact]
    public void A_past_that_doubles_the_last_letter_gives_the_form_in_ing() =>
        Assert.Equal("admit admits admitted admitting", string.Join(' ', VerbForms.Of("admit", "admitted").Select(form => form.Form)));
}
