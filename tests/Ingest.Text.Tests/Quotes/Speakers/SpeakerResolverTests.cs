using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Quotes;
using Ingest.Text.Quotes.Speakers;

namespace Ingest.Text.Tests.Quotes.Speakers;

/// <summary>The speaker's words, in brackets, and whom they mean.</summary>
public sealed class SpeakerResolverTests
{
    [Theory]
    [InlineData("[Mayor of London Jane Roe] said no.", "Jane Roe")]
    [InlineData("[Director of rugby Jane Roe] said no.", "Jane Roe")]
    [InlineData("[Labour's deputy minister for women Jane Roe] said no.", "Jane Roe")]
    [InlineData("[Hartwell Motors Inc. president and chief executive Jane Roe] said no.", "Jane Roe")]
    [InlineData("[Chicago, Illinois resident Jane Roe] said no.", "Jane Roe")]
    [InlineData("[Co-founder Jane Roe] said no.", "Jane Roe")]
    [InlineData("[Former welfare minister Jane Roe MP] said no.", "Jane Roe")]
    [InlineData("[Dean of Roads Professor Jane Roe] said no.", "Jane Roe")]
    [InlineData("[Jane Roe CEO at Hartwell Motors Inc.] said no.", "Jane Roe")]
    [InlineData("[Former FBI agent and profiler Jane Roe] said no.", "Jane Roe")]
    [InlineData("[Director of the Elm Research Institute Dr. Jane Roe] said no.", "Jane Roe")]
    public void A_name_behind_an_office_is_whose_it_is(string marked, string name) =>
        Assert.Equal((name, SpeakerKind.Name), (Resolve(marked).Name, Resolve(marked).Kind));

    [Theory]
    [InlineData("[The eldest son of former president of Ghana Jane Roe] said no.")]
    [InlineData("[A spokesman for Mayor Jane Roe] said no.")]
    [InlineData("[A student of Professor Jane Roe] said no.")]
    [InlineData("[A Jane Roe spokesman] said no.")]
    [InlineData("[A study by psychologist Jane Roe] said no.")]
    [InlineData("[Aides to President Jane Roe] said no.")]
    [InlineData("[Jane Roe's lawyer] said no.")]
    public void A_name_behind_somebody_else_is_not_the_speaker(string marked) =>
        Assert.Equal((null, SpeakerKind.Nominal), (Resolve(marked).Name, Resolve(marked).Kind));

    [Theory]
    [InlineData("[Engineers] said no.", SpeakerKind.Nominal)]
    [InlineData("[Sources near the mayor] said no.", SpeakerKind.Nominal)]
    [InlineData("[The FBI] said no.", SpeakerKind.Name)]
    [InlineData("[The mayor, Jane Roe,] said no.", SpeakerKind.Nominal)]
    [InlineData("[Jane Roe, the mayor,] said no.", SpeakerKind.Name)]
    public void Only_a_name_is_of_the_kind_name(string marked, SpeakerKind kind) => Assert.Equal(kind, Resolve(marked).Kind);

    [Theory]
    [InlineData("[Elm Dockers General Secretary, Jane Roe] said no.", "Jane Roe")]
    [InlineData("[Deputy Vice-Chancellor (Research), Professor Jane Roe] said no.", "Jane Roe")]
    [InlineData("[Elm Dockers Weekly, Jane Roe] said no.", "Elm Dockers Weekly")]
    public void A_name_behind_an_office_and_a_comma_is_whose_it_is(string marked, string? name) =>
        Assert.Equal(name, Resolve(marked).Name);

    [Theory]
    [InlineData("Kestrel Airways flew to Narita Airport and the FBI came. [The airline] said no.", "Kestrel Airways")]
    [InlineData("Delta flew to Narita Airport. [The airline] said no.", "Delta")]
    [InlineData("They landed at Narita Airport. [The airline] said no.", null)]
    [InlineData("Her LinkedIn profile told of it. [The company] said no.", null)]
    [InlineData("Acme Corp grew, she wrote on Twitter. [The company] said no.", "Acme Corp")]
    [InlineData("Twitter grew. [The company] said no.", "Twitter")]
    [InlineData("Acme Corp grew. [The studio] said no.", "Acme Corp")]
    public void A_description_means_the_only_one_of_its_kind(string marked, string? name) => Assert.Equal(name, Resolve(marked).Name);

    [Theory]
    [InlineData("Many US officials [who] said no left Elm.", "Many US officials")]
    [InlineData("It was told by two northern officials [who] said no.", "two northern officials")]
    [InlineData("A spokesman for Acme, [who] said no, left Elm.", "A spokesman for Acme")]
    [InlineData("Roe met those [who] said no.", "those")]
    [InlineData("The mill was shown to enthusiasts [who] said no.", "enthusiasts")]
    [InlineData("Acme released a study [which] said no.", "a study")]
    [InlineData("The study, [which] said no, came late.", "The study")]
    [InlineData("The mill closed in the spring, [which] said no.", null)]
    [InlineData("We need leaders [who] said no.", "leaders")]
    [InlineData("The mill will honour teachers [who] said no.", "teachers")]
    [InlineData("They asked to praise teachers [who] said no.", "teachers")]
    [InlineData("It was told to young teachers [who] said no.", "young teachers")]
    [InlineData("It's hard enough asking teachers [who] said no.", null)]
    [InlineData("The mill and others\n\n[Who] said no?", null)]
    [InlineData("It is not clear [who] said no.", null)]
    [InlineData("Nobody knows [who] said no.", null)]
    public void Who_stands_for_the_words_before_it(string marked, string? name) =>
        Assert.Equal((name, null), (Resolve(marked).Name, Resolve(marked).EntityKey));

    [Theory]
    [InlineData("Minister for Water Jane Roe opened the dam in Elm. [The Minister] said no.", "Jane Roe")]
    [InlineData("Minister for Water Jane Roe opened the dam in Elm. [The Minister for Roads] said no.", null)]
    [InlineData("Minister for Water Jane Roe opened the dam in Elm. [The Minister from Elm] said no.", null)]
    [InlineData("Minister for Water Jane Roe met Minister for Roads Tom Poe in Elm. [The Minister] said no.", null)]
    [InlineData("The plan of shadow roads chancellor Jane Roe was praised by Tom Poe. [The roads chancellor] said no.", null)]
    [InlineData("The plan of roads chancellor Jane Roe was praised by Tom Poe. [The roads chancellor] said no.", "Jane Roe")]
    [InlineData("The Chief Registrar of the Elm Court, Mrs Jane Roe, was there. [The Chief Registrar] said no.", "Jane Roe")]
    [InlineData("The Chief Registrar of the Elm Court, Mrs Jane Roe, was there. [The Deputy Registrar] said no.", null)]
    [InlineData("Teldra President Jane Roe opened the dam in Elm. [The President] said no.", null)]
    [InlineData("President Jane Roe opened the dam in Elm. [The President] said no.", "Jane Roe")]
    public void An_office_in_capitals_means_its_only_holder(string marked, string? name) => Assert.Equal(name, Resolve(marked).Name);

    [Theory]
    [InlineData("Jane Roe has a new album. [The hitmaker] said no.")]
    [InlineData("Jane Roe has won the race. [The Olympic medallist] said no.")]
    [InlineData("Jane Roe won the race. [A beaming Roe when asked by the Elm Courier] said no.")]
    [InlineData("Lena Roe was found at sea. Lena's mother, Jane Roe, wrote a letter. Lena plays there. Lena is six. [Roe] said no.")]
    public void Who_is_meant_may_be_told_by_what_or_how_she_is_called(string marked) => Assert.Equal("Jane Roe", Resolve(marked).Name);

    [Fact]
    public void A_surname_that_is_a_word_means_who_bears_it() => Assert.Equal("Tom King", Resolve("Tom King is the sheriff of Elm. [King] said no.").Name);

    [Theory]
    [InlineData("The World Health Organization met on Monday. [WHO] pointed out that the virus was mild.", "World Health Organization")]
    [InlineData("The plan was passed in September, [which] asked for more.", null)]
    [InlineData("The plan was passed by Acme Corp, [which] asked for more.", "Acme Corp")]
    public void Initials_mean_an_organization_and_no_pronoun_means_a_day(string marked, string? name) => Assert.Equal(name, Resolve(marked).Name);

    [Theory]
    [InlineData("Jane Roe has opened the dam. [The roads minister] said no.")]
    [InlineData("The dam is safe, said Jane Roe. [The roads minister] said no.")]
    [InlineData("Film star Jane Roe will open the dam. [The Elm-born actor] said no.")]
    [InlineData("Jane Roe says the dam is safe. It was built last year. [The Elm MP] said no.")]
    public void A_description_means_the_only_one_named_so_far(string marked) => Assert.Equal("Jane Roe", Resolve(marked).Name);

    [Theory]
    [InlineData("Jane Roe has opened the dam beside Peter Poe. [The roads minister] said no.")]
    [InlineData("The dam was opened for Jane Roe. [The roads minister] said no.")]
    [InlineData("Jane Roe has opened the dam. [The roads minister] said no. Roads minister Peter Poe left.")]
    [InlineData("Jane Roe has opened the dam. It is old. It is tall. It is dry. [The roads minister] said no.")]
    [InlineData("Jane Roe has opened the dam. [The other minister] said no.")]
    [InlineData("Jane Roe has opened the dam. [The town's minister] said no.")]
    [InlineData("Jane Roe has opened the dam. [The writer] said no.")]
    public void A_description_means_nobody_where_it_may_mean_another(string marked) => Assert.Null(Resolve(marked).Name);

    [Theory]
    [InlineData("Kestrel Airways is up for sale. [The newspaper] said no.", null)]
    [InlineData("The Elm Courier spoke to Kestrel Airways. [The newspaper] said no.", "Elm Courier")]
    [InlineData("Kestrel Airways is up for sale. [The group] said no.", "Kestrel Airways")]
    [InlineData("A cross-party group of lawyers opposes it. Kestrel Airways is up for sale. [The group] said no.", null)]
    public void A_paper_is_no_airline_and_a_group_of_people_has_no_name(string marked, string? name) =>
        Assert.Equal(name, Resolve(marked).Name);

    [Theory]
    [InlineData("[The Democrat who won, Jane Roe,] said no.", "Jane Roe")]
    [InlineData("Jane Roe left. [Many Democrats, including Jane Roe,] said no.", "Democrats")]
    [InlineData("Jane Roe left. [Many officers, including Jane Roe,] said no.", null)]
    public void A_group_before_a_name_says_what_its_bearer_is(string marked, string? name) => Assert.Equal(name, Resolve(marked).Name);

    [Theory]
    [InlineData("[An Ohio Republican] said no.", null)]
    [InlineData("[One Muslim] said no.", null)]
    [InlineData("[A Democrat, Jane Roe,] said no.", "Jane Roe")]
    [InlineData("[The Republicans] said no.", "Republicans")]
    public void One_of_a_group_is_not_all_of_it(string marked, string? name) => Assert.Equal(name, Resolve(marked).Name);

    [Theory]
    [InlineData("Karin Holm left. [Holm and Moss's mother, Jane Roe,] said no.", "Jane Roe")]
    [InlineData("[Karin Holm and Moss's mother] said no.", null)]
    [InlineData("[Karin Holm and Elm's Democrats] said no.", "Karin Holm")]
    public void Whose_kin_is_told_of_does_not_speak(string marked, string? name) => Assert.Equal(name, Resolve(marked).Name);

    [Fact]
    public void Whose_word_it_is_speaks() => Assert.Equal("Jane Roe", Resolve("It was [Jane Roe's] call to act.").Name);

    [Theory]
    [InlineData("[Karin Holm's message] was simple.", "Karin Holm")]
    [InlineData("[Acme Corporation's new web site, which opened in May,] said no.", "Acme Corporation")]
    [InlineData("Karin Holm left. [Her opening remarks] said no.", "Karin Holm")]
    [InlineData("[Karin Holm's lawyer] said no.", null)]
    [InlineData("[A message] said no.", null)]
    public void Whose_words_are_told_of_speaks(string marked, string? name) => Assert.Equal(name, Resolve(marked).Name);

    [Theory]
    [InlineData("President Karin Holm met the former chairman Jane Roe. [The former president] said no.", null)]
    [InlineData("President Karin Holm met the former chairman Jane Roe. [The former chairman] said no.", "Jane Roe")]
    [InlineData("Karin Holm met Jane Roe, [the source] said.", null)]
    [InlineData("Under Karin Holm, the club grew. [The club] said no.", null)]
    public void An_office_means_whoever_is_told_to_hold_it(string marked, string? name) => Assert.Equal(name, Resolve(marked).Name);

    [Fact]
    public void A_share_of_something_speaks_for_nobody() => Assert.Null(Resolve("[5% of the workers] said no.").Name);

    [Fact]
    public void An_office_behind_a_pronoun_is_not_that_persons() =>
        Assert.Null(Resolve("Bishop John Roe fell ill. Under him, the diocese grew. [The diocese] said no.").Name);

    [Theory]
    [InlineData("The mayor, Jane Roe, [who] said no.")]
    [InlineData("It was Jane Roe, a friend of the mayor [who] said no.")]
    [InlineData("It was Jane Roe, the officer [who] said no.")]
    public void A_relative_pronoun_means_the_one_named_before_it(string marked) =>
        Assert.Equal(("Jane Roe", SpeakerKind.Pronoun), (Resolve(marked).Name, Resolve(marked).Kind));

    [Theory]
    [InlineData("Jane Roe left, and the officers [who] said no stayed.")]
    [InlineData("An engineer at the Elm Council, [who] said no, left.")]
    [InlineData("A study by Jane Roe, [which] said no, was wrong.")]
    public void A_relative_pronoun_behind_somebody_else_means_nobody_named(string marked) => Assert.Null(Resolve(marked).EntityKey);

    [Fact]
    public void Who_is_named_before_a_description_is_the_speaker_unless_what_is_said_names_them()
    {
        const string marked = "It was sent to Jane Roe, [the solicitor] said.";

        Assert.Equal("Jane Roe", Resolve(marked).Name);
        Assert.Equal("the solicitor".Length, Resolve(marked, new TextSpan(0, marked.IndexOf(','))).Span.Length);
    }

    [Theory]
    [InlineData("Asked about Jane Roe, [he] said no.", "he")]
    [InlineData("In a letter to Jane Roe, [she] said no.", "she")]
    public void A_pronoun_is_no_description_of_who_is_named_before_it(string marked, string speaker) => Assert.Equal(speaker.Length, Resolve(marked).Span.Length);

    [Theory]
    [InlineData("In a letter to Jane Roe, [the mayor] said no.")]
    [InlineData("Speaking to Elm Secretary General Jane Roe, [the mayor] said no.")]
    public void Who_is_named_in_the_lead_of_the_sentence_is_another(string marked)
    {
        var speaker = Resolve(marked);

        Assert.Equal(("the mayor".Length, null), (speaker.Span.Length, speaker.Name));
    }

    [Theory]
    [InlineData("[Minister of mines and energy Jane Roe] said no.", "Jane Roe")]
    [InlineData("[Bank of Scotland's chief economist, Jane Roe,] said no.", "Jane Roe")]
    [InlineData("[Scotland's Department of Transport (DT) director, Jane Roe,] said no.", "Jane Roe")]
    public void Who_is_named_behind_an_office_of_several_parts_holds_it(string marked, string name) => Assert.Equal(name, Resolve(marked).Name);

    [Theory]
    [InlineData("[Jane Roe and Karin Holm] said no.", "Karin Holm")]
    [InlineData("[Mayor Jane Roe, Karin Holm and the lawyer Mark Moss] said no.", "Karin Holm, Mark Moss")]
    [InlineData("[Jane Roe, the mayor of Elm, and Karin Holm] said no.", "Karin Holm")]
    [InlineData("[Jane Roe, who met Peter Lund, and Karin Holm] said no.", "Karin Holm")]
    [InlineData("[Jane Roe of Kestrel Airways and Karin Holm of the FBI] said no.", "Karin Holm")]
    [InlineData("[Jane Roe (D) and Karin Holm (R)] said no.", "Karin Holm")]
    [InlineData("[Jane Roe and her husband, Mark Roe,] said no.", "Mark Roe")]
    [InlineData("[Jane Roe and Karin Holm both] said no.", "Karin Holm")]
    [InlineData("[The FBI and the CIA] said no.", "CIA")]
    [InlineData("[The FBI and France] said no.", "France")]
    [InlineData("[Jane Roe, Karin Holm and others] said no.", "Karin Holm")]
    [InlineData("[Jane Roe and Karin Holm and Karin Holm] said no.", "Karin Holm")]
    [InlineData("[Jane Roe and the FBI] said no.", "FBI")]
    [InlineData("Jane Roe met Karin Holm. [Roe and Holm] said no.", "Karin Holm")]
    public void Who_is_named_beside_the_speaker_says_it_too(string marked, string others)
    {
        var speaker = Resolve(marked);

        Assert.Contains(speaker.Name, (string[])["Jane Roe", "FBI"]);
        Assert.Equal(others, string.Join(", ", speaker.Joint.Select(other => other.Name)));
    }

    [Theory]
    [InlineData("[Jane Roe, who met Karin Holm and Mark Moss,] said no.")]
    [InlineData("[Jane Roe, who met Karin Holm, Peter Lund, and Mark Moss,] said no.")]
    [InlineData("[Jane Roe, a friend of Karin Holm and Mark Moss,] said no.")]
    [InlineData("[Jane Roe, citing Karin Holm and Mark Moss,] said no.")]
    [InlineData("[Jane Roe of Kestrel Airways and the FBI] said no.")]
    [InlineData("[Jane Roe, and by Karin Holm,] said no.")]
    [InlineData("[Jane Roe, Karin Holm,] said no.")]
    [InlineData("[Jane Roe and the mayor] said no.")]
    [InlineData("[Jane Roe, a friend of Karin Holm, Mark Moss and Peter Lund,] said no.")]
    [InlineData("[Jane Roe and not Karin Holm] said no.")]
    [InlineData("[Jane Roe, who said that Karin Holm and Mark Moss left,] said no.")]
    [InlineData("[Jane Roe, joined by phone and Karin Holm,] said no.")]
    [InlineData("[Former chairwoman and mayor Jane Roe] said no.")]
    [InlineData("[Jane Roe and Roe] said no.")]
    public void Who_belongs_to_what_is_told_of_the_speaker_does_not(string marked)
    {
        var speaker = Resolve(marked);

        Assert.Equal(("Jane Roe", 0), (speaker.Name, speaker.Joint.Count));
    }

    private static Speaker Resolve(string marked, params IReadOnlyList<TextSpan> said)
    {
        var (start, end) = (marked.IndexOf('['), marked.IndexOf(']') - 1);
        var doc = Document.Parse(marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal));
        var entities = new EntityLinker().Link(doc, new EntityRecognizer().Recognize(doc));
        return new SpeakerResolver(doc, entities).Resolve(new TextSpan(start, end), said);
    }
}
