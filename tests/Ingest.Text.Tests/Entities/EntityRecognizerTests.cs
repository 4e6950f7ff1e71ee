using CsCheck;
using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Names;
using Ingest.Text.Tests.Entities.Names;

namespace Ingest.Text.Tests.Entities;

public sealed class EntityRecognizerTests
{
    [Theory]
    [InlineData("On Tuesday Senator Linda Okoye thanked Mr. Brandt.", "Linda Okoye|Brandt")]
    [InlineData("Prime Minister Jonas Lindqvist's brother called.", "Jonas Lindqvist")]
    [InlineData("It was signed by Secretary of State Maria Delgado in June.", "Maria Delgado")]
    [InlineData("Governor Ana de la Torre met Khalid al-Masri and Shaun O’Neill.", "Ana de la Torre|Khalid al-Masri|Shaun O’Neill")]
    [InlineData("The prize went to J. R. Whitcomb and Samuel Price Jr. yesterday.", "J. R. Whitcomb|Samuel Price Jr.")]
    [InlineData("Samuel “Buck” Harris sang.", "Samuel “Buck” Harris")]
    [InlineData("Peter Hollis arrived. Yesterday Hollis left, and Hollis's dog stayed.", "Peter Hollis|Hollis|Hollis")]
    [InlineData("[President Omar al] Haddad was named.", "Omar al] Haddad")]
    [InlineData("Her husband, Alcine, turned 70. His sister, Vienna Oduber, is older.", "Alcine|Vienna Oduber")]
    [InlineData("Many came to Elm this year.\n\nDylan Day\n\nDay was the first of them, and it rained.", "Dylan Day|Day")]
    [InlineData("Many came to Elm this year.\n\nDylan Day\n\nThe day was long, and it rained.", "")]
    public void A_person_is_found_without_title_and_possessive(string text, string people) =>
        Assert.Equal(people, Names(text, EntityType.Person));

    [Theory]
    [InlineData("However the vote was lost. Meanwhile it rained. Officials left. Critics laughed.")]
    [InlineData("Twitter, Moscow and the Pentagon kept silent on Sunday.")]
    [InlineData("It could not happen, I said. We know. Will it? May it?")]
    [InlineData("The Cyber Security unit and a Christmas market")]
    [InlineData("Its parent, Alphabet, and the sister company, Vienna, were sold.")]
    [InlineData("COUNCIL CUTS SPENDING ON ROADS AND SCHOOLS")]
    public void Nobody_is_found_where_nobody_is_named(string text) =>
        Assert.Equal("", Names(text, EntityType.Person));

    [Theory]
    [InlineData("Sen. Maria Delgado, R-Wis., and Rep. John Marsh, D-Ohio, spoke.", "Maria Delgado|John Marsh")]
    [InlineData("Sen. Maria Delgado, R-TX, and Rep. John Marsh (D-DE) spoke.", "Maria Delgado|John Marsh")]
    [InlineData("Sen. Maria Delgado, R-La., and Rep. John Marsh, D-Wash., spoke.", "Maria Delgado|John Marsh")]
    [InlineData("The Bill will change the law, and this Bill is long.", "")]
    public void A_party_a_state_and_a_bill_are_no_names(string text, string names) =>
        Assert.Equal(names, string.Join('|', Find(text).Where(mention => mention.Type != EntityType.Date).Select(mention => mention.Span.In(text).ToString())));

    [Theory]
    [InlineData("Jane Roe left the Conservatives in May.", "Conservatives")]
    [InlineData("The Conservatives were late.", "Conservatives")]
    [InlineData("Jane Roe met some conservatives in May.", "")]
    public void A_listed_group_behind_an_article_is_a_name(string text, string names) => Assert.Equal(names, Names(text, EntityType.Group));

    [Theory]
    [InlineData("DNA was found.", "DNA")]
    [InlineData("The Covid-19 pandemic ended.", "Covid-19")]
    public void A_disease_is_no_work(string text, string name) => Assert.Equal(name, Names(text, EntityType.Misc));

    [Theory]
    [InlineData("National Day of Rest", EntityType.Organization, EntityType.Event)]
    [InlineData("Marlow Award for Roads", EntityType.Organization, EntityType.Event)]
    [InlineData("Marlow Arms Regulations 2010", EntityType.Organization, EntityType.Law)]
    [InlineData("Board of Roads", EntityType.Organization, EntityType.Organization)]
    [InlineData("Marlow Day", EntityType.Organization, EntityType.Organization)]
    [InlineData("Kestrel GT500", EntityType.Event, EntityType.Product)]
    [InlineData("K-150 Falcon", EntityType.Event, EntityType.Product)]
    [InlineData("Elm Games 2021", EntityType.Event, EntityType.Event)]
    [InlineData("U19 World Cup", EntityType.Event, EntityType.Event)]
    [InlineData("Elm M25", EntityType.Location, EntityType.Location)]
    [InlineData("Kestrel R5 II", EntityType.Organization, EntityType.Product)]
    [InlineData("Kestrel R5 Group", EntityType.Organization, EntityType.Organization)]
    [InlineData("Marlow F1", EntityType.Organization, EntityType.Organization)]
    [InlineData("Marlow U21", EntityType.Organization, EntityType.Organization)]
    [InlineData("Kestrel Pro", EntityType.Organization, EntityType.Product)]
    [InlineData("Marlow Roads Programme", EntityType.Organization, EntityType.Misc)]
    [InlineData("Marlow Roads Programme", EntityType.Location, EntityType.Location)]
    [InlineData("World Roads Programme", EntityType.Organization, EntityType.Organization)]
    [InlineData("Kestrel VPN", EntityType.Person, EntityType.Product)]
    [InlineData("VPNs", EntityType.Person, EntityType.Misc)]
    [InlineData("Mesh WiFi", EntityType.Person, EntityType.Product)]
    [InlineData("Jane ROE", EntityType.Person, EntityType.Person)]
    [InlineData("Marlow Road Studies Program", EntityType.Organization, EntityType.Organization)]
    [InlineData("Marlow Council for Schools and Programs", EntityType.Organization, EntityType.Organization)]
    [InlineData("Program on Roads", EntityType.Organization, EntityType.Organization)]
    [InlineData("Marlow Roads Programme", EntityType.Work, EntityType.Misc)]
    [InlineData("Marlow Roads Initiative", EntityType.Event, EntityType.Misc)]
    [InlineData("Marlow Award for Initiative", EntityType.Event, EntityType.Event)]
    [InlineData("Marlow Roads Initiative", EntityType.Organization, EntityType.Organization)]
    [InlineData("Marlow Roads Act of 1961", EntityType.Event, EntityType.Law)]
    [InlineData("Marlow Games of 1961", EntityType.Event, EntityType.Event)]
    [InlineData("Law 1961", EntityType.Organization, EntityType.Law)]
    [InlineData("Marlow School of Law", EntityType.Organization, EntityType.Organization)]
    [InlineData("Marlow National Convention", EntityType.Misc, EntityType.Event)]
    [InlineData("Marlow Convention", EntityType.Event, EntityType.Law)]
    [InlineData("Marlow Accord", EntityType.Product, EntityType.Product)]
    [InlineData("American Rescue Plan", EntityType.Organization, EntityType.Misc)]
    [InlineData("Covid", EntityType.Work, EntityType.Misc)]
    [InlineData("Marlow", EntityType.Work, EntityType.Work)]
    [InlineData("Marlow Ave.", EntityType.Organization, EntityType.Location)]
    [InlineData("Marlow Roads Summit", EntityType.Organization, EntityType.Event)]
    [InlineData("Marlow Conference on Roads", EntityType.Organization, EntityType.Event)]
    [InlineData("Marlow Conference of Mayors", EntityType.Organization, EntityType.Organization)]
    [InlineData("United Nations Conference on Roads", EntityType.Organization, EntityType.Organization)]
    public void The_words_of_a_name_tell_its_kind(string name, EntityType tagged, EntityType type)
    {
        var doc = Document.Parse(name);

        Assert.Equal(type, HeadWord.Refine(doc, new Mention(new TextSpan(0, name.Length), tagged)).Type);
    }

    [Theory]
    [InlineData("Baker Delgado", "Baker Delgado")]
    [InlineData("D.J. Delgado", "D.J. Delgado")]
    [InlineData("Baker Maria Delgado", "Maria Delgado")]
    [InlineData("Sir Gideon Pike", "Gideon Pike")]
    [InlineData("DA Maria Delgado", "Maria Delgado")]
    [InlineData("Goaltender Maria Delgado", "Maria Delgado")]
    [InlineData("Da Silva", "Da Silva")]
    [InlineData("Alhaji Maria Delgado", "Maria Delgado")]
    [InlineData("DSP Maria Delgado", "Maria Delgado")]
    [InlineData("Maria Delgado AO PSM", "Maria Delgado")]
    [InlineData("MARIA DELGADO MP", "MARIA DELGADO MP")]
    public void Titles_are_no_part_of_a_name_and_first_names_are(string text, string name)
    {
        var doc = Document.Parse($"{text} spoke.");

        Assert.Equal(name, HeadWord.Refine(doc, new Mention(new TextSpan(0, text.Length), EntityType.Person)).Span.In(doc.Text).ToString());
    }

    [Theory]
    [InlineData("Roe, of [Jane Street], left.", EntityType.Person, "Jane Street", EntityType.Location)]
    [InlineData("They asked [Jane Street] to leave.", EntityType.Person, "Jane Street", EntityType.Person)]
    [InlineData("They closed [Jane Road] in May.", EntityType.Person, "Jane Road", EntityType.Location)]
    [InlineData("The [Kano State] Governor left.", EntityType.Organization, "Kano State", EntityType.Location)]
    [InlineData("The [Emir of Kano] left.", EntityType.Organization, "Kano", EntityType.Location)]
    [InlineData("The [Bank of Kano] left.", EntityType.Organization, "Bank of Kano", EntityType.Organization)]
    [InlineData("Then [Boko Haram] left.", EntityType.Person, "Boko Haram", EntityType.Organization)]
    [InlineData("Then [Azimio la Umoja] left.", EntityType.Person, "Azimio la Umoja", EntityType.Organization)]
    [InlineData("They ate at [Burger King] in May.", EntityType.Location, "Burger King", EntityType.Organization)]
    [InlineData("They met at the [White House] in May.", EntityType.Location, "White House", EntityType.Location)]
    [InlineData("They met on [State Street] in May.", EntityType.Location, "State Street", EntityType.Location)]
    [InlineData("Then [Morgan Stanley] left.", EntityType.Person, "Morgan Stanley", EntityType.Person)]
    [InlineData("In [Elm Local Government Area of Kano State] it rained.", EntityType.Organization, "Elm Local Government Area of Kano State", EntityType.Location)]
    [InlineData("The [Elm Local Government Council] met.", EntityType.Organization, "Elm Local Government Council", EntityType.Organization)]
    [InlineData("The [Ohio State] coach left.", EntityType.Organization, "Ohio State", EntityType.Organization)]
    [InlineData("They met the [Hon Michaelia Roe] in May.", EntityType.Organization, "Michaelia Roe", EntityType.Person)]
    [InlineData("They bought [Hon Roe] in May.", EntityType.Organization, "Hon Roe", EntityType.Organization)]
    [InlineData("They met [DCP Jane Roe] in May.", EntityType.Organization, "Jane Roe", EntityType.Person)]
    public void Words_beside_a_name_tell_its_kind_too(string marked, EntityType tagged, string name, EntityType type)
    {
        var (text, mentions) = Marked.Read(marked, tagged);
        var refined = HeadWord.Refine(Document.Parse(text), mentions[0]);

        Assert.Equal((name, type), (refined.Span.In(text).ToString(), refined.Type));
    }

    [Theory]
    [InlineData("On Monday the players ate turkey, and polish was on the floor of Elm.", "Elm")]
    [InlineData("On Monday the Polish team flew to Turkey.", "Polish|Turkey")]
    [InlineData("in london", "london")]
    public void What_stands_in_small_letters_among_capitals_is_no_place_and_no_people(string text, string names) =>
        Assert.Equal(names, string.Join('|', Find(text).Where(mention => mention.Type != EntityType.Date).Select(mention => mention.Span.In(text).ToString())));

    [Theory]
    [InlineData("The Oscar-winning actress has been open about it.", "Oscar", EntityType.Misc)]
    [InlineData("The Pulitzer Prize-winning author wept.", "Pulitzer Prize", EntityType.Misc)]
    [InlineData("The World Cup-winning captain ran.", "World Cup", EntityType.Event)]
    public void What_was_won_is_a_prize(string text, string prize, EntityType type) =>
        Assert.Equal((prize, type), Find(text).Select(mention => (mention.Span.In(text).ToString(), mention.Type)).First());

    [Theory]
    [InlineData("The crash happened around 8:30 p.m. BST (1930 UTC), the match began at 1400 GMT.", "")]
    [InlineData("Markets closed at 4 p.m. ET and 22:00 CET.", "")]
    [InlineData("He works for the BST in Lisbon.", "BST|Lisbon")]
    public void A_zone_behind_a_time_of_day_is_no_name(string text, string names) =>
        Assert.Equal(names, string.Join('|', Find(text).Where(mention => mention.Type != EntityType.Date).Select(mention => mention.Span.In(text).ToString())));

    [Theory]
    [InlineData("He chairs the Senate Armed Services Committee for the Ministry of Foreign Affairs.", "Senate Armed Services Committee|Ministry of Foreign Affairs")]
    [InlineData("The FBI and CNN wrote to Hartwell Motors Inc. of the plan.", "FBI|CNN|Hartwell Motors Inc.")]
    [InlineData("The Food and Drug Administration and the University of Tromso agreed.", "Food and Drug Administration|University of Tromso")]
    [InlineData("European Union officials met the Bank of Ghana.", "European Union|Bank of Ghana")]
    public void An_organisation_is_held_together_by_its_head(string text, string names) =>
        Assert.Equal(names, Names(text, EntityType.Organization));

    [Theory]
    [InlineData("He flew from Hong Kong to Arizona and the United States.", "Hong Kong|Arizona|United States")]
    [InlineData("They live in Zelenograd Heights near Lake Marrow.", "Zelenograd Heights|Lake Marrow")]
    [InlineData("KVARNBY, March 3 (AP) - It rained.", "KVARNBY")]
    [InlineData("He left the U.S. with us.", "U.S.")]
    [InlineData("The pro-Beijing camp has called for a law against anti-China forces.", "Beijing|China")]
    [InlineData("The US-China talks and the Russia-Ukraine war went on, Guinea-Bissau said.", "US|China|Russia|Ukraine|Guinea-Bissau")]
    public void A_place_is_known_by_list_head_or_surroundings(string text, string names) =>
        Assert.Equal(names, Names(text, EntityType.Location));

    [Theory]
    [InlineData("Syrian officials met South African students and thousands of Muslims in the town.", EntityType.Group, "Syrian|South African|Muslims")]
    [InlineData("Campaigners say it breaks the Clean Rivers Act 1993.", EntityType.Law, "Clean Rivers Act 1993")]
    [InlineData("They flew to José Martí International Airport.", EntityType.Facility, "José Martí International Airport")]
    [InlineData("She landed at Kesterby Airport on Monday and spoke in the Royal Albert Hall.", EntityType.Facility, "Kesterby Airport|Royal Albert Hall")]
    [InlineData("They met at the Harrow Climate Summit.", EntityType.Event, "Harrow Climate Summit")]
    [InlineData("He left the England World Cup squad.", EntityType.Event, "World Cup")]
    [InlineData("He told the CBS program Face the Nation that she had read “The Long Way Back”.", EntityType.Work, "Face the Nation|The Long Way Back")]
    public void Other_names_are_known_by_context_lists_and_heads(string text, EntityType type, string names) =>
        Assert.Equal(names, Names(text, type));

    [Theory]
    [InlineData("The ferry MV Lady of Skerrow sank.", EntityType.Product, "MV Lady of Skerrow")]
    [InlineData("It was torn down by Typhoon Haldis in May, and by Tropical Storm Marwick.", EntityType.Event, "Typhoon Haldis|Tropical Storm Marwick")]
    [InlineData("He joined the Paper and Allied Trades Union in May.", EntityType.Organization, "Paper and Allied Trades Union")]
    [InlineData("A grant came in May from the Bill and Melinda Gates Foundation.", EntityType.Organization, "Bill and Melinda Gates Foundation")]
    [InlineData("KVARNBY, March 3 (Northwire) - The mill will close.", EntityType.Location, "KVARNBY")]
    [InlineData("SALES UP, PROFIT DOWN - The mill will close.", EntityType.Location, "")]
    [InlineData("KHAN YOUNIS — The mill will close.", EntityType.Location, "KHAN YOUNIS")]
    [InlineData("KVARNBY, 29 June: The mill will close.", EntityType.Location, "KVARNBY")]
    [InlineData("KVARNBY: The mill will close.", EntityType.Location, "")]
    [InlineData("WASHINGTON, D.C. - The mill will close.", EntityType.Location, "WASHINGTON, D.C.")]
    [InlineData("They lost the British Empire.", EntityType.Location, "British Empire")]
    public void What_stands_before_a_name_may_belong_to_it(string text, EntityType type, string names) =>
        Assert.Equal(names, Names(text, type));

    [Theory]
    [InlineData("The Court of Arbitration for Sport ruled.", "Court of Arbitration for Sport")]
    [InlineData("The Vermont Department of Emergency Services and Public Protection agreed.", "Vermont Department of Emergency Services and Public Protection")]
    [InlineData("The Department of Justice and President Linda Okoye agreed.", "Department of Justice")]
    [InlineData("The Florida Highway Patrol stopped him.", "Florida Highway Patrol")]
    public void What_stands_behind_an_organisation_may_belong_to_it(string text, string name) =>
        Assert.Equal(name, Names(text, EntityType.Organization));

    [Fact]
    public void A_sign_of_shares_is_no_name() =>
        Assert.Equal("Acme Motors|NASDAQ", Names("Shares of Acme Motors (NASDAQ:ACMM) fell.", EntityType.Organization));

    [Fact]
    public void What_a_check_of_facts_finds_false_keeps_its_names() =>
        Assert.Equal("Barack Obama", Names("FALSE: Barack Obama signed the bill on Monday.", EntityType.Person));

    [Theory]
    [InlineData("What a win! pic.twitter.com/8bAU1ayKbJ (@anna)", EntityType.Organization)]
    [InlineData("They left the land on Monday. pic.twitter.com/WFK4LFAR6j — Ann Roe (@annroe)", EntityType.Location)]
    public void A_piece_of_an_address_is_no_name(string text, EntityType type) => Assert.Equal("", Names(text, type));

    [Fact]
    public void A_person_may_have_the_initials_of_a_ship() =>
        Assert.Equal("JM Kemp|MV Boucher|JA Morkel", Names("The list was: JM Kemp, MV Boucher (wkt), JA Morkel.", EntityType.Person));

    [Theory]
    [InlineData("They closed Interstate 75 and U.S. Route 9 on Monday.", "Interstate 75|U.S. Route 9")]
    [InlineData("He sang Highway 61 Revisited.", "")]
    public void A_road_may_have_a_number_for_a_name(string text, string roads) =>
        Assert.Equal(roads, Names(text, EntityType.Location));

    [Fact]
    public void Whoever_is_of_a_faith_or_a_region_is_no_place() =>
        Assert.Equal("Pentecostal|Midwestern", Names("A Pentecostal pastor moved to a Midwestern town.", EntityType.Group));

    [Fact]
    public void In_other_scripts_nothing_is_named() =>
        Assert.Equal("Jane Roe", Names("Then Дмитрий Кошелев met Jane Roe.", EntityType.Person));

    [Fact]
    public void A_party_may_be_known_by_two_short_words() =>
        Assert.Equal("Lib Dem", Names("The Lib Dem leader spoke.", EntityType.Group));

    [Fact]
    public void Capitals_throughout_do_not_make_names_of_everyday_words() =>
        Assert.Equal("LONDON", Names("HEAVY RAIN STOPS TRAINS IN LONDON", EntityType.Location));

    [Theory]
    [InlineData("On Friday, 14 March 2025, and in May 2019", EntityType.Date, "Friday, 14 March 2025|May 2019")]
    [InlineData("March 3, since 1998, the 1990s, on 2025-03-14", EntityType.Date, "March 3|1998|1990s|2025-03-14")]
    [InlineData("It was leaked on the internet Friday afternoon.", EntityType.Date, "Friday")]
    [InlineData("They may march in 2000 shoes", EntityType.Date, "2000")]
    [InlineData("It paid $4.1 million in fines, 20 euros each, Rs 500 crore in tax and US$3bn in all.", EntityType.Money, "$4.1 million|20 euros|Rs 500 crore|US$3bn")]
    [InlineData("It cost us €4 million, gave us 500 jobs and took us$3bn.", EntityType.Money, "€4 million|us$3bn")]
    [InlineData("A $300 bottle, a $17,420 watch, C$10,000 in cash, A$20 and US $3 million; it rose by 500 to 900 rupees", EntityType.Money, "$300|$17,420|C$10,000|A$20|US $3 million|900 rupees")]
    [InlineData("It seeks only 57 billion dlrs over three years.", EntityType.Money, "57 billion dlrs")]
    [InlineData("It gave R4bn, R5.5bn and R2.5 million, RM6.16 million, KSh300,000, M50 000 and N5 billion.", EntityType.Money, "R4bn|R5.5bn|R2.5 million|RM6.16 million|KSh300,000|M50 000|N5 billion")]
    [InlineData("The M25 and the N5 are shut, and the N95 mask and the R2 unit, K9 and RM7 are not.", EntityType.Money, "")]
    [InlineData("She drove the M4 500 times, climbed K2 100 times and left the M25 300 metres on.", EntityType.Money, "")]
    [InlineData("He won with a 13-3 mark", EntityType.Money, "")]
    [InlineData("up 3.5%, 12 percent and 7 per cent of 40", EntityType.Percent, "3.5%|12 percent|7 per cent")]
    [InlineData("up 16–17 percent, 4-5%, 10 to 12 percent or 3 or 4 per cent", EntityType.Percent, "16–17 percent|4-5%|10 to 12 percent|3 or 4 per cent")]
    [InlineData("It ran from March 4 to 15, on June 5-9 and in 2014-15.", EntityType.Date, "March 4 to 15|June 5-9|2014-15")]
    public void Dates_and_amounts_are_read_whole(string text, EntityType type, string figures) =>
        Assert.Equal(figures, Names(text, type));

    [Fact]
    public void Mentions_are_in_range_in_order_and_without_overlap() =>
        Texts.Any.Sample(text =>
        {
            var end = 0;
            foreach (var mention in Find(text))
            {
                Assert.InRange(mention.Span.Start, end, text.Length);
                Assert.InRange(mention.Span.End, mention.Span.Start + 1, text.Length);
                Assert.Equal(MentionKind.Name, mention.Kind);
                end = mention.Span.End;
            }
        });

    private static IReadOnlyList<Mention> Find(string text) => new EntityRecognizer().Recognize(Document.Parse(text));

    private static string Names(string text, EntityType type) =>
        string.Join('|', Find(text).Where(mention => mention.Type == type).Select(mention => mention.Span.In(text).ToString()));
}
