using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Names;

namespace Ingest.Text.Tests.Entities.Names;

public sealed class NameConsistencyTests
{
    [Fact]
    public void A_case_that_a_sentence_seems_to_end_within_holds_no_other_name()
    {
        var names = new EntityRecognizer().Recognize(Document.Parse(
            "The judge said on Monday in the case Jane Roe v. Texas that Texas had lost. The Texas ruling came late."));

        Assert.All(names.Zip(names.Skip(1)), pair => Assert.False(pair.First.Span.Overlaps(pair.Second.Span)));
        Assert.Contains(names, name => name.Type == EntityType.Law);
    }

    [Fact]
    public void A_surname_is_the_persons_where_the_whole_name_stands() =>
        Assert.Equal(
            ["Ana Hollis Person", "Hollis Person"],
            Apply("Ana Hollis sang. They paid Hollis.", ("Ana Hollis", EntityType.Person), ("Hollis.", EntityType.Organization)));

    [Fact]
    public void Somebodys_first_name_before_the_surname_of_others_is_one_of_the_family() =>
        Assert.Equal(
            ["Ben Elmer Person", "Solvi Person", "Solvi Elmer Person"],
            Apply("Ben Elmer sang. They paid Solvi. Then Solvi Elmer left.", ("Ben Elmer s", EntityType.Person), ("Solvi.", EntityType.Person), ("Solvi Elmer l", EntityType.Organization)));

    [Fact]
    public void A_firm_tells_what_its_short_name_is_in_small_letters_too() =>
        Assert.Equal(
            ["teldra corp Organization", "teldra Organization"],
            Apply("they sold teldra corp today. then teldra fell.", ("teldra corp t", EntityType.Organization), ("teldra f", EntityType.Location)));

    [Fact]
    public void A_state_is_not_its_government() =>
        Assert.Equal(
            ["Kano State Government Organization", "Kano State Location"],
            Apply("The Kano State Government met. They left Kano State today.", ("Kano State Government m", EntityType.Organization), ("Kano State t", EntityType.Location)));

    [Fact]
    public void What_has_the_sign_of_a_trademark_is_a_product_wherever_it_stands() =>
        Assert.Equal(
            ["Teldra® Product", "Teldra Product"],
            Apply("they sold Teldra® today. then Teldra fell.", ("Teldra® t", EntityType.Person), ("Teldra f", EntityType.Location)));

    [Theory]
    [InlineData("a return on investment (ROI) of 5. The ROI fell.", "ROI", "Misc")]
    [InlineData("a zero-emission vehicle (ZEV) of 5. The ZEV fell.", "ZEV", "Misc")]
    [InlineData("the Safe Roads Act (SRA) of 5. The SRA fell.", "SRA", "Misc")]
    [InlineData("a local farmers union (LFU) of 5. The LFU fell.", "LFU", "Organization")]
    [InlineData("a government of national unity (GNU) of 5. The GNU fell.", "GNU", "Organization")]
    [InlineData("a return on investment (NYC) of 5. The NYC fell.", "NYC", "Organization")]
    public void Initials_of_a_thing_are_no_organization(string text, string initials, string type) =>
        Assert.Equal(
            [$"{initials} {type}", $"{initials} {type}"],
            Apply(text, ($"{initials}", EntityType.Organization), ($"{initials} f", EntityType.Organization)));

    [Fact]
    public void A_surname_that_is_a_place_is_the_persons_where_nobody_is_in_it() =>
        Assert.Equal(
            ["Ben Appleton Person", "Appleton Person", "Appleton Person", "Appleton Person"],
            Apply("Ben Appleton won. Then Appleton rose, and Appleton fell, and Appleton grew.", ("Ben Appleton", EntityType.Person), ("Appleton r", EntityType.Location), ("Appleton f", EntityType.Organization), ("Appleton g", EntityType.Location)));

    [Theory]
    [InlineData("Ben Appleton won in Appleton. Then Appleton rose, and Appleton fell.")]
    [InlineData("Ben Appleton won the Appleton. Then Appleton rose, and Appleton fell.")]
    [InlineData("Ben Kingston won that Kingston. Then Kingston rose, and Kingston fell.")]
    public void A_place_that_somebody_is_in_is_one_though_somebody_is_called_so(string text)
    {
        var name = text.Split(' ')[1];

        Assert.Equal(
            [$"Ben {name} Person", $"{name} Location", $"{name} Location", $"{name} Location"],
            Apply(text, ($"Ben {name}", EntityType.Person), ($"{name}.", EntityType.Location), ($"{name} r", EntityType.Location), ($"{name} f", EntityType.Location)));
    }

    [Fact]
    public void A_capital_that_speaks_and_was_taken_for_a_body_too_is_the_person() =>
        Assert.Equal(
            ["Ben Kingston Person", "Kingston Person", "Kingston Person", "Kingston Person"],
            Apply("Ben Kingston won. Then Kingston said no, and Kingston fell, and Kingston rose.", ("Ben Kingston", EntityType.Person), ("Kingston s", EntityType.Location), ("Kingston f", EntityType.Organization), ("Kingston r", EntityType.Location)));

    [Fact]
    public void Whoever_is_called_by_the_surname_elsewhere_is_a_person() =>
        Assert.Equal(
            ["Jane Skarvik Person", "Skarvik Person", "Skarvik Person"],
            Apply("They met Jane Skarvik. Then Skarvik sang. Skarvik left.", ("Jane Skarvik", EntityType.Organization), ("Skarvik s", EntityType.Person), ("Skarvik l", EntityType.Person)));

    [Fact]
    public void A_title_before_somebodys_surname_is_no_part_of_the_name() =>
        Assert.Equal(
            ["Ben Skarvik Person", "Skarvik Person"],
            Apply("Ben Skarvik left. They blamed Cardinal Skarvik.", ("Ben Skarvik", EntityType.Person), ("Cardinal Skarvik", EntityType.Organization)));

    [Theory]
    [InlineData("The MFA said no.", "MFA", "Organization")]
    [InlineData("The MFA spokeswoman left.", "MFA", "Organization")]
    [InlineData("The MFA was new.", "MFA", "Misc")]
    public void Initials_that_say_something_are_a_body(string text, string initials, string type) =>
        Assert.Equal([$"{initials} {type}"], Apply(text, (initials, EntityType.Organization)));

    [Fact]
    public void Initials_that_were_missed_are_the_body_whose_words_they_begin() =>
        Assert.Equal(
            ["Teldra Roads Zone Organization", "TRZ Organization"],
            Apply("They left Teldra Roads Zone. Then a TRZ ticket was sold.", ("Teldra Roads Zone", EntityType.Organization)));

    [Fact]
    public void An_acronym_may_have_one_capital() =>
        Assert.Equal(
            ["Teldra Roads Service Organization", "Trs Organization", "Ters Misc", "Trs Organization"],
            Apply("the Teldra Roads Service (Trs) rose. Then Ters fell, and Trs.", ("Teldra Roads Service", EntityType.Organization), ("Ters", EntityType.Misc), ("Trs.", EntityType.Misc)));

    [Fact]
    public void Two_surnames_are_a_firm() =>
        Assert.Equal(
            ["Tim Roe Person", "Ben Elmer Person", "Roe Elmer Organization"],
            Apply("Tim Roe met Ben Elmer. Then Roe Elmer grew.", ("Tim Roe m", EntityType.Person), ("Ben Elmer.", EntityType.Person), ("Roe Elmer g", EntityType.Organization)));

    [Fact]
    public void Two_places_of_one_type_win_over_one_of_another() =>
        Assert.Equal(
            ["Teldra Organization", "Teldra Organization", "Teldra Organization"],
            Apply("Teldra rose, then Teldra fell. With Teldra out", ("Teldra r", EntityType.Organization), ("Teldra f", EntityType.Organization), ("Teldra o", EntityType.Person)));

    [Fact]
    public void A_name_that_was_missed_in_one_place_is_found_by_another() =>
        Assert.Equal(
            ["Varnholt Location", "Varnholt Location"],
            Apply("She lives in Varnholt now, and he left Varnholt in May.", ("Varnholt n", EntityType.Location)));

    [Fact]
    public void A_longer_name_tells_nothing_of_what_ends_in_its_small_words() =>
        Assert.Equal(
            ["Rural and Regional Council Organization"],
            Apply("The Rural and Regional Council met. Rural and remote farms gained.", ("Rural and Regional Council", EntityType.Organization)));

    [Fact]
    public void An_everyday_word_is_no_name_for_being_one_elsewhere() =>
        Assert.Equal(["Reading Location"], Apply("He moved to Reading. Reading is good for children.", ("Reading.", EntityType.Location)));

    [Theory]
    [InlineData("The retailer Teldra fell.", EntityType.Person, "Teldra Organization")]
    [InlineData("They sold Teldra shares and more.", EntityType.Location, "Teldra Organization")]
    [InlineData("Then Mr Teldra fell.", EntityType.Organization, "Teldra Person")]
    [InlineData("A nurse, Ana Teldra, fell.", EntityType.Organization, "Ana Teldra Person")]
    [InlineData("Then Mallam Teldra fell.", EntityType.Organization, "Teldra Person")]
    [InlineData("Then the Hon Teldra fell.", EntityType.Organization, "Teldra Person")]
    [InlineData("Then Diwali ended.", EntityType.Organization, "Diwali Event")]
    [InlineData("They saw Lisbon shares fall.", EntityType.Location, "Lisbon Location")]
    public void What_stands_beside_a_name_and_in_lists_tells_what_it_is(string text, EntityType tagged, string found)
    {
        var name = found[..found.LastIndexOf(' ')];
        var start = text.IndexOf(name, StringComparison.Ordinal);

        var mention = Assert.Single(NameConsistency.Apply(Document.Parse(text), [new Mention(new TextSpan(start, start + name.Length), tagged)]));

        Assert.Equal(found, $"{mention.Span.In(text)} {mention.Type}");
    }

    [Theory]
    [InlineData("The Teldra company fell.", EntityType.Group, "Teldra Organization")]
    [InlineData("Roe of the party Teldra Zehudi spoke.", EntityType.Person, "Teldra Zehudi Organization")]
    [InlineData("Farms were hit by cyclone Dolly.", EntityType.Person, "Dolly Event")]
    [InlineData("Then Teldra volcano smoked.", EntityType.Group, "Teldra Location")]
    [InlineData("Then county Teldra voted.", EntityType.Person, "Teldra Location")]
    [InlineData("Good morning, Ana.", EntityType.Organization, "Ana Person")]
    [InlineData("Good morning Paris.", EntityType.Location, "Paris Location")]
    [InlineData("From Teldra, a small town near the lake, he came.", EntityType.Person, "Teldra Location")]
    [InlineData("Then Ana Teldra, a lawyer from the city of Elm, fell.", EntityType.Person, "Ana Teldra Person")]
    [InlineData("They saw the Teldra rocket rise.", EntityType.Organization, "Teldra Product")]
    [InlineData("They saw it with the Teldra space telescope.", EntityType.Person, "Teldra Product")]
    [InlineData("They saw the Teldra Observatory telescope.", EntityType.Organization, "Teldra Observatory Organization")]
    [InlineData("They sang the song Teldra Zehudi.", EntityType.Person, "Teldra Zehudi Work")]
    [InlineData("They saw the film Teldra made.", EntityType.Organization, "Teldra Organization")]
    [InlineData("He works for a small carrier, Teldra.", EntityType.Person, "Teldra Person")]
    [InlineData("He leads a small carrier, Teldra.", EntityType.Person, "Teldra Organization")]
    public void A_kind_before_or_behind_a_name_tells_what_it_is(string text, EntityType tagged, string found) =>
        What_stands_beside_a_name_and_in_lists_tells_what_it_is(text, tagged, found);

    [Theory]
    [InlineData("Then Elm-based Teldra fell.", EntityType.Location, "Teldra Organization")]
    [InlineData("Then Teldra, based in Elm, fell.", EntityType.Person, "Teldra Organization")]
    [InlineData("Then Teldra, a small drug maker, fell.", EntityType.Person, "Teldra Organization")]
    [InlineData("Then Teldra, a company doctor, fell.", EntityType.Person, "Teldra Person")]
    [InlineData("Then Teldra, a welfare organisation, fell.", EntityType.Person, "Teldra Organization")]
    [InlineData("Then Teldra, a charity that mends roads, fell.", EntityType.Person, "Teldra Organization")]
    [InlineData("Then Teldra, a charity and road worker, fell.", EntityType.Person, "Teldra Person")]
    [InlineData("They left the Teldra grocery.", EntityType.Person, "Teldra Organization")]
    [InlineData("They met a Teldra reporter.", EntityType.Person, "Teldra Organization")]
    [InlineData("The Teldra Roads Programme said no.", EntityType.Misc, "Teldra Roads Programme Organization")]
    [InlineData("The Teldra Roads Programme grew.", EntityType.Misc, "Teldra Roads Programme Misc")]
    [InlineData("They met the Teldra CEO.", EntityType.Location, "Teldra Organization")]
    [InlineData("They liked Ana Teldra's app.", EntityType.Person, "Ana Teldra Person")]
    [InlineData("They use TeldraWorks.", EntityType.Person, "TeldraWorks Organization")]
    [InlineData("They use Teldra24.", EntityType.Location, "Teldra24 Organization")]
    [InlineData("They met McTeldra and spoke.", EntityType.Person, "McTeldra Person")]
    [InlineData("They bought it from Amazon.", EntityType.Location, "Amazon Organization")]
    [InlineData("They sailed on the Amazon.", EntityType.Location, "Amazon Location")]
    public void What_a_firm_has_or_is_called_tells_that_it_is_one(string text, EntityType tagged, string found) =>
        What_stands_beside_a_name_and_in_lists_tells_what_it_is(text, tagged, found);

    [Theory]
    [InlineData("Then Jane Lake, a local pollster, left.", EntityType.Location, "Jane Lake Person")]
    [InlineData("Then Jane Hills, CEO of Acme, left.", EntityType.Location, "Jane Hills Person")]
    [InlineData("They met boxer Jane Plant on Monday.", EntityType.Facility, "Jane Plant Person")]
    [InlineData("“No,” said Jane Lake on Monday.", EntityType.Location, "Jane Lake Person")]
    [InlineData("The Jane Library said no.", EntityType.Facility, "Jane Library Facility")]
    [InlineData("They said Jane County Sheriff Roe left.", EntityType.Location, "Jane County Location")]
    [InlineData("They met rival Jane Plant on Monday.", EntityType.Facility, "Jane Plant Facility")]
    [InlineData("They left Jane Lake, a resort.", EntityType.Location, "Jane Lake Location")]
    public void Who_is_said_to_be_somebody_is_no_place(string text, EntityType tagged, string found) =>
        What_stands_beside_a_name_and_in_lists_tells_what_it_is(text, tagged, found);

    [Fact]
    public void A_name_that_lists_have_for_no_place_is_one_or_the_other() =>
        Assert.Equal(
            ["Teldra Organization", "Teldra Organization"],
            Apply("They sold Teldra by noon. They left Teldra again.", ("Teldra b", EntityType.Organization), ("Teldra a", EntityType.Location)));

    [Fact]
    public void Of_as_many_votes_where_somebody_is_in_it_is_a_place() =>
        Assert.Equal(
            ["Teldra Location", "Teldra Location"],
            Apply("They sold Teldra by noon. They slept in Teldra again.", ("Teldra b", EntityType.Organization), ("Teldra a", EntityType.Location)));

    [Fact]
    public void What_the_last_word_says_goes_before_votes() =>
        Assert.Equal(
            ["Teldra Valley Location", "Teldra Valley Location"],
            Apply("They sold Teldra Valley by noon. They left Teldra Valley again.", ("Teldra Valley b", EntityType.Organization), ("Teldra Valley a", EntityType.Location)));

    [Fact]
    public void An_acronym_is_what_its_name_is() =>
        Assert.Equal(
            ["Teldra Research Fund Organization", "TRF Organization", "TRF Organization"],
            Apply("The Teldra Research Fund (TRF) grew. Then TRF paid.", ("Teldra Research Fund (", EntityType.Organization), ("TRF p", EntityType.Location)));

    [Fact]
    public void A_name_that_stands_whole_elsewhere_takes_its_piece() =>
        Assert.Equal(
            ["Swiss Teldra Organization", "Swiss Teldra Organization"],
            Apply("Then Swiss Teldra fell. They sold Swiss Teldra in May.", ("Swiss Teldra f", EntityType.Organization), ("Swiss T", EntityType.Group)));

    [Fact]
    public void An_everyday_word_that_is_often_a_name_is_one_inside_a_sentence() =>
        Assert.Equal(
            ["Anna Mayor Person", "Mayor Person"],
            Apply("Anna Mayor spoke. Mayor or not, they met Mayor in May.", ("Anna Mayor s", EntityType.Person)));

    [Fact]
    public void A_month_is_somebody_where_the_article_names_one_so() =>
        Assert.Equal(
            ["Anna May Person", "May Person", "May Date"],
            Apply("Anna May spoke. They told May to leave in May.", ("Anna May s", EntityType.Person), ("May t", EntityType.Date), ("May.", EntityType.Date)));

    [Fact]
    public void A_name_that_stands_whole_elsewhere_begins_so_everywhere() =>
        Assert.Equal(
            ["Club Teldra Organization", "Club Teldra Organization", "Teldra Organization"],
            Apply(
                "They left Club Teldra fast. Then Club Teldra led. The Teldra again.",
                ("Club Teldra f", EntityType.Organization), ("Teldra l", EntityType.Organization), ("Teldra a", EntityType.Organization)));

    [Fact]
    public void A_team_is_called_by_its_last_word()
    {
        Assert.Equal(
            ["Leeds Bears Organization", "Bears Organization"],
            Apply("Then Leeds Bears won. They beat the Bears in May.", ("Leeds Bears w", EntityType.Organization)));
        Assert.Equal(["Teldra Bears Organization"], Apply("Then Teldra Bears won. They saw the Bears in May.", ("Teldra Bears w", EntityType.Organization)));
    }

    [Fact]
    public void The_place_of_a_team_is_nobody_unless_somebody_is_called_so()
    {
        Assert.Equal(
            ["Charlotte Bears Organization", "Charlotte Organization", "Charlotte Organization"],
            Apply(
                "Then Charlotte Bears won. They beat Charlotte in May. He told Charlotte again.",
                ("Charlotte Bears w", EntityType.Organization), ("Charlotte i", EntityType.Person), ("Charlotte a", EntityType.Organization)));
        Assert.Equal(
            ["Charlotte Bears Organization", "Charlotte Person", "Charlotte Elmer Person"],
            Apply(
                "Then Charlotte Bears won. They beat Charlotte in May. He told Charlotte Elmer again.",
                ("Charlotte Bears w", EntityType.Organization), ("Charlotte i", EntityType.Person), ("Charlotte Elmer a", EntityType.Person)));
    }

    [Fact]
    public void The_first_name_of_somebody_is_no_place() =>
        Assert.Equal(
            ["Rohit Elmer Person", "Rohit Person"],
            Apply("Then Rohit Elmer won. They beat Rohit in May.", ("Rohit Elmer w", EntityType.Person), ("Rohit i", EntityType.Location)));

    [Theory]
    [InlineData("Internet of Things", "IoT")]
    [InlineData("Virtual Private Network", "VPN")]
    public void What_is_never_a_body_makes_none_of_its_name(string name, string initials) =>
        Assert.Equal(
            [$"{name} Misc", $"{initials} Misc", $"{name} Misc"],
            Apply(
                $"The {name} ({initials}) grew. Then {name} fell.",
                ($"{name} (", EntityType.Organization), (initials, EntityType.Organization), ($"{name} f", EntityType.Organization)));

    [Fact]
    public void What_has_a_bodys_name_is_one_whatever_else_its_initials_stand_for() =>
        Assert.Equal(
            ["Seed Estates Office Organization", "SEO Organization", "SEO Organization", "SEO Organization"],
            Apply(
                "The Seed Estates Office (SEO) grew. Then SEO fell. They told SEO again.",
                ("Seed Estates Office", EntityType.Organization), ("SEO", EntityType.Organization), ("SEO f", EntityType.Organization),
                ("SEO a", EntityType.Organization)));

    [Fact]
    public void A_firm_of_any_legal_form_tells_what_its_short_name_is() =>
        Assert.Equal(
            ["Teldra SE Organization", "Teldra Organization"],
            Apply("They sold Teldra SE today. Then Teldra fell.", ("Teldra SE t", EntityType.Organization), ("Teldra f", EntityType.Location)));

    [Fact]
    public void What_is_listed_under_a_title_and_a_surname_is_no_person() =>
        Assert.Equal(
            ["Ben Mills Person", "General Mills Organization"],
            Apply("Ben Mills left. They blamed General Mills.", ("Ben Mills", EntityType.Person), ("General Mills", EntityType.Organization)));

    [Fact]
    public void Initials_of_a_state_are_nobodys_surname() =>
        Assert.Equal(
            ["Ben VA Person", "VA Organization", "VA Organization", "VA Organization", "VA Location"],
            Apply(
                "Ben VA left. Then VA said no. Now VA rose. Then VA fell. The road to VA was shut.",
                ("Ben VA", EntityType.Person), ("VA s", EntityType.Organization), ("VA r", EntityType.Organization),
                ("VA f", EntityType.Organization), ("VA w", EntityType.Location)));

    [Fact]
    public void A_body_of_a_country_does_not_make_the_country_one() =>
        Assert.Equal(
            ["United States Congress Organization", "United States Location"],
            Apply(
                "Then United States Congress met. They like United States in May.",
                ("United States Congress", EntityType.Organization), ("United States i", EntityType.Location)));

    [Fact]
    public void A_storm_that_is_named_whole_in_one_place_is_the_storm_in_the_others() =>
        Assert.Equal(
            ["Hurricane Dolly Event", "Dolly Event"],
            Apply("Then Hurricane Dolly came. They feared Dolly in May.", ("Hurricane Dolly c", EntityType.Event), ("Dolly i", EntityType.Person)));

    [Fact]
    public void A_name_is_one_thing_unless_lists_know_the_place_that_has_the_team()
    {
        Assert.Equal(
            ["Teldra Group", "Teldra Group", "Teldra Group"],
            Apply("Teldra rose, then Teldra fell. With Teldra out", ("Teldra r", EntityType.Group), ("Teldra f", EntityType.Work), ("Teldra o", EntityType.Group)));
        Assert.Equal(
            ["Leeds Location", "Leeds Organization"],
            Apply("She lives in Leeds now, and beat Leeds in May.", ("Leeds n", EntityType.Location), ("Leeds i", EntityType.Organization)));
    }

    /// <summary>Each found name begins where its text does and ends with its last letter.</summary>
    private static IEnumerable<string> Apply(string text, params (string Text, EntityType Type)[] found)
    {
        var mentions = found.Select(name =>
        {
            var start = text.IndexOf(name.Text, StringComparison.Ordinal);
            var length = name.Text.TrimEnd('.').Length - (name.Text[^2] == ' ' ? 2 : 0);
            return new Mention(new TextSpan(start, start + length), name.Type);
        });
        return NameConsistency.Apply(Document.Parse(text), [.. mentions]).Select(mention => $"{mention.Span.In(text)} {mention.Type}");
    }
}
