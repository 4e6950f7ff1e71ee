using Ingest.Text.Entities;
using static Ingest.Text.Tests.Entities.Linked;

namespace Ingest.Text.Tests.Entities.Linking.People;

/// <summary>Which names are one person's, and whose a single name is.</summary>
public sealed class PersonLinkerTests
{
    [Fact]
    public void A_surname_is_joined_to_its_full_name()
    {
        var entity = Person("Donald Marsh resigned. Marsh, who is 51, said Mr. Marsh's critics were right.", "Donald Marsh");

        Assert.Equal("person|donald-marsh", entity.Key);
        Assert.Equal(3, entity.Mentions.Count);
    }

    [Fact]
    public void A_surname_before_its_full_name_is_joined_too() =>
        Assert.Equal(2, Person("President Kovacs flew home. Later Istvan Kovacs spoke.", "Istvan Kovacs").Mentions.Count);

    [Fact]
    public void A_surname_of_two_goes_to_the_one_named_last()
    {
        const string Text = "John Smith spoke first. Jane Smith spoke next. Smith said nothing new.";

        Assert.Single(Person(Text, "John Smith").Mentions);
        Assert.Equal(2, Person(Text, "Jane Smith").Mentions.Count);
    }

    [Fact]
    public void A_title_tells_two_of_one_surname_apart() =>
        Assert.Equal(2, Person("John Smith spoke first. Jane Smith spoke next. Mr. Smith said nothing new.", "John Smith").Mentions.Count);

    [Fact]
    public void A_pronoun_tells_two_of_one_surname_apart() =>
        Assert.Equal(2, Person("Jane Smith spoke first. John Smith spoke next. Smith said she was tired.", "Jane Smith").Mentions.Count(mention => mention.Kind == MentionKind.Name));

    [Fact]
    public void A_surname_stays_with_the_one_who_is_usually_called_so()
    {
        const string Text = "John Smith won. Smith smiled. Smith bowed.\n\nHis brother, Peter Smith, wept.\n\nLater Smith left.";

        Assert.Equal(4, Person(Text, "John Smith").Mentions.Count(mention => mention.Kind == MentionKind.Name));
    }

    [Fact]
    public void A_surname_is_not_that_of_the_kin_who_bear_it_too() =>
        Assert.Equal(2, Person("Karin Berg grew up in Oslo. Her father, Olof Berg, was a dentist. Berg left at 16.", "Karin Berg").Mentions.Count(mention => mention.Kind == MentionKind.Name));

    [Fact]
    public void A_surname_before_a_kinsman_is_named_is_not_his()
    {
        const string Text = "Berg spoke in Oslo. Berg was glad.\n\nHer father, Olof Berg, was a dentist. Berg left at 16.";

        Assert.Single(Person(Text, "Olof Berg").Mentions, mention => mention.Kind == MentionKind.Name);
        Assert.Equal(3, Person(Text, "Berg").Mentions.Count(mention => mention.Kind == MentionKind.Name));
    }

    [Fact]
    public void A_surname_is_not_that_of_whom_it_is_the_son() =>
        Assert.Equal(2, Person("Karin Berg, the daughter of former driver Olof Berg, won. Berg is 16.", "Karin Berg").Mentions.Count);

    [Fact]
    public void A_surname_is_not_that_of_a_son_who_is_called_by_the_first_name()
    {
        const string Text = "John Marsh spoke. Marsh smiled.\n\nMarsh's son Peter was there. Peter Marsh rose. The elder Marsh left.\n\nPeter sang. Marsh said no.";

        Assert.Equal(5, Person(Text, "John Marsh").Mentions.Count);
        Assert.Null(Person(Text, "John Marsh").Role);
    }

    [Fact]
    public void A_surname_stays_with_who_is_usually_called_so_beside_the_other()
    {
        const string Text = "John Smith won. Smith smiled. Smith bowed.\n\nSmith met Peter Smith. Then Smith left.";

        Assert.Equal(5, Person(Text, "John Smith").Mentions.Count(mention => mention.Kind == MentionKind.Name));
    }

    [Theory]
    [InlineData("Why Ingrid Moss Is Angry", "Ingrid Moss")]
    [InlineData("Ingrid Moss’s anger", "Ingrid Moss")]
    [InlineData("Ingrid and Moss", "Ingrid")]
    public void A_headline_joins_the_parts_of_a_name(string title, string name) =>
        Assert.Contains(Link("Ingrid was born in Oslo. “I am angry,” Ms. Moss says. Ingrid smiled.", title), entity => entity.Name == name);

    [Theory]
    [InlineData("Mark Moss leaves the board", "Mark Moss")]
    [InlineData("Who leaves the board", "Scott Moss")]
    public void A_surname_is_of_whom_the_headline_names_rather_than_of_the_last(string title, string name)
    {
        const string Text = "Mark Moss left the board on Monday.\n\nThe site was made by Scott Moss. A friend of both was there.\n\nMoss said no.";

        var person = Assert.Single(Link(Text, title), entity => entity.Name == name);
        Assert.Equal(2, person.Mentions.Count(mention => mention.Kind == MentionKind.Name));
    }

    [Theory]
    [InlineData("Anna Berg met Karin Berg.", 2)]
    [InlineData("William Hale spoke. Bill Hale sat down.", 1)]
    [InlineData("J. Hale spoke. Julia Hale sat down.", 1)]
    [InlineData("P. Midhun Hale spoke. P. Chandra Hale sat down.", 2)]
    [InlineData("Peter Martin Hale spoke. Peter Hale sat down. P. Mart Hale left.", 1)]
    [InlineData("Andrés Manuel López Obrador spoke. López Obrador sat down.", 1)]
    public void First_names_that_differ_are_different_people(string text, int people) =>
        Assert.Equal(people, Link(text).Count(entity => entity.Type == EntityType.Person));

    [Theory]
    [InlineData("Justice Ian Marsh ruled. Justice Marsh wrote that it was so.", "Ian Marsh")]
    [InlineData("Advocate Anna Berg spoke. Adv Berg said no, and Adv. Berg left.", "Anna Berg")]
    [InlineData("The lawyer Tom Marsh KC spoke. Mr Marsh left.", "Tom Marsh")]
    [InlineData("Tom Marsh MP spoke. Tom Marsh left.", "Tom Marsh")]
    [InlineData("The peer Peter Marsh spoke. Lord Marsh said that he was pleased.", "Peter Marsh")]
    public void What_somebody_is_called_by_office_is_no_name_of_another(string text, params string[] names) =>
        Assert.Equal(names, Link(text).Where(entity => entity.Type == EntityType.Person).Select(entity => entity.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void An_office_in_short_is_that_of_the_one_who_has_it() =>
        Assert.Equal(2, Person("Advocate Anna Berg spoke. Her aunt Karin Berg came. Adv Berg said no.", "Anna Berg").Mentions.Count(mention => mention.Kind == MentionKind.Name));

    [Theory]
    [InlineData("Alan and Jenny Marsh spoke. Mr Marsh left.", "Alan Marsh", 2)]
    [InlineData("Alan and Jenny Marsh spoke. Mrs Marsh left.", "Alan", 1)]
    [InlineData("Alan Holm came. Alan and Jenny Marsh spoke. Mr Marsh left.", "Alan Holm", 2)]
    public void Of_two_who_share_a_surname_the_one_is_meant_whom_the_title_fits(string text, string name, int mentions) =>
        Assert.Equal(mentions, Person(text, name).Mentions.Count(mention => mention.Kind == MentionKind.Name));

    [Theory]
    [InlineData("Maggie Chan Man-ki spoke. Chan sat down.", 1)]
    [InlineData("Rafael Barón Herazo spoke. Barón sat down.", 1)]
    [InlineData("Rafael Barón Herazo spoke. Barón sat down, and Herazo smiled.", 2)]
    [InlineData("June Leow Hsiad Hui spoke. Leow sat down.", 1)]
    [InlineData("Abdel Fattah El-Sisi spoke. Sisi sat down.", 1)]
    [InlineData("Datuk Seri Ahmad Zahid Hamidi spoke. Ahmad Zahid sat down.", 1)]
    [InlineData("Sheikh Omar bin Zayed Al Nahyan spoke. Omar bin Zayed sat down.", 1)]
    public void A_name_within_the_whole_one_is_its_bearers_unless_the_last_is_used_too(string text, int people) =>
        Assert.Equal(people, Link(text).Count(entity => entity.Type == EntityType.Person));

    [Theory]
    [InlineData("Ricardo Ruiz Almada spoke. Ruiz left.", 1)]
    [InlineData("Ricardo Ruiz Almada spoke. Ricardo Ruiz left.", 1)]
    [InlineData("Ricardo Ruiz spoke. Ricardo Ruiz Almada left.", 1)]
    [InlineData("Ricardo Ruiz Almada spoke to Pedro Ruiz. Ruiz left.", 2)]
    [InlineData("James Henry Hollis spoke. Henry left.", 2)]
    [InlineData("Skip Holm was born Karl Erik Holm in Oslo. Holm sang.", 1)]
    [InlineData("Skip Holm (born Karl Erik Moss) sang. Peter Hollis left.", 2)]
    [InlineData("Karl Holm, aka Johnny Moss, sang. Moss left.", 1)]
    [InlineData("Karl Holm (also known as Johnny Moss) sang. Moss left.", 1)]
    [InlineData("Karl Holm, who knows Johnny Moss, sang. Moss left.", 2)]
    public void The_first_of_two_surnames_means_its_bearer_too(string text, int people) =>
        Assert.Equal(people, Link(text).Count(entity => entity.Type == EntityType.Person));

    [Fact]
    public void A_last_surname_goes_before_the_first_of_two() =>
        Assert.Equal(2, Person("Pedro Ruiz spoke to Ricardo Ruiz Almada. Ruiz left.", "Pedro Ruiz").Mentions.Count);
}
