using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Quotes;

namespace Ingest.Text.Tests.Quotes.Speakers;

/// <summary>Whom the pronoun of the last quote means, where it means nobody who has a name.</summary>
public sealed class NamelessSpeakersTests
{
    [Theory]
    [InlineData("A spokesman for Acme said the gate was old. He added: “We will mend it in spring.”", "A spokesman for Acme")]
    [InlineData("The mayor's aide, a former nurse, said the gate was old. “We will mend it,” she said.", "The mayor's aide")]
    [InlineData("A driver said the gate was old. “We saw it,” she said. “It shook,” she added.", "A driver")]
    [InlineData("Two officials said the gate was safe. “We looked at it twice,” they said.", "Two officials")]
    [InlineData("The ministry said the gate was shut. It added that the bridge was next.", "The ministry")]
    public void Who_spoke_before_speaks_on(string text, string name) =>
        Assert.Equal((name, null, SpeakerKind.Pronoun), (LastOf(text).Name, LastOf(text).EntityKey, LastOf(text).Kind));

    [Theory]
    [InlineData("A spokeswoman for Acme said the gate was old. “We will mend it in spring,” he said.")]
    [InlineData("Two officials said the gate was safe. “We looked at it twice,” he said.")]
    [InlineData("A nurse and her driver said the gate was safe. “We looked at it twice,” he said.")]
    [InlineData("A spokesman said the gate was safe. “We looked at it twice,” they said.")]
    [InlineData("A spokesman said the gate was safe. It added that the bridge was next.")]
    [InlineData("A spokesman said the gate was safe. The road is shut. So is the bridge. It rained all week. “We looked at it,” he said.")]
    public void Whoever_the_pronoun_does_not_fit_does_not(string text) => Assert.Null(LastOf(text).Name);

    [Fact]
    public void Who_is_described_and_known_speaks_on() => Assert.Equal(
        "Jane Roe", LastOf("Jane Roe has opened the dam.\n\nThe roads minister said the dam was safe. She added: “It is as old as the town.”").Name);

    [Theory]
    [InlineData("Acme chairman Jan Roe said officers should act as “eyes” for the police. “We need no more of them,” she said.", "Jan Roe")]
    [InlineData("Jane Roe of Acme said the gate was old. “We need a new one,” he said.", null)]
    [InlineData("Acme chairman Jan Roe said the gate was old. Jill Poe left. Tom Loe stayed. “We need a new one,” she said.", "Jill Poe")]
    public void Who_is_named_speaks_on(string text, string? name) => Assert.Equal(name, LastOf(text).Name);

    [Fact]
    public void Several_with_names_speak_on_together()
    {
        var speaker = LastOf("Jane Roe and Peter Poe said the bill was dead. They added that nobody would miss it.");

        Assert.Equal("Jane Roe", speaker.Name);
        Assert.Equal("Peter Poe", Assert.Single(speaker.Joint).Name);
    }

    [Fact]
    public void A_group_with_a_name_speaks_on() =>
        Assert.Equal("Democrats", LastOf("Democrats said the bill was dead. They added that nobody would miss it.").Name);

    private static Speaker LastOf(string text)
    {
        var doc = Document.Parse(text);
        return new QuoteFinder().Find(doc, new EntityLinker().Link(doc, new EntityRecognizer().Recognize(doc)))[^1].Speaker!;
    }
}
