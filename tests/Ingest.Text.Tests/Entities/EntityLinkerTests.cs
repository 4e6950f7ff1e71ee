using CsCheck;
using Ingest.Text.Documents;
using Ingest.Text.Entities;
using static Ingest.Text.Tests.Entities.Linked;

namespace Ingest.Text.Tests.Entities;

public sealed class EntityLinkerTests
{
    [Theory]
    [InlineData("VIENNA, March 3 - Rain fell in Vienna on Monday.", "Vienna")]
    [InlineData("VIENNA, March 3 - Rain fell on Monday.", "Vienna")]
    [InlineData("RIO DE JANEIRO, March 3 - Rain fell on Monday.", "Rio de Janeiro")]
    [InlineData("PORT-AU-PRINCE, March 3 - Rain fell on Monday.", "Port-au-Prince")]
    [InlineData("WASHINGTON D.C., March 3 - Rain fell on Monday.", "Washington D.C.")]
    [InlineData("WASHINGTON DC, March 3 - Rain fell on Monday.", "Washington DC")]
    [InlineData("Rain fell in the USA on Monday.", "USA")]
    public void A_place_of_a_dateline_is_written_as_in_a_sentence(string text, string name) =>
        Assert.Equal(name, Assert.Single(Link(text), entity => entity.Type == EntityType.Location).Name);

    [Theory]
    [InlineData("Jane Marlow Hollis sells houses. The firm was founded by her mother, Jane Marlow, in May.", "Jane Marlow Hollis|Jane Marlow")]
    [InlineData("Jane Marlow Hollis sells houses. The firm was founded by his mother, Jane Marlow, in May.", "Jane Marlow Hollis")]
    [InlineData("Jane Marlow Hollis sells houses. Her firm was founded by Jane Marlow in May.", "Jane Marlow Hollis")]
    public void Whose_mother_somebody_is_is_another(string text, string names) =>
        Assert.Equal(names, string.Join('|', Link(text).Where(entity => entity.Type == EntityType.Person).Select(entity => entity.Name)));

    [Theory]
    [InlineData("First lady Jane Hollis came. Then President Hollis spoke.", "Jane Hollis|Hollis")]
    [InlineData("Senator Jane Hollis came. Then President Hollis spoke.", "Jane Hollis")]
    public void The_first_lady_is_not_the_president(string text, string names) =>
        Assert.Equal(names, string.Join('|', Link(text).Where(entity => entity.Type == EntityType.Person).Select(entity => entity.Name)));

    [Fact]
    public void A_name_that_lost_its_blank_gets_it_back() =>
        Assert.Equal(["Marco Silva"], Link("Marco Silva came. Then MarcoSilva left.").Select(entity => entity.Name));

    [Theory]
    [InlineData("The Federal Bureau of Roads (FBR) opened. FBR officials came.", "Federal Bureau of Roads")]
    [InlineData("The Supreme Electoral Tribunal (TSE) met on Monday. TSE said no.", "Supreme Electoral Tribunal")]
    [InlineData("Hartwell Motors Inc. grew. Hartwell Motors hired.", "Hartwell Motors Inc.")]
    [InlineData("Hartwell Plc grew. Hartwell hired.", "Hartwell Plc")]
    [InlineData("Hartwell Co., Ltd. grew. Hartwell hired.", "Hartwell Co., Ltd.")]
    [InlineData("Hartwell Motors Inc. grew. Hartwell Motors hired. Hartwell paid.", "Hartwell Motors Inc.")]
    [InlineData("A Republican left. Republicans stayed.", "Republicans")]
    [InlineData("The U.S. team, US teams", "U.S.")]
    [InlineData("The U.S. team came. America won.", "U.S.")]
    [InlineData("The U.S. team came. The United States won.", "United States")]
    [InlineData("Ford Motor Company grew. Ford hired.", "Ford Motor Company")]
    [InlineData("The Department of Energy met. The Energy Department said no.", "Department of Energy")]
    [InlineData("The Department of State (State) met.", "Department of State")]
    [InlineData("The Treasury Department met. The Treasury said no.", "Treasury Department")]
    [InlineData("The House of Representatives met. The House said no.", "House of Representatives")]
    [InlineData("Hartwell College London met. Hartwell College said no.", "Hartwell College London")]
    [InlineData("The Federal Reserve met. The Fed said no.", "Federal Reserve")]
    [InlineData("The Federal Roads Commission met. The Federal Road Commission said no.", "Federal Roads Commission")]
    [InlineData("The Pittsburgh Pirates won. Then the Pirates lost.", "Pittsburgh Pirates")]
    [InlineData("The U.S. State Department spoke. The State Department said no.", "U.S. State Department")]
    [InlineData("The Elm Police Department spoke. Elm Police said no.", "Elm Police Department")]
    [InlineData("The Department of Prisons spoke. The Department said no.", "Department of Prisons")]
    [InlineData("The California Institute of Technology (Caltech) spoke. Caltech said no.", "California Institute of Technology")]
    [InlineData("The Elm River Society, also known as Greenwatch, spoke. Greenwatch said no.", "Elm River Society")]
    [InlineData("Hartwell, also known as Hartwell Motors, grew. Hartwell Motors hired.", "Hartwell Motors")]
    [InlineData("The Elm River Society -- also known as Greenwatch -- spoke. Greenwatch said no.", "Elm River Society")]
    [InlineData("The Department of Prisons spoke. The DOP said no.", "Department of Prisons")]
    [InlineData("The Centers for Bridge Control and Prevention spoke. The CBC said no.", "Centers for Bridge Control and Prevention")]
    [InlineData("The UKV (Union of Kvarnby Voters) met. The UKV said no.", "Union of Kvarnby Voters")]
    [InlineData("The Elm Gas and Electric Company (EG&E) grew. EG&E hired.", "Elm Gas and Electric Company")]
    [InlineData("The Organization for Lake Co-Operation and Development spoke. The OLCD said no.", "Organization for Lake Co-Operation and Development")]
    [InlineData("The U.S. Fish Safety Administration spoke. The FSA said no.", "U.S. Fish Safety Administration")]
    [InlineData("The United Nations Roads Commission met. The U.N. Roads Commission said no. The Roads Commission left.", "United Nations Roads Commission")]
    [InlineData("The Los Angeles Times wrote so. The LA Times said no. The Times left.", "Los Angeles Times")]
    [InlineData("Officials of BFM-TV spoke. BFMTV said no.", "BFM-TV")]
    [InlineData("Hartwell Technology Group grew. Hartwell hired more people.", "Hartwell Technology Group")]
    [InlineData("Hartwell International Ltd. grew. Hartwell hired more people.", "Hartwell International Ltd.")]
    [InlineData("The Chicago Cubs won. The Cubs had not won since they moved.", "Chicago Cubs")]
    [InlineData("Labour said no. The Labour party met.", "Labour party")]
    [InlineData("The Unity Party of America met. The Unity Party said no.", "Unity Party of America")]
    public void Forms_of_one_name_are_one_entity(string text, string name) =>
        Assert.Equal(name, Assert.Single(Link(text), entity => entity.Type is EntityType.Organization or EntityType.Group or EntityType.Location).Name);

    [Theory]
    [InlineData("They voted on the Fish and Harbours Act (FHA). It was said that the FHA would go.", "Fish and Harbours Act")]
    [InlineData("They voted on the Fish and Harbours Act of 1993. Soon the Fish and Harbours Act was law.", "Fish and Harbours Act of 1993")]
    [InlineData("They voted on the Fish and Harbours Act 1993. The Fish and Harbours Act of 1993 was law.", "Fish and Harbours Act 1993")]
    public void A_law_its_initials_and_its_name_without_the_year_are_one(string text, string name) =>
        Assert.Equal(name, Assert.Single(Link(text), entity => entity.Type is not EntityType.Date).Name);

    [Theory]
    [InlineData("They kept the Fish Act of 1993 and the Fish Act of 2003. Soon the Fish Act was law.", "Fish Act of 1993", "Fish Act of 2003", "Fish Act")]
    [InlineData("They said the Fish and Harbours Act (EPA) was law, and not much else was said.", "Fish and Harbours Act", "EPA")]
    public void Laws_of_two_years_and_a_law_and_other_initials_are_two(string text, params string[] names) =>
        Assert.Equal(names.Order(), Link(text).Select(entity => entity.Name).Order());

    [Theory]
    [InlineData("Prices rose by 1.6 percent, and not by 16 percent.", "1.6 percent", "16 percent")]
    [InlineData("It cost $2.5 million, and not $25 million.", "$2.5 million", "$25 million")]
    public void Figures_that_a_point_tells_apart_are_two(string text, params string[] names) => Assert.Equal(names, Link(text).Select(entity => entity.Name));

    [Fact]
    public void A_name_in_capitals_is_written_as_elsewhere() => Assert.Equal("Anna Berg", Assert.Single(Link("Mayor ANNA BERG spoke. Anna Berg left.")).Name);

    [Fact]
    public void What_a_bracket_says_of_two_is_neithers() =>
        Assert.Equal(3, Link("The Harbour Workers Union (TSE) met the Supreme Electoral Tribunal (TSE). TSE said no.").Count(entity => entity.Type == EntityType.Organization));

    [Fact]
    public void What_is_known_as_each_other_in_a_ring_is_not_joined() =>
        Assert.Equal(3, Link("Hartwell, also known as Greenwatch Bank, grew. Greenwatch Bank, also known as Hartwell Motors, hired. Hartwell Motors grew.")
            .Count(entity => entity.Type == EntityType.Organization));

    [Fact]
    public void Owners_are_joined_with_their_names_and_the_usual_form_is_the_name()
    {
        Assert.Equal(["Boerse"], NamesOf("Boerse's", "Boerse", "Boerse"));
        Assert.Equal(["Lloyd's"], NamesOf("Lloyd", "Lloyd's", "Lloyd's"));

        static IEnumerable<string> NamesOf(params string[] names)
        {
            var doc = Document.Parse(string.Join(" and ", names));
            var at = 0;
            var mentions = names.Select(name => new Mention(new TextSpan(at = doc.Text.IndexOf(name, at, StringComparison.Ordinal), at += name.Length), EntityType.Organization));
            return new EntityLinker().Link(doc, [.. mentions]).Select(entity => entity.Name);
        }
    }

    [Theory]
    [InlineData("Karin Holm met the king. His Highness smiled.")]
    [InlineData("Karin Holm met the queen. Her Royal Highness smiled.")]
    public void A_style_is_no_pronoun(string text) =>
        Assert.DoesNotContain(Link(text).SelectMany(entity => entity.Mentions), mention => mention.Kind == MentionKind.Pronoun);

    [Theory]
    [InlineData("Sony Pictures Entertainment grew. Sony hired.", 2)]
    [InlineData("Leeds United beat Manchester United. United cheered.", 3)]
    [InlineData("The Salvation Army came. The Army left.", 2)]
    [InlineData("The Ministry of Education met the Ministry of Energy. The MOE said no.", 3)]
    [InlineData("The UKV (Acme Harbour Company) met. The UKV said no.", 2)]
    [InlineData("Bank of Elm grew. Bank of Elm International hired.", 2)]
    [InlineData("The Elm Hospital Trust met. The Oak Party of Kvarnby met. The Oak Party of Arl met. The Oak Party said no.", 4)]
    [InlineData("Congress met. The World Jewish Congress spoke.", 2)]
    [InlineData("The United Nations Roads Commission met. The European Union Roads Commission met. The Roads Commission said no.", 3)]
    [InlineData("The University of Michigan met. Michigan University said no.", 2)]
    [InlineData("The Elm Police Department called the Oak Police Department. The Police Department said no.", 3)]
    public void Names_that_may_be_those_of_two_stay_apart(string text, int organizations) =>
        Assert.Equal(organizations, Link(text).Count(entity => entity.Type == EntityType.Organization));

    [Theory]
    [InlineData("The Chinese Foreign Ministry met the Turkish Foreign Ministry.", "Chinese Foreign Ministry", "Turkish Foreign Ministry")]
    [InlineData("The Chinese Foreign Ministry said no. The Foreign Ministry said so on Monday.", "Chinese Foreign Ministry")]
    [InlineData("China's Defence Ministry said no. Ukraine’s Defence Ministry said yes.", "Chinese Defence Ministry", "Ukrainian Defence Ministry")]
    [InlineData("China's Foreign Ministry said no. The Chinese Foreign Ministry said so again.", "Chinese Foreign Ministry")]
    [InlineData("Wisconsin's Supreme Court met.", "Wisconsin Supreme Court")]
    [InlineData("South Africa's Department of Trade (Detrad) met. Detrad said no.", "South African Department of Trade")]
    [InlineData("He gave to the German Red Cross.", "German Red Cross")]
    [InlineData("It was built by the Ethiopian Electric Power Corporation.", "Ethiopian Electric Power Corporation")]
    [InlineData("The U.S. Supreme Court met. The Wisconsin Supreme Court met too.", "U.S. Supreme Court", "Wisconsin Supreme Court")]
    [InlineData("The Supreme Court of Colorado met. The Colorado Supreme Court said no.", "Supreme Court of Colorado")]
    [InlineData("They watched the German ARD on Monday.", "ARD")]
    [InlineData("It was sold by the Russian Gazprom.", "Gazprom")]
    public void A_body_that_others_have_too_is_named_with_whose_it_is(string text, params string[] names) =>
        Assert.Equal(names, Link(text).Where(entity => entity.Type == EntityType.Organization).Select(entity => entity.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("John Marsh met Anna Berg. She smiled.", "Anna Berg")]
    [InlineData("John Marsh met Anna Berg. He smiled.", "John Marsh")]
    [InlineData("Anna Berg lost her keys.", "Anna Berg")]
    [InlineData("John Marsh praised Peter Hollis. He smiled.", "John Marsh")]
    [InlineData("Peter Hollis came late. John Marsh told him so.", "Peter Hollis")]
    [InlineData("John Marsh left. “I met Peter Hollis and he lied,” said Anna Berg.", "Peter Hollis")]
    [InlineData("John Marsh left. “He lied,” said Peter Hollis.", "John Marsh")]
    [InlineData("John Marsh left. ‘He lied,’ said Peter Hollis.", "John Marsh")]
    [InlineData("John Marsh left. “We need Marsh,” said Peter Hollis about Erik Moss. “He may stay.” Karin Holm agreed, and Holm said no.", "John Marsh")]
    [InlineData("Peter Hollis spoke. John Marsh smiled when he was praised by Marsh.", "Peter Hollis")]
    [InlineData("Peter Hollis left. John Marsh stayed. “Marsh is wrong,” he said.", "Peter Hollis")]
    [InlineData("Peter Hollis spoke in Elm. John Marsh has failed the town, he said.", "Peter Hollis")]
    [InlineData("Peter Hollis spoke in Elm. Citing the plan, which John Marsh opposed, he said on Monday, “It is dead.”", "Peter Hollis")]
    [InlineData("John Marsh has lived in the town since May, he said.", "John Marsh")]
    [InlineData("Peter Hollis spoke in Elm. John Marsh hesitated, but he said nothing.", "John Marsh")]
    [InlineData("Peter Hollis spoke in Elm. John Marsh was ill, as he said on Monday.", "John Marsh")]
    [InlineData("Peter Hollis left. John Marsh stayed. He told reporters: “Marsh is wrong.”", "Peter Hollis")]
    [InlineData("Peter Hollis left. John Marsh stayed. “We are wrong,” he said. “Marsh above all.", "Peter Hollis")]
    [InlineData("Peter Hollis left. John Marsh stayed. “They told me, ‘Marsh knows,’” he said.", "John Marsh")]
    [InlineData("Peter Hollis left. “We are wrong,” he said. “I ask you all. Hollis paused. “I do.”", "Peter Hollis")]
    [InlineData("Peter Hollis left. John Marsh stayed. “I met Peter and John.” Marsh said he was tired.", "John Marsh")]
    [InlineData("A spokesman for Mr. John Marsh said: “Mr. Marsh is well, and he is glad.”", "John Marsh")]
    [InlineData("Lawyers for John Marsh said, “Mr. Marsh is well, and he is glad.”", "John Marsh")]
    [InlineData("John Marsh sat. Marsh ate. Marsh slept. Peter Hollis stayed. Speaking about Marsh’s house, he said it was dear.", "Peter Hollis")]
    [InlineData("John Marsh sat. Marsh ate. Marsh slept. Peter Hollis stayed. Asked about Marsh, he smiled.", "Peter Hollis")]
    [InlineData("Peter Hollis spoke in Elm. The John Marsh campaign said he lied.", "Peter Hollis")]
    [InlineData("Anna Berg left. Berg ate. Lisa Falk, Karin Holm and Ingrid Moss came. She signed the book.", "Anna Berg")]
    [InlineData("In his speech, John Marsh smiled.", "John Marsh")]
    [InlineData("When she arrived, Anna Berg smiled.", "Anna Berg")]
    [InlineData("Eva Lind left. A day after she arrived, Anna Berg smiled.", "Anna Berg")]
    [InlineData("Eva Lind left. Shortly before she arrived, Anna Berg smiled.", "Anna Berg")]
    [InlineData("John Marsh sat. Marsh ate. Marsh slept. Peter Hollis stayed. Like Marsh, the driver lost his case.", "Peter Hollis")]
    [InlineData("Asked by Peter Hollis, the mayor, whether he would resign, John Marsh smiled.", "John Marsh")]
    [InlineData("Anna Berg spoke. Karin Holm, her sister, left.", "Anna Berg")]
    [InlineData("Peter Hollis came late. John Marsh and his brother left.", "John Marsh")]
    [InlineData("Peter Hollis came late. John Marsh closed the door behind him.", "John Marsh")]
    [InlineData("Peter Hollis came late. It was raining, John Marsh said, and then he left.", "John Marsh")]
    [InlineData("Anna Berg came late. Vidkun Aas says the hours suit him.", "Vidkun Aas")]
    [InlineData("Karin Holm rowed to Anna Berg, who had heard her leave.", "Karin Holm")]
    [InlineData("John Marsh thanked Peter Hollis and Erik Moss on Monday. He was tired.", "John Marsh")]
    [InlineData("Anna Berg praised the plan that was drawn up by Karin Holm and Lisa Falk. She signed it.", "Anna Berg")]
    [InlineData("Karin Holm was the teacher of Anna Berg. Berg and Lisa Falk won in 2001. After her divorce, Holm moved to Oslo.", "Karin Holm")]
    [InlineData("Karin Holm came late. Robin Vale, a potter who uses they/them pronouns, came on time. They smiled.", "Robin Vale")]
    [InlineData("Karin Holm came late. Robin Vale, who is non-binary, lost their keys.", "Robin Vale")]
    [InlineData("John Marsh came late. Robin Vale, who is non-binary, sang. He smiled.", "John Marsh")]
    [InlineData("Karin Holm, Lisa Falk's mother, said she was tired.", "Karin Holm")]
    [InlineData("John Marsh came late. Peter Hollis said he and his brother had not met for years, and he was glad.", "Peter Hollis")]
    [InlineData("Peter Hollis stayed. Hollis was ill. Hollis slept. John Marsh said Peter Hollis and other teachers were wrong. “It is dead,” he told the paper.", "John Marsh")]
    [InlineData("John Marsh came first. Marsh sat. Marsh ate. Marsh slept. Marsh sang. While Marsh is keen, bread is dear, said Peter Hollis.\n\n“I own an oven,” he said.", "Peter Hollis")]
    [InlineData("Peter Hollis said Peter Hollis slept. John Marsh accused Peter Hollis of lies. “It is dead,” he told the paper.", "John Marsh")]
    [InlineData(
        "Peter Hollis sat. Hollis ate. Hollis slept. Hollis told reporters it was late.\n\nSecretary of State John Marsh said Elm would help, and he urged calm.",
        "John Marsh")]
    [InlineData(
        "Peter Hollis sat. Hollis ate. Hollis slept. Hollis sang. Hollis told reporters it was late.\n\nJohn Marsh knew the way, and he told Elm.",
        "John Marsh")]
    [InlineData(
        "Peter Hollis sat. Hollis ate. Hollis slept. Hollis sang. John Marsh also clarified that Hollis was ill.\n\n“I got word from a doctor. It is late. So it is off,” he said.",
        "John Marsh")]
    [InlineData(
        "Peter Hollis sat. Hollis ate. Hollis slept. Hollis sang. John Marsh said by the time it came, Hollis was “nearly dead,” he said.",
        "John Marsh")]
    [InlineData("Anna Berg won. Berg sang. Berg smiled. Then it was Karin Holm who got things going.\n\n“It was good,” she said.", "Karin Holm")]
    public void A_pronoun_means_the_one_that_agrees_and_leads(string text, string name)
    {
        var entity = Assert.Single(Link(text), entity => entity.Mentions.Any(mention => mention.Kind == MentionKind.Pronoun));

        Assert.Equal(name, entity.Name);
    }

    [Theory]
    [InlineData("“He lied,” said John Marsh.")]
    [InlineData("John Marsh came late. He was praised by Marsh.")]
    [InlineData("John Marsh came late. Whoever wins has to say what he or she wants.")]
    [InlineData("John Marsh came late. He said that Marsh was ill.")]
    [InlineData("John Marsh left. “She lied.”")]
    [InlineData("He came first.")]
    [InlineData("John Marsh came late. They smiled.")]
    [InlineData("Robin Vale, who is non-binary, met John Marsh and Peter Hollis. The two left. They smiled.")]
    [InlineData("Robin Vale, who uses they/them pronouns, is in Oslo. “They lied,” said Robin Vale.")]
    [InlineData("John Marsh is in Oslo. A spokesman said he was ill.")]
    [InlineData("John Marsh sat. Marsh ate. A whistleblower wrote. The whistleblower left. The whistleblower ran. The whistleblower hid. Marsh slept. Marsh sang. The whistleblower said his name was sold.")]
    [InlineData("John Marsh is in Oslo. Peter Hollis, whose wife broke her hip, is not.")]
    [InlineData("Anna Berg sang on Monday. One woman pointed out that it was late. “Who needs songs?” she asked.")]
    [InlineData("Kovac was arrested. Kovac's elder sister told reporters that she was sorry.")]
    [InlineData("Peter Hollis sat. Hollis ate. Hollis slept. Hollis sang. A lawyer acting for Dr. Hollis says bread is dear. He adds it is late.")]
    public void A_pronoun_that_may_mean_somebody_else_is_left_alone(string text) =>
        Assert.DoesNotContain(Link(text), entity => entity.Mentions.Any(mention => mention.Kind == MentionKind.Pronoun));

    [Fact]
    public void An_acronym_is_nobody_whom_a_pronoun_means()
    {
        const string Text = "ANA flew Peter Hollis to Oslo, and she was on time.";
        var doc = Document.Parse(Text);

        var entities = new EntityLinker().Link(doc, [new Mention(new TextSpan(0, 3), EntityType.Person), new Mention(new TextSpan(9, 21), EntityType.Person)]);

        Assert.DoesNotContain(entities, entity => entity.Mentions.Any(mention => mention.Kind == MentionKind.Pronoun));
    }

    [Theory]
    [InlineData("Lindsey Holm spoke first. Mr. Holm sat down.")]
    [InlineData("Lindsey Holm came. He spoke. He smiled. He said that he would sing. Then he left.")]
    [InlineData("Lindsey Holm, an actor and the chairman of the guild, came. He spoke.")]
    public void What_the_article_says_goes_before_what_first_names_tell(string text) =>
        Assert.Single(Link(text), entity => entity.Type == EntityType.Person && entity.Name == "Lindsey Holm" && entity.Mentions.Count > 1);

    [Fact]
    public void Whether_somebody_is_a_man_is_decided_over_the_whole_article()
    {
        // The first "she" may mean either; what stands behind tells who is whom.
        const string Text =
            """
            Xanthor Vill met Qwell Ardo at the gate, and she laughed.

            Qwell Ardo is a baker. He starts work at three. His shop is small.

            Xanthor Vill mends nets. She lives by the harbour. Her boat is old.
            """;

        Assert.Equal(3, Pronouns("Xanthor Vill"));
        Assert.Equal(2, Pronouns("Qwell Ardo"));

        int Pronouns(string name) => Person(Text, name).Mentions.Count(mention => mention.Kind == MentionKind.Pronoun);
    }

    [Theory]
    [InlineData("Mayor Anna Berg spoke. The mayor then left.", "The mayor")]
    [InlineData("Maria Delgado, chief executive of Acme, spoke. Then the chief executive left.", "the chief executive")]
    [InlineData("Anna Berg, who was the mayor, spoke. The former mayor left.", "The former mayor")]
    [InlineData("Mayor Anna Berg met Deputy Mayor Karin Holm. The mayor left.", "The mayor")]
    [InlineData("Mayor Anna Berg met Deputy Mayor Karin Holm. The deputy mayor left.", "The deputy mayor")]
    [InlineData("Former Mayor Anna Berg, who grew up near the dam, spoke. The former mayor left.", "The former mayor")]
    [InlineData("Sen. Anna Berg met Rep. Karin Holm. The senator left.", "The senator")]
    [InlineData("Sen. Anna Berg met Rep. Karin Holm. The congresswoman left.", "The congresswoman")]
    [InlineData("Ohio senator Anna Berg met Sen. Karin Holm. The senator left.", "The senator")]
    [InlineData("Rep. Karin Holm spoke in Elm. The lawmaker left.", "The lawmaker")]
    [InlineData("Det. Anna Berg met Prof. Karin Holm. The professor left.", "The professor")]
    [InlineData("Sen. Anna Berg (R-Ohio) spoke. The conservative senator left.", "The conservative senator")]
    [InlineData("Sen. Anna Berg (R-Ohio) spoke. The second-term Republican senator left.", "senator")]
    [InlineData("Russian President Karin Holm met French President Anna Berg. Then the Russian president left.", "president")]
    [InlineData("The Rosehill General Hospital burned. Nobody at the hospital was hurt.", "the hospital")]
    [InlineData("The National Union of Dockers met. The union said no.", "The union")]
    [InlineData("Hartwell Motors Inc. grew. The company hired.", "The company")]
    [InlineData("Hartwell Pictures grew. The studio hired.", "The studio")]
    [InlineData("The Oakham Zoo opened. The zoo was full.", "The zoo")]
    [InlineData("Hartwell Motors Plc grew and grew. Hartwell Motors Plc hired. Oakham Ltd. did not.\n\nThen the group paid.", "the group")]
    [InlineData("The Federal Board of Roads met. A judge gave the board seven days.", "the board")]
    [InlineData("Kestrel Airways flew to Kesterby Airport. The airline landed late.", "The airline")]
    [InlineData("Hartwell Motors Inc. grew. A filing with the FTC says the company hired.", "the company")]
    [InlineData("Hartwell Motors Inc. grew. It told Reuters the company hired.", "the company")]
    [InlineData("The Oakham Rail Council met. A council spokesman spoke, and the council voted.", "the council")]
    [InlineData("Hartwell Motors Inc., a company that makes cars, grew. The company hired.", "The company")]
    public void A_description_that_fits_only_one_means_that_one(string text, string description)
    {
        var mention = Assert.Single(Link(text).SelectMany(entity => entity.Mentions), mention => mention.Kind == MentionKind.Nominal);

        Assert.Equal(description, mention.Span.In(text).ToString());
    }

    [Theory]
    [InlineData("Mayor Anna Berg met Mayor Karin Holm. The mayor left.")]
    [InlineData("The mayor left. Mayor Anna Berg spoke.")]
    [InlineData("Sen. Anna Berg met Sen. Karin Holm. The conservative senator left.")]
    [InlineData("Sen. Anna Berg (R-Ohio) spoke. The Democratic senator left.")]
    [InlineData("Sen. Anna Berg spoke. The Colorado senator left.")]
    [InlineData("The candidate Anna Berg spoke. The Democratic candidate left.")]
    [InlineData("Rep. John Holm spoke. The congresswoman left.")]
    [InlineData("Mayor Anna Berg spoke. The deputy mayor left.")]
    [InlineData("Deputy Prime Minister Anna Berg spoke. The prime minister left.")]
    [InlineData("Mayor Anna Berg spoke. The former mayor left.")]
    [InlineData("The National Union of Dockers met. The union leaders said no.")]
    [InlineData("The National Union of Dockers met the Federal Union of Cooks. The union said no.")]
    [InlineData("Hartwell Motors Inc. grew. Hartwell Motors Inc. hired. Hartwell Motors Inc. sold cars. Oakham Ltd. sued. The company hired.")]
    [InlineData("Hartwell Motors Inc. grew. Then IBM sued. The company hired.")]
    [InlineData("Hartwell Motors Inc. grew.\n\nThen IBM sued. IBM won.\n\nThe company hired.")]
    [InlineData("Hartwell Motors Inc. grew. Another company did not. The company hired.")]
    [InlineData("The Oakham Institute of Technology opened. The company hired.")]
    [InlineData("The University of Oakham Law School opened. The university hired.")]
    [InlineData("The Oakham University opened. Then UCO did. The university hired.")]
    [InlineData("Hartwell Motors Plc grew. Three siblings sued. The group won.")]
    [InlineData("Hartwell Motors Corp. grew. The group won.")]
    [InlineData("Hartwell Motors Plc grew. A group calling itself Pale sued. The group won.")]
    [InlineData("The Labor Party lost. The Liberals won. The party voted.")]
    public void A_description_that_may_mean_another_is_left_alone(string text) =>
        Assert.DoesNotContain(Link(text), entity => entity.Mentions.Any(mention => mention.Kind == MentionKind.Nominal));

    [Fact]
    public void Who_is_in_the_headline_and_often_named_comes_first()
    {
        var entities = Link("Officials met in Paris. Anna Berg spoke. Karin Holm listened to Berg.", "Berg wins");

        Assert.Equal("Anna Berg", entities[0].Name);
        Assert.InRange(entities.Sum(entity => entity.Salience), 0.99, 1.0000001);
    }

    /// <summary>The first letters of "Roebuck" are her name, and no word of the headline.</summary>
    [Fact]
    public void A_name_in_the_headline_is_found_behind_a_longer_word_that_begins_like_it()
    {
        const string text = "Officials met. Jane Roe spoke. Karin Holm listened to Roe.";

        Assert.Equal(SalienceOf("Sale of bucks hits Roe"), SalienceOf("Roebuck sale hits Roe"));
        Assert.True(SalienceOf("Roebuck sale hits Roe") > SalienceOf("Roebuck sale hits town"));

        double SalienceOf(string title) => Link(text, title).Single(entity => entity.Name == "Jane Roe").Salience;
    }

    [Fact]
    public void Keys_are_unique_and_every_name_is_in_one_entity() =>
        Texts.Any.Sample(text =>
        {
            var doc = Document.Parse(text);
            var mentions = new EntityRecognizer().Recognize(doc);

            var entities = new EntityLinker().Link(doc, mentions);

            Assert.Equal(entities.Count, entities.Select(entity => entity.Key).Distinct().Count());
            Assert.Equal(mentions, entities.SelectMany(entity => entity.Mentions).Where(mention => mention.Kind == MentionKind.Name).OrderBy(mention => mention.Span));
            Assert.All(entities, entity => Assert.Equal(EntityKey.Of(entity.Type, entity.Name), entity.Key));
            Assert.All(entities, entity => Assert.Equal(entity.Mentions.OrderBy(mention => mention.Span), entity.Mentions));
        });
}
