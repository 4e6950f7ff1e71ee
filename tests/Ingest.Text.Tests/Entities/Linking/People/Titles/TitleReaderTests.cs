using CsCheck;
using Ingest.Text.Documents;
using Ingest.Text.Entities;

namespace Ingest.Text.Tests.Entities.Linking.People.Titles;

/// <summary>What stands around a name and says what its bearer is.</summary>
public sealed class TitleReaderTests
{
    private static readonly string[] Offices =
    [
        "of", "for", "the", "a", "state", "mayor", "Mayor", "Minister", "Secretary", "deputy", "former", "chief", "police", "agent", "president", "and", "&", ",", ".", "(", ")",
        "CEC", "Trade", "Sports", "Ministry of Health", "Jane Roe", "Roe", "Dr.", "Mr", "'s", "said", "who", "is", "with", "Elm", "Elm Works", "Datuk Seri", "Al-Roe", "His Highness", "\n\n",
    ];

    [Theory]
    [InlineData("Treasury Secretary Maria Delgado spoke.", "Treasury Secretary")]
    [InlineData("U.S. Secretary of State Maria Delgado spoke.", "U.S. Secretary of State")]
    [InlineData("Russian President Maria Delgado spoke.", "Russian President")]
    [InlineData("The former President Maria Delgado spoke.", "former President")]
    [InlineData("Former President Maria Delgado spoke.", "former President")]
    [InlineData("It was former Democratic President Maria Delgado who spoke.", "former President")]
    [InlineData("It was FBI director Maria Delgado who spoke.", "FBI director")]
    [InlineData("It was Greek prime minister Maria Delgado who spoke.", "Greek prime minister")]
    [InlineData("It was North Korean leader Maria Delgado who spoke.", "North Korean leader")]
    [InlineData("Secretary for Education Maria Delgado spoke.", "Secretary for Education")]
    [InlineData("Chief Election Commissioner (CEC) Maria Delgado spoke.", "Chief Election Commissioner")]
    [InlineData("It was US deputy secretary of state Maria Delgado who spoke.", "US deputy secretary of state")]
    [InlineData("Foreign Trade and Tourism Minister Maria Delgado spoke.", "Foreign Trade and Tourism Minister")]
    [InlineData("Kyoto Animation President Maria Delgado spoke.", "Kyoto Animation President")]
    [InlineData("One Moto Founder and CEO, Maria Delgado, spoke.", "One Moto Founder and CEO")]
    [InlineData("They met police chief Maria Delgado on Monday.", "police chief")]
    [InlineData("On Monday Chicago Police Chief Maria Delgado spoke.", "Chicago Police Chief")]
    [InlineData("Police and Crime Commissioner Maria Delgado spoke.", "Police and Crime Commissioner")]
    [InlineData("Member of parliament (MP) Maria Delgado spoke.", "Member of parliament")]
    [InlineData("US Ambassador to Germany Maria Delgado spoke.", "US Ambassador to Germany")]
    [InlineData("The ambassador to Germany Maria Delgado spoke.", "ambassador to Germany")]
    [InlineData("Maria Delgado, Duke.", null)]
    [InlineData("Maria Delgado, an Elm spokeswoman told them.", "Elm spokeswoman")]
    [InlineData("Maria Delgado, a theoretical astrophysicist at Elm University, spoke.", "theoretical astrophysicist at Elm University")]
    [InlineData("It was retired neurosurgeon Maria Delgado who spoke.", "retired neurosurgeon")]
    [InlineData("It was former F1 driver Maria Delgado who spoke.", "former F1 driver")]
    [InlineData("Maria Delgado, a senior fellow of the Harbour Board of North Elm and the only one of all those people on the board, spoke.", "senior fellow of the Harbour Board of North Elm")]
    [InlineData("It is made by directors Maria Delgado and John Marsh.", "director")]
    [InlineData("It was made by former directors Peter Holm, John Marsh and Maria Delgado.", "former director")]
    [InlineData("They met friends Maria Delgado and John Marsh.", null)]
    [InlineData("She judges Maria Delgado and John Marsh.", null)]
    [InlineData("Judges Maria Delgado and John Marsh ruled.", "Judge")]
    [InlineData("It was opened by hosts Maria Delgado and John Marsh.", "host")]
    [InlineData("They met the directors. Maria Delgado and John Marsh spoke.", null)]
    [InlineData("Maria Delgado, who isn't the best creator, left.", null)]
    [InlineData("It was casting director Maria Delgado who left.", "casting director")]
    [InlineData("It was starting pitcher Maria Delgado who left.", "starting pitcher")]
    [InlineData("They went on praising referee Maria Delgado.", "referee")]
    [InlineData("They met managing director Maria Delgado.", "managing director")]
    [InlineData("They met a great man Maria Delgado.", null)]
    [InlineData("Maria Delgado, Duchess of Elm, spoke.", "Duchess of Elm")]
    [InlineData("On Monday DJ Maria Delgado spoke.", "DJ")]
    [InlineData("They gave the land to Germany. Maria Delgado spoke.", null)]
    [InlineData("They met First Minister Maria Delgado on Monday.", "First Minister")]
    [InlineData("It was the senior North American economist Maria Delgado who spoke.", "North American economist")]
    [InlineData("It was the day president Maria Delgado left.", "president")]
    [InlineData("Elm's top federal prosecutor in 2020, Maria Delgado, left.", "top federal prosecutor")]
    [InlineData("Major-Gen Maria Delgado spoke.", "Major-Gen")]
    [InlineData("Acme chief operating officer Maria Delgado spoke.", "chief operating officer")]
    [InlineData("Vice president and chief financial officer Maria Delgado spoke.", "Vice president and chief financial officer")]
    [InlineData("The law pleased Sens. Maria Delgado and John Marsh.", "Sen.")]
    [InlineData("It was the first camp to host Maria Delgado.", null)]
    [InlineData("Maria Delgado of Michigan, the ranking Democrat on the panel, spoke.", "ranking Democrat on the panel")]
    [InlineData("Maria Delgado of North Elm, a nurse, spoke.", "nurse")]
    [InlineData("Maria Delgado of North Elm and John Marsh, a nurse, spoke.", null)]
    [InlineData("Emeritus Professor Maria Delgado spoke.", "Emeritus Professor")]
    [InlineData("They met the wholly unknown chairman Maria Delgado.", "unknown chairman")]
    [InlineData("The Ministry of Health and President Maria Delgado spoke.", "President")]
    [InlineData("It was for Youth and Coach Maria Delgado.", "Coach")]
    [InlineData("Maria Delgado, chief of Chicago housing works, spoke.", "chief of Chicago housing works")]
    [InlineData("Maria Delgado, a lawyer with a London firm, spoke.", "lawyer with a London firm")]
    [InlineData("They came with the director, Maria Delgado said.", null)]
    [InlineData("Director of the Farm Affairs Department, Maria Delgado, spoke.", "Director of the Farm Affairs Department")]
    [InlineData("Maria Delgado, president of the Canatur stated that it rained.", "president of the Canatur")]
    [InlineData("It was said by Maria Delgado, head of Acme Works commenting on the plan.", "head of Acme Works")]
    [InlineData("The former Costa Rican and Elm governor Maria Delgado spoke.", "former governor")]
    [InlineData("It was late Friday President Maria Delgado spoke.", "President")]
    [InlineData("Former players praised Chelsea coach Maria Delgado.", "coach")]
    [InlineData("Regular visitor ex-Prime Minister Maria Delgado spoke.", "ex-Prime Minister")]
    [InlineData("Acting Secretary of Labor, Maria Delgado, spoke.", "Acting Secretary of Labor")]
    [InlineData("Chairman, president and chief executive officer Maria Delgado spoke.", "president and chief executive officer")]
    [InlineData("As president, Maria Delgado spoke.", null)]
    [InlineData("According to an aide and a spokesman, Maria Delgado spoke.", null)]
    [InlineData("According to her lawyer, Maria Delgado spoke.", null)]
    [InlineData("They hope to replace coach Maria Delgado.", "coach")]
    [InlineData("The club will face captain Maria Delgado.", "captain")]
    [InlineData("They voted to convict Maria Delgado.", null)]
    [InlineData("They spoke to former captain Maria Delgado.", "former captain")]
    [InlineData("Acme's president and CEO Maria Delgado spoke.", "president and CEO")]
    [InlineData("They met a nurse and President Maria Delgado.", "President")]
    [InlineData("It was FBI Director Maria Delgado who spoke.", "FBI Director")]
    [InlineData("White House Press Secretary Maria Delgado spoke.", "White House Press Secretary")]
    [InlineData("Photo: AP\nPresident Maria Delgado spoke.", "President")]
    [InlineData("Maria Delgado, chief executive of Acme, spoke.", "chief executive of Acme")]
    [InlineData("Its chairwoman, Maria Delgado, spoke.", "chairwoman")]
    [InlineData("It stars actress Maria Delgado.", "actress")]
    [InlineData("After twelve years as governor, Maria Delgado left.", null)]
    [InlineData("Maria Delgado, sacked as Elm coach in May, left.", null)]
    [InlineData("Maria Delgado, now the mayor of Elm, left.", "mayor of Elm")]
    [InlineData("The delay bothered the interior minister, Maria Delgado.", "interior minister")]
    [InlineData("The head of the board, Maria Delgado, spoke.", "head of the board")]
    [InlineData("The board's managing director, Eng Maria Delgado, spoke.", "managing director")]
    [InlineData("The president of the Valley Residents Group, retired vet Dr Maria Delgado, spoke.", "president of the Valley Residents Group")]
    [InlineData("Maria Delgado, 34, president of Local 9 of the Dockers Union, spoke.", "president of Local 9 of the Dockers Union")]
    [InlineData("Maria Delgado, who was the vessel's second mate, spoke.", "second mate")]
    [InlineData("Truck driver Maria Delgado spoke.", "Truck driver")]
    [InlineData("The Oscar-winning actress Maria Delgado spoke.", "actress")]
    [InlineData("It was plant manager Maria Delgado who spoke.", "plant manager")]
    [InlineData("His sister and co-owner, Maria Delgado, spoke.", "co-owner")]
    [InlineData("His neighbour, Maria Delgado, spoke.", null)]
    [InlineData("Mrs. Maria Delgado spoke.", null)]
    [InlineData("John Marsh is the mayor, Maria Delgado said.", null)]
    [InlineData("They chose Maria Delgado, Peter Butcher, and John Marsh.", null)]
    [InlineData("They met Maria Delgado, a man who sings.", null)]
    [InlineData("They met Maria Delgado, and an unnamed officer.", null)]
    [InlineData("Maria Delgado, a Chicago lawyer representing John Marsh, spoke.", "Chicago lawyer representing John Marsh")]
    [InlineData("“No,” said Maria Delgado, a Singapore-based analyst with Acme.", "Singapore-based analyst with Acme")]
    [InlineData("They met Maria Delgado, head of Acme - a small firm - in May.", null)]
    [InlineData("His wife, Maria Delgado, a nurse, spoke.", "nurse")]
    [InlineData("Maria Delgado, former mayor of Elm\nJohn Marsh, secretary of state", "former mayor of Elm")]
    [InlineData("Maria Delgado, president of the\nHarbour Board, spoke.", "president of the Harbour Board")]
    [InlineData("The Chancellor\n\nChancellor Maria Delgado spoke.", "Chancellor")]
    public void The_role_is_what_stands_beside_the_name(string text, string? role) =>
        Assert.Equal(role, Assert.Single(Link(text), entity => entity.Type == EntityType.Person && entity.Name == "Maria Delgado").Role);

    [Theory]
    [InlineData("for the mayor, Jane Roe said the bridge was safe.")]
    [InlineData("of the state, Jane Roe said the bridge was safe.")]
    [InlineData("state Jane Roe said the bridge was safe.")]
    [InlineData(") Jane Roe said the bridge was safe.")]
    public void A_text_may_begin_anywhere(string text) => Assert.Contains(Link(text), entity => entity.Name == "Jane Roe");

    [Fact]
    public void Any_offices_and_names_are_linked_within_the_text() =>
        Gen.Int[0, Offices.Length - 1].Select(word => Offices[word]).List[0, 40].Select(words => string.Join(' ', words)).Sample(text =>
            Assert.All(Link(text).SelectMany(entity => entity.Mentions), mention => Assert.InRange(mention.Span.End, mention.Span.Start + 1, text.Length)));

    private static IReadOnlyList<Entity> Link(string text)
    {
        var doc = Document.Parse(text);
        return new EntityLinker().Link(doc, new EntityRecognizer().Recognize(doc));
    }
}
